import { resolveSchema } from '../../schema/schema-node.ts';
import { sourceSchemas } from '../docs/source-schemas.ts';
import type { Project } from '../link/project.ts';
import { controllerNames } from '../lower/controller/controller-names.ts';
import { imageName } from '../lower/images/image-name.ts';
import { isCode } from '../source/spec-kind.ts';
import { type Origin, spanOf } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { treeOf } from './file-tree.ts';
import { endOfLine } from './outline.ts';
import { fieldNamed, type SpecObject, type SpecTree } from './spec-tree.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** A value that nobody wrote, shown where it would be written. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Which field would change it. */
  readonly tooltip?: string;
}

/** Returns the values that defaults decide in a piece of a file. */
export function inlayHintsOf(
  view: ProjectView,
  name: string,
  start: number,
  end: number,
): readonly InlayHint[] {
  const file = fileNamed(view, name);
  const tree = file === undefined || isCode(file) ? undefined : treeOf(file);
  if (file === undefined || tree === undefined) return [];
  const computed = computedValues(view.analysis.project);
  const hints = new Map<string, InlayHint>();
  for (const object of tree.objects) {
    const { span } = object.node;
    const fields = hinted[object.parent?.anchor ?? ''];
    if (fields === undefined || span.start > end || span.end < start) continue;
    const offset = hintOffset(file, object);
    if (offset < start || offset > end) continue;
    // Which fields mean something depends on the kind of the service.
    const isOfService = object.parent?.anchor === 'environments.environments.services';
    for (const field of fields) {
      if (fieldNamed(object, field) !== undefined) continue;
      const value = computed(object, field) ?? (isOfService ? undefined : defaultOf(tree, object, field));
      if (value === undefined) continue;
      const tooltip = `the default of \`${object.parent?.anchor}.${field}\`, which is not written`;
      hints.set(`${offset} ${field}`, { offset, label: `${field}: ${value}`, tooltip });
    }
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

/** The fields whose default decides what people look for: where it runs, from what, when, under which name. */
const hinted: Readonly<Record<string, readonly string[]>> = {
  'build.components': ['agent'],
  'build.components.repository': ['branch', 'credentials'],
  'application.applications': ['image'],
  'application.containers': ['image'],
  'application.applications.build': ['component'],
  'application.containers.build': ['component'],
  'environments.environments': ['namespace'],
  'environments.environments.services': ['application', 'replicas'],
  'environments.environments.tests': ['agent', 'branch', 'credentials'],
  'jenkins.jenkins': ['lts', 'url'],
  'jenkins.jenkins.seed': ['branch', 'credentials', 'poll'],
  'jenkins.jenkins.agents': ['image'],
  'jenkins.jenkins.kubernetes': ['namespace'],
  'jenkins.jenkins.kubernetes.storage': ['size'],
  'jenkins.jenkins.kubernetes.backup': ['schedule'],
  'jenkins.jenkins.pipeline': ['component_poll'],
  'jenkins.jenkins.pipeline.service_manage': ['schedule'],
  'jenkins.jenkins.registry': ['push'],
};

/** Behind what names the object, or behind its first line. */
function hintOffset(file: SourceFile, object: SpecObject): number {
  const { span } = object.node;
  const name = fieldNamed(object, 'name')?.value.span.start ?? span.start;
  const at = name >= span.start && name < span.end ? name : span.start;
  return endOfLine(file, positionAt(file, at).line);
}

function defaultOf({ kind }: SpecTree, { schema }: SpecObject, field: string): string | undefined {
  const written = schema.properties?.[field];
  const value = written && resolveSchema(written, sourceSchemas[kind]).default;
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined;
}

type Computed = (object: SpecObject, field: string) => string | undefined;

/** Returns what linking and lowering make of what is not written. */
function computedValues(project: Project): Computed {
  const values = new Map<string, string>();
  const add = (origin: Origin, field: string, value: string) => {
    const place = spanOf(origin);
    if (place !== undefined) values.set(`${place.file.name} ${place.start} ${field}`, value);
  };
  for (const { spec, build } of project.applications) {
    add(spec.$.origin, 'image', imageName(project, spec.name).push.value);
    if (build !== undefined) add(build.spec.$.origin, 'component', build.component.name.value);
  }
  for (const { spec, namespace, services } of project.environments) {
    add(spec.$.origin, 'namespace', namespace.value);
    for (const { kind, spec: service, application } of services) {
      if (application !== undefined) add(service.$.origin, 'application', application.spec.name.value);
      if (kind === 'workload' && service.hpa === undefined)
        add(service.$.origin, 'replicas', `${service.replicas.value}`);
    }
  }
  add(project.settings.kubernetes.$.origin, 'namespace', controllerNames(project).namespace.value);
  return ({ node: { span } }, field) => values.get(`${span.file.name} ${span.start} ${field}`);
}

import { type RefersTo, resolveSchema } from '../../../schema/schema-node.ts';
import { sourceSchemas } from '../../docs/source-schemas.ts';
import type { LocatedObject } from '../../source/node.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { SourceFile } from '../../text/span.ts';
import { treeOf } from '../file-tree.ts';
import type { Range } from '../place.ts';
import { fieldNamed, objectAt, type SpecObject } from '../spec-tree.ts';
import type { ProjectView } from '../workspace.ts';
import { type ThingKind, thingId } from './name-use.ts';

/** A field that is not written and names something nevertheless: by its default, or by another name. */
export interface ImpliedName {
  readonly id: string;
  readonly file: SourceFile;
  /** The object that would have the field. */
  readonly object: SpecObject;
  readonly field: string;
  readonly name: string;
  /** Whether what decides came by a merge key: it is said where that was written. */
  readonly isMerged: boolean;
  /** The text that is the name, where the name of something else is meant. */
  readonly place?: Range;
}

const known = new WeakMap<ProjectView, readonly ImpliedName[]>();

/** Returns what names something without being written. */
export function impliedNames(view: ProjectView): readonly ImpliedName[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const found = [...byDefault(view), ...byLinking(view)];
  known.set(view, found);
  return found;
}

/** What a default names is one of these: the others have no default. */
const kindsOfDefaults: Partial<Record<RefersTo, ThingKind>> = { credentials: 'credentials', label: 'label' };

function* byDefault({ sources }: ProjectView): Generator<ImpliedName> {
  for (const file of sources) {
    const tree = treeOf(file);
    if (tree === undefined) continue;
    for (const object of tree.objects) {
      for (const [field, written] of Object.entries(object.schema.properties ?? {})) {
        const { 'x-refers': refers, default: name } = resolveSchema(written, sourceSchemas[tree.kind]);
        const kind = refers && kindsOfDefaults[refers];
        if (kind === undefined || typeof name !== 'string' || name === '' || fieldNamed(object, field))
          continue;
        yield { id: thingId(kind, name), file, object, field, name, isMerged: hasMerged(object) };
      }
    }
  }
}

/** What linking finds by the name of the thing itself. */
function* byLinking(view: ProjectView): Generator<ImpliedName> {
  const { applications, environments } = view.analysis.project;
  for (const { services } of environments) {
    for (const { spec, application } of services) {
      if (spec.application !== undefined || application === undefined) continue;
      const object = objectOf(view, spec);
      if (object !== undefined) yield implied('application', 'application', spec.name, object);
    }
  }
  for (const { spec, build } of applications) {
    if (build === undefined || build.spec.component !== undefined) continue;
    const object = objectOf(view, build.spec);
    if (object !== undefined) yield implied('component', 'component', spec.name, object);
  }
}

function implied(
  kind: ThingKind,
  field: string,
  { value: name, origin }: Sourced<string>,
  { file, object }: { readonly file: SourceFile; readonly object: SpecObject },
): ImpliedName {
  const span = spanOf(origin);
  const place = span && { start: span.start, end: span.end };
  const isMerged = kind === 'application' && place !== undefined && isOutside(object, place);
  return { id: thingId(kind, name), file, object, field, name, isMerged, ...(place && { place }) };
}

function hasMerged(object: SpecObject): boolean {
  return object.fields.some(({ key }) => key !== undefined && isOutside(object, key.span));
}

function isOutside({ node: { span } }: SpecObject, { start, end }: Range): boolean {
  return start < span.start || end > span.end;
}

function objectOf(
  { sources }: ProjectView,
  { $ }: LocatedObject,
): { readonly file: SourceFile; readonly object: SpecObject } | undefined {
  const file = sources.find(({ name }) => name === $.span?.file.name);
  const tree = file && treeOf(file);
  const object = tree && $.span && objectAt(tree, $.span);
  return file && object && { file, object };
}

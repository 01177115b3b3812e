import { type Reserved, reservedBy } from '../../../emitters/kubernetes/controller/what-it-takes.ts';
import { type Item, isFolder, isView } from '../../../jenkins/all-items.ts';
import type { SharedController } from '../../../schema/generated/located.ts';
import { compileFully } from '../../compile.ts';
import { compileController, type ServedSources } from '../../compile-controller.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Artifact } from '../../model/artifact.ts';
import type { Ir } from '../../model/ir.ts';
import type { CompileOptions } from '../../pipeline.ts';
import { utf8Length } from '../../util/utf8-length.ts';

/** The most bytes that a ConfigMap holds: the API server refuses more. */
export const CONFIG_MAP_BYTES = 1024 * 1024;

/** What one Jenkins takes. Numbers are those of the objects and scripts that are emitted. */
export interface Measured extends Reserved {
  readonly name: string;
  readonly kind: 'own' | 'shared';
  /** Paths of its projects. */
  readonly projects: readonly string[];
  readonly jobs: number;
  readonly plugins: number;
  /** All init scripts. */
  readonly scriptBytes: number;
  /** Bytes of the init scripts in the ConfigMap that has the most. */
  readonly largestConfigMap: number;
  /** Errors that stand in the way: then the numbers are those of the other projects. */
  readonly errors: number;
}

const options: CompileOptions = { unknownFields: 'warn', allowPlainSecrets: true, emit: ['init-groovy'] };

/** A project as it was read. */
export interface ReadProject extends ServedSources {
  /** What is wrong with its files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns what a project takes with a Jenkins of its own. */
export async function measureOwn(project: ReadProject, name: string): Promise<Measured> {
  const { sources, files, trees } = project;
  const { ir, artifacts, diagnostics } = await compileFully(sources, { ...options, files, trees });
  const errors = errorsIn([...project.diagnostics, ...diagnostics]);
  const parts = ir === undefined ? [] : [ir];
  return { name, kind: 'own', projects: [project.path], ...measured(parts, artifacts), errors };
}

/** Returns what a shared controller takes with its projects. `isPlanned` passes over settings that would have to move. */
export async function measureShared(
  controller: SharedController,
  projects: readonly ReadProject[],
  {
    name,
    files,
    isPlanned,
  }: { readonly name: string; readonly files?: ServedSources['files']; readonly isPlanned: boolean },
): Promise<Measured> {
  const parts: Ir[] = [];
  const { ir, artifacts, diagnostics } = await compileController(controller, projects, {
    ...options,
    files,
    passOverDecided: isPlanned,
    seePart: (part) => void parts.push(part),
  });
  const irs = [...(ir === undefined ? [] : [ir]), ...parts];
  const errors = errorsIn([...projects.flatMap((project) => project.diagnostics), ...diagnostics]);
  const paths = projects.map(({ path }) => path);
  return { name, kind: 'shared', projects: paths, ...measured(irs, artifacts), errors };
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function measured(
  irs: readonly Ir[],
  artifacts: readonly Artifact[],
): Omit<Measured, 'name' | 'kind' | 'projects' | 'errors'> {
  const maps = new Map<string, number>();
  for (const { path, content } of artifacts) {
    const folder = /^(.*)jenkins\/init\.groovy\.d\//.exec(path)?.[1];
    if (folder !== undefined) maps.set(folder, (maps.get(folder) ?? 0) + utf8Length(content.text));
  }
  const sizes = [...maps.values()];
  return {
    jobs: irs.flatMap(({ items }) => items).filter(isJob).length,
    plugins: irs[0]?.plugins.plugins.length ?? 0,
    ...reservedBy(irs.flatMap(({ controller }) => controller.objects)),
    scriptBytes: sizes.reduce((all, each) => all + each, 0),
    largestConfigMap: Math.max(0, ...sizes),
  };
}

function isJob(item: Item): boolean {
  return !isFolder(item) && !isView(item);
}

/** Returns what several Jenkinses take together; of plugins and ConfigMaps, which are not shared, the most of one. */
export function total(name: string, all: readonly Measured[]): Measured & { readonly controllers: number } {
  const sum = (part: (each: Measured) => number) => all.reduce((whole, each) => whole + part(each), 0);
  return {
    name,
    kind: all.some(({ kind }) => kind === 'shared') ? 'shared' : 'own',
    controllers: all.length,
    projects: all.flatMap(({ projects }) => projects),
    jobs: sum(({ jobs }) => jobs),
    plugins: Math.max(0, ...all.map(({ plugins }) => plugins)),
    pods: sum(({ pods }) => pods),
    milliCpu: sum(({ milliCpu }) => milliCpu),
    memory: sum(({ memory }) => memory),
    storage: sum(({ storage }) => storage),
    scriptBytes: sum(({ scriptBytes }) => scriptBytes),
    largestConfigMap: Math.max(0, ...all.map(({ largestConfigMap }) => largestConfigMap)),
    errors: sum(({ errors }) => errors),
  };
}

import { type Host, withEnv } from '../../host/host.ts';
import type { RepositoryTrees } from '../../lower/lowered.ts';
import type { FileDigest } from '../../plan/manifest.ts';
import type { OutputFile } from '../../plan/output-files.ts';
import { chooseCache } from '../../read/cache-folder.ts';
import { type ProjectFiles, type Served, servedSources } from '../../read/read-project.ts';
import type { SpecsMark } from '../../read/specs-mark.ts';
import type { SourceFile } from '../../text/span.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Work } from '../project/project-task.ts';
import type { RunOptions } from '../run-options.ts';
import type { CompiledResult, ProjectResult, UnchangedResult } from './kept-result.ts';
import { ResultCache } from './result-cache.ts';

/** Changes when a result has another form. */
const FORMAT = 6;

/**
 * Returns what the result of a project is kept under that needs to know of no repository: a hash of everything that it
 * depends on, which is the build of bitesize, the options, and name and content of every file that was read. Neither the
 * place of the project nor a time is in it, so that machines can share results.
 */
function resultKey(host: Host, work: Work, build: string, { names, contents, served }: ProjectFiles): string {
  const inputs = [...contents]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, bytes]) => [name, host.sha256(bytes)]);
  const parts = [
    ...settingsOf(work, build),
    names,
    inputs,
    ...(served === undefined ? [] : [servedKey(served)]),
  ];
  return host.sha256(JSON.stringify(parts));
}

/** What the results of all projects of a run depend on. */
function settingsOf(work: Work, build: string): readonly unknown[] {
  const { unknownFields, allowPlainSecrets, findPlaceholders, mostFindings } = work.options;
  const emit = work.kind === 'compile' ? (work.emit ?? 'all') : 'none';
  return [FORMAT, build, work.kind, unknownFields, allowPlainSecrets, findPlaceholders, mostFindings, emit];
}

/** Returns a hash of what the results of all projects of a run depend on. */
export function settingsKey(host: Host, work: Work, { build }: ResultCache): string {
  return host.sha256(JSON.stringify(settingsOf(work, build)));
}

/** Which files are whose, and of which controller, follows from their names and this. */
function servedKey({ controller, projects, named }: Served): unknown {
  return [controller.name.value, named === undefined ? 'all' : [...named], projects.map(({ path }) => path)];
}

/**
 * Returns what a result is kept under, with what repositories hold where a component needs to know. Whether one does is
 * for the specs to say, so that no project has results under both keys.
 */
function wholeKey(host: Host, key: string, { trees, served }: ProjectFiles): string {
  const parts =
    served === undefined
      ? [['', trees] as const]
      : served.projects.map((part) => [part.path, part.trees] as const);
  const asked = parts.flatMap(([path, of]) => (of === undefined ? [] : [[path, treesKey(of)]]));
  return asked.length === 0 ? key : host.sha256(JSON.stringify([key, asked]));
}

/** Components of one repository and branch have one tree. */
function treesKey(trees: RepositoryTrees): unknown {
  const distinct = [...new Set(trees.values())];
  const indexOf = new Map(distinct.map((tree, index) => [tree, index]));
  return [
    [...trees].map(([name, tree]) => [name, indexOf.get(tree)]),
    distinct.map((tree) => [tree.ref, tree.paths, [...tree.texts]]),
  ];
}

/** The place in the cache of one project as it is now. */
export interface CachePlace {
  readonly find: () => ProjectResult | undefined;
  readonly findOutput: (manifest: FileDigest) => readonly OutputFile[] | undefined;
  readonly keep: (result: CompiledResult) => void;
  /** Returns the result whose output stands in a folder just as a run with this cache left it there. */
  readonly findLeft: (folder: string) => UnchangedResult | undefined;
  /** Notes that a run leaves the output of a result in a folder, with what the specs looked like where they alone decide. */
  readonly noteLeft: (folder: string, result: CompiledResult, specs: SpecsMark | undefined) => void;
  /** Notes that of a result which was left there before. */
  readonly noteSpecs: (folder: string, specs: SpecsMark) => void;
}

/** Returns the cache of a run; undefined where none is used. */
export function openCache(host: Host, work: Work): ResultCache | undefined {
  const archive = work.kind === 'compile' ? work.archive : undefined;
  return work.cache && new ResultCache(host, work.cache, archive);
}

/** Returns the place of a project; undefined where it could not be read whole. */
export function cachePlace(
  host: Host,
  work: Work,
  cache: ResultCache | undefined,
  project: ProjectFiles,
): CachePlace | undefined {
  if (cache === undefined || project.diagnostics.length > 0) return undefined;
  const first = resultKey(host, work, cache.build, project);
  let whole: string | undefined;
  const key = () => {
    whole ??= wholeKey(host, first, project);
    return whole;
  };
  const ofResult = (specs: SpecsMark) => ({ settings: settingsKey(host, work, cache), ...specs });
  const fileNamed = filesOf(project);
  // Most projects need to know of no repository: their specs are not even parsed where the result is there.
  return {
    find: () => {
      const found = cache.find(first, fileNamed);
      if (found !== undefined) whole = first;
      return found ?? (key() === first ? undefined : cache.find(key(), fileNamed));
    },
    findOutput: (manifest) => cache.findOutput(key(), manifest),
    keep: (result) => cache.keep(key(), result),
    findLeft: (folder) => cache.findLeft(folder, (left) => left === first || left === key(), fileNamed),
    noteLeft: (folder, result, specs) =>
      cache.noteLeft(folder, key(), result, specs && key() === first ? ofResult(specs) : undefined),
    noteSpecs: (folder, specs) => cache.noteSpecs(folder, first, ofResult(specs)),
  };
}

/** Returns the host on which `--cache-dir` is the variable of its meaning. */
export function givenCache(host: Host, { cacheDir }: Pick<RunOptions, 'cacheDir'>): Host {
  return cacheDir === undefined ? host : withEnv(host, () => ({ BITESIZE_CACHE: cacheDir }));
}

/** Returns why the cache that was named cannot be used for these projects without risk. */
export function cacheProblem(
  host: Host,
  options: Pick<RunOptions, 'cache' | 'cacheDir'>,
  folders: readonly string[],
): string | undefined {
  if (!options.cache) return undefined;
  const choice = chooseCache(givenCache(host, options), folders);
  return choice.kind === 'refused' ? choice.problem : undefined;
}

/** Returns what gives the file of a name: a source of the project, or another file that was read for it. */
function filesOf({ sources, contents, served }: ProjectFiles): (name: string) => SourceFile {
  const all = served === undefined ? sources : [...sources, ...servedSources(served)];
  const files = new Map(all.map((source) => [source.name, source]));
  return (name) => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const file = { name, text: new TextDecoder().decode(contents.get(name)) };
    files.set(name, file);
    return file;
  };
}

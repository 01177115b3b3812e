import { applySuppressions } from '../../check/suppressions.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { folderOf, joinPath } from '../../host/path.ts';
import type { ReadingHost } from '../../read/project-reader.ts';
import { specText } from '../../read/spec-text.ts';
import { displayPath, type Finding } from '../../report/finding.ts';
import { fleetSpecNames } from '../../source/spec-kind.ts';
import type { SourceFile, Span } from '../../text/span.ts';
import { type OwnedClaim, repeatedClaims, type SharedName } from '../names/repeated-claims.ts';
import { type Claimed, sharedNameCodes } from '../names/taken-names.ts';
import type { Claim } from '../project/project-outcome.ts';
import { taskId } from '../task-name.ts';

const help: Readonly<Record<Claim['kind'], string>> = {
  host: 'give each service a host of its own',
  image: 'give the projects different names, or the registries different addresses',
  controller: 'give each Jenkins a namespace of its own',
  namespace: 'give each project namespaces of its own',
};

/**
 * Returns a finding for every name that a project takes outside itself and an earlier project of the run has taken. The
 * specs are read again for the places, which costs nothing where nothing is shared.
 */
export function sharedNames(host: ReadingHost, projects: readonly Claimed[]): readonly Finding[] {
  const sources = openSources(host);
  return repeatedClaims(projects).map((shared) => sharedName(sources, shared));
}

function sharedName(sources: Sources, { claim, first }: SharedName): Finding {
  const { folder, controller, kind, key, what } = claim;
  const parameters = {
    what,
    name: key,
    other: first.what,
    project: projectOf(first),
  };
  const label = spanOf(sources, first, folder);
  const span = spanOf(sources, claim, folder);
  const diagnostic = diagnose(sharedNameCodes[kind], parameters, span, {
    labels: label === undefined ? [] : [{ span: label, text: 'the first one' }],
    help: help[kind],
  });
  const [ignored] = applySuppressions(span === undefined ? [] : [span.file], [diagnostic]).suppressed;
  return {
    folder,
    ...(controller === undefined ? {} : { controller }),
    other: taskId(first),
    diagnostic,
    ...(ignored === undefined ? {} : { muted: { by: 'comment' as const, reason: ignored.reason } }),
  };
}

/** Files of a project on a shared controller are named from the root of the fleet. */
function projectOf({ folder, controller, place }: OwnedClaim): string {
  if (controller === undefined) return folder === '' ? '.' : folder;
  if (place === undefined || fleetSpecNames.some((name) => name === place.file)) return controller;
  return folderOf(displayPath(folder, place.file)) || '.';
}

/** Returns the place of a claim; the file of another project is named from the folder of this one. */
function spanOf(sources: Sources, { folder, place }: OwnedClaim, from: string): Span | undefined {
  if (place === undefined) return undefined;
  const name = folder === from ? place.file : pathFrom(from, displayPath(folder, place.file));
  return { file: sources(folder, place.file, name), start: place.start, end: place.end };
}

/** Returns a file of a project folder under the name that it has for a project; the same one each time. */
type Sources = (folder: string, file: string, name: string) => SourceFile;

/** Two projects may share thousands of names: their files are read and parsed once. */
function openSources(host: ReadingHost): Sources {
  const texts = new Map<string, string>();
  const sources = new Map<string, SourceFile>();
  return (folder, file, name) => {
    const path = joinPath(folder, file);
    const key = `${path}\n${name}`;
    const known = sources.get(key);
    if (known !== undefined) return known;
    // A claim may come from a cache or from another machine.
    const text = texts.get(path) ?? specText(host, folder, file);
    texts.set(path, text);
    const source = { name, text };
    sources.set(key, source);
    return source;
  };
}

/** Returns a path as it is written in a folder: `../b/x` for `p/b/x` in `p/a`. */
function pathFrom(folder: string, path: string): string {
  if (path.startsWith('/') || folder.startsWith('/')) return path;
  const [above, below] = [folder.split('/').filter((part) => part !== '' && part !== '.'), path.split('/')];
  let common = 0;
  while (common < above.length && above[common] === below[common]) common++;
  return [...above.slice(common).map(() => '..'), ...below.slice(common)].join('/');
}

import { specKindOf } from '../source/spec-kind.ts';
import { utf8Length } from '../util/utf8-length.ts';

/** The file in the output folder that says what bitesize wrote. */
export const MANIFEST_PATH = 'manifest.json';

/** The folder in the output folder that holds what only tools read. */
export const TOOL_FOLDER = '.bitesize';

/** The source maps of all artifacts. */
export const MAPS_PATH = `${TOOL_FOLDER}/maps.json`;

/**
 * Where artifacts stand: the folders of the emitters, also of projects on a shared controller, whose kustomization.yaml lies
 * above what it takes, and the file of `--emit ir`.
 */
const artifactPlaces =
  /^(?:projects\/[^/]+\/)?(?:jenkins|images|kubernetes)\/|^projects\/[^/]+\/kustomization\.yaml$|^ir\.json$/;

/** The longest name that common file systems take, in bytes of UTF-8. */
const MAX_NAME_BYTES = 255;

/**
 * Returns what is wrong with a path below the output folder, or undefined when it is safe: relative, with `/`, without
 * `..`, control characters and names that a file system refuses, no part of a repository of git and no spec. It continues
 * the sentence "the output path `x` ...".
 */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is not below the output folder';
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return 'holds a backslash or a control character';
  for (const name of path.split('/')) {
    if (name === '..') return 'is not below the output folder';
    if (name === '' || name === '.') return 'has an empty part';
    if (name.toLowerCase() === '.git') return 'lies in a repository of git';
    if (utf8Length(name) > MAX_NAME_BYTES) return 'has a name of more than 255 bytes';
  }
  return specKindOf(path) === undefined ? undefined : 'is the name of a spec';
}

/** Returns why an artifact cannot stand at a path, as `pathProblem` does, or undefined where it can. */
export function artifactPathProblem(path: string): string | undefined {
  const problem = pathProblem(path);
  if (problem !== undefined) return problem;
  if (path === MANIFEST_PATH || path.startsWith(`${TOOL_FOLDER}/`)) return 'belongs to bitesize itself';
  return artifactPlaces.test(path) ? undefined : 'is in no folder of an emitter';
}

/**
 * Returns whether bitesize may have written an artifact at a path. State that stands in an output folder can be forged: whatever
 * it says, no other file is touched on its word.
 */
export function isArtifactPath(path: string): boolean {
  return artifactPathProblem(path) === undefined;
}

/** Returns the folders above a path, outermost first: `a`, `a/b` for `a/b/c`. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

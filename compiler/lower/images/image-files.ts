import { repositoryPath } from '../../util/repository-path.ts';

/** Which of the artifacts of a build go into an image. */
export interface KeptFiles {
  /** The folder that they lie in; empty for the top. */
  readonly folder: string;
  /** Name of the only one; absent for all that are in the folder. */
  readonly file?: string;
}

/** Returns the folder, beside the Dockerfile or in the workspace, that holds the files of an entry of `files`. */
export function filesFolder(index: number): string {
  return `files/${index + 1}`;
}

/**
 * Returns what a path or a pattern of Ant stands for: one file, or what lies below the folder in front of the first
 * wildcard. A pattern that ends with a slash means all that is below (`DirectoryScanner` of Ant 1.10).
 */
export function keptFiles(location: string): KeptFiles {
  const wild = location.search(/[*?]/);
  const fixed = wild === -1 ? location : location.slice(0, wild);
  const cut = fixed.lastIndexOf('/');
  const found = repositoryPath('', fixed.slice(0, Math.max(cut, 0)));
  const folder = found.ok ? found.path : '';
  const name = fixed.slice(cut + 1);
  return wild === -1 && name !== '' ? { folder, file: name } : { folder };
}

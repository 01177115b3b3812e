import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Texts of the repository of the specs that are not specs themselves, such as the files of `gists`, by path
 * relative to the folder of the specs, with `/`. The compiler reads no files: whoever starts it reads them first.
 */
export type RepositoryTexts = ReadonlyMap<string, string>;

/** No files at hand: gists cannot be filled, which is reported where one is used. */
export const noFiles: RepositoryTexts = new Map();

/** What the repository of a component holds, where it is there to look. */
export interface RepositoryTree {
  /** The ref that was looked at, such as `origin/main`. */
  readonly ref: string;
  /** Paths of its files from its top, sorted; one that ends with a slash, such as a submodule, is a folder with unknown files. */
  readonly paths: readonly string[];
  /** Texts of the Dockerfiles that the specs name, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is known of the repositories of components, by the name of the component; most are not there to look. */
export type RepositoryTrees = ReadonlyMap<string, RepositoryTree>;

/** No repository at hand: nothing is said about what it may hold. */
export const noTrees: RepositoryTrees = new Map();

/** What a lowering gives: a value, and what could not be expressed. */
export interface Lowered<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

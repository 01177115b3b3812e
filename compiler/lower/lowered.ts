import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Texts of the repository of the specs that are not specs themselves, such as the files of `gists`, by path
 * relative to the folder of the specs, with `/`. The compiler reads no files: whoever starts it reads them first.
 */
export type RepositoryTexts = ReadonlyMap<string, string>;

/** No files at hand: gists cannot be filled, which is reported where one is used. */
export const noFiles: RepositoryTexts = new Map();

/** What a lowering gives: a value, and what could not be expressed. */
export interface Lowered<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

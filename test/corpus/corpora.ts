import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of specs as people wrote them, with an `index.tsv`, and the review of what is made of each. */
export interface Corpus {
  readonly title: string;
  readonly folder: string;
  readonly reviews: string;
  /** Whether it is there; the one that is no part of the project may not be. */
  readonly isThere: boolean;
}

/** What stands beside the checkout and is no part of the project: real specs, and what the original engines made of them. */
export const sharedFolder = process.env.BITESIZE_SHARED ?? join(import.meta.dirname, '../../../shared');

/**
 * The corpora, the own sample first. It is made up after the real specs, a file or two for each thing that those show,
 * so that tests about real specs say something wherever they run.
 */
export const corpora: readonly Corpus[] = [
  {
    title: 'the sample of the corpus',
    folder: join(import.meta.dirname, 'sample'),
    reviews: join(import.meta.dirname, 'sample/reviewed.tsv'),
    isThere: true,
  },
  {
    title: 'the whole corpus (../shared/corpus)',
    folder: join(sharedFolder, 'corpus'),
    reviews: join(import.meta.dirname, 'reviewed.tsv'),
    isThere: existsSync(join(sharedFolder, 'corpus/index.tsv')),
  },
];

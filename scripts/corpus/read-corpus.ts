import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One sample of the corpus, as its index describes it. */
export interface Sample {
  readonly path: string;
  readonly kind: string;
  /** `tip` and `history` of a user's repository, `fence` of a document, `string` of a test. */
  readonly tier: string;
  /** The engines that accept it, such as `3.4.30,5.1.1`; `no`, or `n/a` for a fragment. */
  readonly acceptedBy: string;
  readonly crossReferences: string;
  readonly text: string;
}

/** A folder of the corpus that holds a whole project. */
export interface WholeProject {
  readonly folder: string;
  readonly samples: readonly Sample[];
}

/** Returns the samples that `index.tsv` of a corpus lists, in its order. */
export function readCorpus(folder: string): readonly Sample[] {
  const lines = readFileSync(join(folder, 'index.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [path = '', kind = '', tier = '', acceptedBy = '', , crossReferences = ''] = line.split('\t');
    return { path, kind, tier, acceptedBy, crossReferences, text: readFileSync(join(folder, path), 'utf8') };
  });
}

/** Returns the folders with more than one spec: those whose names can be resolved. */
export function wholeProjects(samples: readonly Sample[]): readonly WholeProject[] {
  const folders = new Map<string, Sample[]>();
  for (const sample of samples) {
    if (sample.kind === 'fragment') continue;
    const folder = dirname(sample.path);
    folders.set(folder, [...(folders.get(folder) ?? []), sample]);
  }
  return [...folders]
    .filter(([, specs]) => specs.length > 1)
    .map(([folder, specs]) => ({ folder, samples: specs }));
}

/** Returns whether a folder exists and has an index. */
export function isCorpus(folder: string): boolean {
  try {
    return readdirSync(folder).includes('index.tsv');
  } catch {
    return false;
  }
}

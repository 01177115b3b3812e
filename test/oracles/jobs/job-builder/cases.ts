import { readdirSync, readFileSync } from 'node:fs';

/** The same job in two languages. */
export interface Case {
  /** Such as `builders`. */
  readonly family: string;
  /** Such as `shell`. */
  readonly thing: string;
  /** The text of jobs.bitesize; its first job or view is called `<family>-<thing>`. */
  readonly ours: string;
}

/** The folder that Job Builder reads whole: `<family>/<thing>.yaml` beside our `<thing>.bitesize`. */
export const casesFolder = new URL('cases/', import.meta.url);

/** Returns all cases, in the order of their names. */
export function readCases(): readonly Case[] {
  return readdirSync(casesFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bitesize'))
    .sort()
    .map((path) => {
      const [family = '', thing = ''] = path.replace('.bitesize', '').split('/');
      return { family, thing, ours: readFileSync(new URL(path, casesFolder), 'utf8') };
    });
}

import { readdirSync, readFileSync } from 'node:fs';
import { compileFully } from '../../../compiler/compile.ts';
import type { Item } from '../../../jenkins/all-items.ts';

const folder = new URL('own-jobs/', import.meta.url);

/** The items of a spec; one that is refused is a mistake of the case. */
async function itemsOf(file: string): Promise<readonly Item[]> {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const { ir, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text }], {
    allowPlainSecrets: true,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (ir === undefined || errors.length > 0)
    throw new Error(`${file}: ${errors.map(({ message }) => message).join('\n')}`);
  return ir.items.filter(({ family }) => family === 'jobs' || family === 'views');
}

const entries: (readonly [string, readonly Item[]])[] = [];
for (const file of readdirSync(folder).sort())
  entries.push([`own_${file.replace('.bitesize', '')}`, await itemsOf(file)]);

/** The jobs of each spec in `own-jobs`: all things of a family, alone and in each other. */
export const ownJobs: Readonly<Record<string, readonly Item[]>> = Object.fromEntries(entries);

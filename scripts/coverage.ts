import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isMapping } from './coverage/job-builder-yaml.ts';
import { missingParts } from './coverage/missing-parts.ts';
import { type JudgedJob, type JudgedRepository, printCoverage } from './coverage/print-coverage.ts';
import { readRepository } from './coverage/read-repository.ts';
import type { Definitions, ModuleRules } from './coverage/vocabulary.ts';

/*
 * Counts the jobs of folders of Job Builder's files that jobs.bitesize can say: `npm run coverage -- DIR...`. Each DIR is
 * a repository; the name of its folder is `owner+name`. Macros are those of the repository, else of the other ones.
 *
 *   --write          what is printed becomes test/coverage/job-builder.md
 *   --all            every missing module and option, not the most frequent ones
 */
const RESULT = 'test/coverage/job-builder.md';
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
if (folders.length === 0) {
  console.error('error: no folder is given; say `npm run coverage -- DIR...`');
  process.exit(2);
}

const schema = new URL('../schema/jobs.schema.json', import.meta.url);
const { definitions } = JSON.parse(readFileSync(schema, 'utf8')) as { definitions: Definitions };
const rules = JSON.parse(
  readFileSync(new URL('coverage/modules.json', import.meta.url), 'utf8'),
) as ModuleRules;

const repositories = folders.map((folder) => ({ folder, read: readRepository(folder) }));
const judged: readonly JudgedRepository[] = repositories.map(({ folder, read }) => {
  const others = repositories.map((one) => one.read).filter((one) => one !== read);
  const macro = (key: string) =>
    [read, ...others].map(({ macros }) => macros.get(key)).find((found) => found !== undefined);
  const jobs = read.jobs.filter(isMapping).map((job): JudgedJob => {
    const type = String(job['project-type'] ?? 'freestyle').replace('workflow', 'pipeline');
    const kind = `${type.charAt(0).toUpperCase()}${type.slice(1)}Item`;
    return { type, ...missingParts(job, kind, { definitions, rules, macro }), name: String(job.name) };
  });
  return { name: basename(resolve(folder)).replace('+', '/'), commit: commitOf(folder), jobs };
});

const printed = printCoverage(judged, { all: process.argv.includes('--all') });
console.log(printed);
for (const { folder, read } of repositories)
  for (const path of read.unreadable) console.error(`not read: ${folder}/${path}`);
if (process.argv.includes('--write')) writeFileSync(RESULT, printed);

function commitOf(folder: string): string {
  try {
    return execFileSync('git', ['-C', folder, 'log', '-1', '--format=%h %cs'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

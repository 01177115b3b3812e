import { writeFileSync } from 'node:fs';
import { type LeafResult, measureProject } from './measure.ts';
import { measuredProjects } from './projects.ts';

/*
 * `npm run causes` changes each leaf of each example and scenario; `npm run causes -- sample-app` those of the projects
 * with that in their names. `--write` keeps the result in results.md, `--lines` prints each line that names no cause,
 * or a wrong one.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

const rows: string[] = [];
const all: LeafResult[] = [];
for (const project of measuredProjects().filter(({ name }) => isWanted(name))) {
  const results = await measureProject(project);
  all.push(...results);
  rows.push(row(project.name, results));
  process.stdout.write(`${rows.at(-1)}\n`);
  if (process.argv.includes('--lines')) process.stdout.write(results.map(lines).join(''));
}
rows.push(row('all', all));
process.stdout.write(`${rows.at(-1)}\n`);
if (process.argv.includes('--write')) writeFileSync(new URL('results.md', import.meta.url), page());

function row(name: string, results: readonly LeafResult[]): string {
  const sum = (count: (result: LeafResult) => number) =>
    results.reduce((total, one) => total + count(one), 0);
  const changed = sum((one) => one.changed);
  const named = sum((one) => one.named);
  const missed = sum((one) => one.missed.length);
  const wrong = sum((one) => one.wrong.length);
  const share = (part: number, whole: number) => `${(100 - (100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  const counts = [results.length, changed, share(missed, changed), named, share(wrong, named)];
  return `| ${name} | ${counts.join(' | ')} |`;
}

function lines({ leaf, mutant, missed, wrong }: LeafResult): string {
  if (missed.length + wrong.length === 0) return '';
  return [
    `${leaf.file.name} ${leaf.path}: ${leaf.node.text.split('\n')[0]} -> ${mutant}`,
    ...missed.map((line) => `  names no cause: ${line}`),
    ...wrong.map((line) => `  cannot change: ${line}`),
    '',
  ].join('\n');
}

function page(): string {
  const worst = all
    .filter(({ missed }) => missed.length > 10)
    .sort((a, b) => b.missed.length - a.missed.length)
    .map(
      ({ leaf, changed, missed }) =>
        `| ${leaf.file.name} \`${leaf.path}\` | ${missed.length} of ${changed} |`,
    );
  return `# What \`why\` names

Each value of each example and scenario was changed alone (or together with those of the same text, for a name that
others refer to), both outputs were compared line by line, and \`why\` was asked about each line that differs:
\`npm run causes -- --write\` makes this page. Named: changed lines that name the changed value. Right: lines that name
a value which some change of it changes.

Lines find their partners by where they stand first (below which lines, in which object), then by their text. Of equal
lines of which some went and some moved, those that name the value are taken for the ones that went. Tried are all
values that the schema lists, up to four others of any other kind, and to take the value out, alone or with what holds
nothing else. A line changes, too, where its object or its file is gone, or where it and another change places; the
number of a line in a comment that says where something stands does not count.

| project | values | changed lines | named | lines that name a value | right |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Values with more than ten changed lines that do not name them:

| value | lines |
| --- | --- |
${worst.join('\n')}
`;
}

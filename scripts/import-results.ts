import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { main } from '../compiler/cli/main.ts';
import { compile } from '../compiler/compile.ts';
import { createNodeHost } from '../compiler/host/node-host.ts';
import { isCorpus, readCorpus, type Sample, wholeProjects } from './corpus/read-corpus.ts';

/*
 * Imports each folder of config.xml files that is named, with the command itself, and writes what came of it to
 * `test/import/results.md`. A folder with an `index.tsv` is a corpus of specs: what its projects become is imported
 * again. The configurations are those of others, and nothing of them is kept. With `--kept`, what stays XML is printed.
 */

/** What an import counts, as IMPORT.md calls it. */
const COUNTED = [
  'jobs, folders and views',
  'equal to what was read',
  'equal but for secrets',
  'different',
  'without any XML',
  'elements that are fields',
] as const;

/** What came of the imports of a source. */
interface Imported {
  readonly counts: readonly number[];
  /** Elements of all configurations. */
  readonly elements: number;
  readonly code: number;
}

const NOTHING: Imported = { counts: COUNTED.map(() => 0), elements: 0, code: 0 };

const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
if (folders.length === 0)
  throw new Error('name folders of config.xml files: npm run import:results -- DIR...');
const host = createNodeHost(new URL('..', import.meta.url));
const quiet = { isTerminal: false, columns: 100, write: () => undefined };
const rows: string[] = [];
for (const folder of folders) {
  const started = performance.now();
  const isOfSpecs = isCorpus(folder);
  const { counts, elements, code } = isOfSpecs ? await importCorpus(folder) : await importFolder(folder);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [jobs = 0, ...others] = counts;
  const cells = others.map((count, index) => share(count, index === others.length - 1 ? elements : jobs));
  const name = isOfSpecs ? 'a corpus of specs, compiled' : basename(resolve(folder));
  rows.push(`| ${[name, jobs, ...cells, `${seconds} s`, code].join(' | ')} |`);
}
const table = `# What \`bitesize import\` makes of the jobs of others

Written by \`npm run import:results -- DIR...\`, over folders of config.xml files that Job Builder made of public
configurations, and over what specs of a corpus become. The time is that of the whole command, with the proof; of a
corpus, that of all its projects. The last column is its exit code: 1 where a job cannot be among the specs, 4 where one
differs.

| source | jobs | equal | equal but for secrets | different | without any XML | elements that are fields | time | exit |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
const results = new URL('../test/import/results.md', import.meta.url);
// What was measured in another way stands below.
const others = existsSync(results) ? readFileSync(results, 'utf8').replace(/^.*?(?=\n## |$)/s, '') : '';
mkdirSync(new URL('../test/import', import.meta.url), { recursive: true });
writeFileSync(results, table + others);
console.log(table);

/** Returns what came of the configurations in a folder. */
async function importFolder(folder: string): Promise<Imported> {
  const out = mkdtempSync(join(tmpdir(), 'bitesize-import-'));
  const code = await main(['import', resolve(folder), '--out', out, '--project', 'imported', '--overwrite'], {
    ...host,
    stdout: quiet,
    stderr: quiet,
  });
  const report = readFileSync(join(out, 'IMPORT.md'), 'utf8');
  const kept = report.split(/^## /m).find((section) => section.startsWith('What stays XML')) ?? '';
  if (process.argv.includes('--kept') && kept !== '') console.log(`${folder}: ${kept}`);
  const cell = (name: string) => Number(new RegExp(`^\\| ${name} \\| (\\d+)`, 'm').exec(report)?.[1] ?? 0);
  const xml = [...kept.matchAll(/\| (\d+) \|$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  rmSync(out, { recursive: true });
  return { counts: COUNTED.map(cell), elements: cell('elements that are fields') + xml, code };
}

/** Returns what came of the jobs that the projects of a corpus become, and samples that are a project by themselves. */
async function importCorpus(folder: string): Promise<Imported> {
  const samples = readCorpus(folder).filter(({ kind }) => kind !== 'fragment');
  const whole = wholeProjects(samples).map((project) => project.samples);
  const projects = [
    ...whole,
    ...samples.filter((sample) => !whole.flat().includes(sample)).map((one) => [one]),
  ];
  let all = NOTHING;
  for (const project of projects) {
    const home = mkdtempSync(join(tmpdir(), 'bitesize-jobs-'));
    if (writeJobs(project, home)) all = added(all, await importFolder(home));
    rmSync(home, { recursive: true });
  }
  return all;
}

/** Writes the jobs, folders and views that specs become; says whether there are any. */
function writeJobs(project: readonly Sample[], home: string): boolean {
  const sources = project.map(({ path, text }) => ({ name: basename(path), text }));
  const { artifacts, diagnostics } = compile(sources, { emit: ['config-xml'] });
  if (diagnostics.some(({ severity }) => severity === 'error')) return false;
  const files = artifacts.filter(({ path }) => /^jenkins\/(?:jobs|views)\/.*\.xml$/.test(path));
  for (const { path, content } of files) {
    const file = join(home, path.slice('jenkins/'.length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content.text);
  }
  return files.length > 0;
}

function added(one: Imported, other: Imported): Imported {
  return {
    counts: one.counts.map((count, index) => count + (other.counts[index] ?? 0)),
    elements: one.elements + other.elements,
    code: Math.max(one.code, other.code),
  };
}

/** Rounded down: all is all. */
function share(count: number, of: number): string {
  return `${count} (${of === 0 ? 0 : Math.floor((count * 1000) / of) / 10} %)`;
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { main } from '../compiler/cli/main.ts';
import { createNodeHost } from '../compiler/host/node-host.ts';

/*
 * Imports each folder of config.xml files that is named, with the command itself, and writes what came of it to
 * `test/import/results.md`. The configurations are those of others, and nothing of them is kept.
 */

const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error('name folders of config.xml files: npm run import:results -- DIR...');
const host = createNodeHost(new URL('..', import.meta.url));
const quiet = { isTerminal: false, columns: 100, write: () => undefined };
const rows: string[] = [];
for (const folder of folders) {
  const out = mkdtempSync(join(tmpdir(), 'bitesize-import-'));
  const started = performance.now();
  const code = await main(['import', resolve(folder), '--out', out, '--project', 'imported', '--overwrite'], {
    ...host,
    stdout: quiet,
    stderr: quiet,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const report = readFileSync(join(out, 'IMPORT.md'), 'utf8');
  const cell = (name: string) => new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(report)?.[1] ?? '';
  rows.push(
    `| ${basename(resolve(folder))} | ${[
      'jobs, folders and views',
      'equal to what was read',
      'equal but for secrets',
      'different',
      'without any XML',
      'elements that are fields',
    ]
      .map(cell)
      .join(' | ')} | ${seconds} s | ${code} |`,
  );
  rmSync(out, { recursive: true });
}
const table = `# What \`bitesize import\` makes of the jobs of others

Written by \`npm run import:results -- DIR...\`, over folders of config.xml files that Job Builder made of public
configurations. The time is that of the whole command, with the proof. The last column is its exit code: 1 where a job
cannot be among the specs, 4 where one differs.

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

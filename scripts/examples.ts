import { readdirSync } from 'node:fs';
import { main } from '../compiler/cli/main.ts';
import { createNodeHost } from '../compiler/host/node-host.ts';

/*
 * Writes `examples/<name>/output` and the picture `pipeline.svg` again, with the real command. `--check` writes nothing
 * and fails when an output is not what the compiler makes now.
 */
const check = process.argv.includes('--check') ? ['--check'] : [];
let failed = false;
// Recipes for CI are examples too, but no projects.
const projects = readdirSync('examples').filter((name) =>
  readdirSync(`examples/${name}`).some((file) => file.endsWith('.bitesize')),
);
for (const name of projects) {
  const folder = `examples/${name}`;
  const code = await main(
    ['compile', folder, '--out', `${folder}/output`, ...check],
    createNodeHost(new URL('../', import.meta.url)),
  );
  failed ||= code !== 0;
  if (check.length > 0) continue;
  const drawn = await main(
    ['graph', folder, '--out', `${folder}/pipeline.svg`],
    createNodeHost(new URL('../', import.meta.url)),
  );
  failed ||= drawn !== 0;
}
process.exitCode = failed ? 1 : 0;

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { context } from 'esbuild';
import { drawMutants, type Mutant, mutantsOf } from './draw-mutants.ts';
import { printResults, type Verdict } from './print-results.ts';

/*
 * npm run mutate -- [COUNT] [--seed N] [--area NAME] [--file PART] [--write]: makes COUNT small mistakes, one at a time and spread
 * evenly over the areas, and says which of them no test notices. `--write` keeps the result in results.md. A mutant is
 * tried in two steps, the cheap one first: the committed outputs, which tests compare, then the tests of its folder.
 */

const areas: Readonly<Record<string, Area>> = {
  lower: { folder: 'compiler/lower', tests: ['test/compiler/lower'] },
  model: { folder: 'compiler/model', tests: ['test/compiler/lower', 'test/emitters'] },
  emitters: { folder: 'emitters', tests: ['test/emitters'] },
  jenkins: { folder: 'jenkins', tests: ['test/emitters', 'test/jenkins', 'test/compiler/lower/jobs'] },
  plugins: { folder: 'compiler/plugins', tests: ['test/emitters/plugins-txt'] },
  check: { folder: 'compiler/check', tests: ['test/schema'] },
};

/** Sources that are mutated, and tests that speak of them beside those of the mirrored folder. */
interface Area {
  readonly folder: string;
  readonly tests: readonly string[];
}

/** A source file with another text. */
interface Change {
  readonly path: string;
  readonly text: string;
}

const options = process.argv.slice(2);
const optionOf = (name: string) => options[options.indexOf(name) + 1] ?? '';
const count = Number(options[0]?.startsWith('-') === false ? options[0] : 60);
const seed = options.includes('--seed') ? Number(optionOf('--seed')) : 20261129;
const chosen = Object.entries(areas).filter(
  ([name]) => !options.includes('--area') || name === optionOf('--area'),
);

const scratch = resolve('.cache/mutation');
const bundle = join(scratch, 'committed-outputs.mjs');
mkdirSync(scratch, { recursive: true });
let mutated: Change | undefined;
/** Test files that are known to pass as long as nothing is changed. */
const passing = new Set<string>();
const builder = await context({
  entryPoints: ['test/mutation/committed-outputs.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['typescript'],
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
  logLevel: 'silent',
  plugins: [
    {
      name: 'mutant',
      setup: ({ onLoad }) =>
        onLoad({ filter: /\.ts$/ }, ({ path }) =>
          path === mutated?.path ? { contents: mutated.text, loader: 'ts' } : undefined,
        ),
    },
  ],
});

await builder.rebuild();
if (outputsDiffer() !== undefined) throw new Error('the committed outputs differ before anything is changed');
const verdicts: Verdict[] = [];
for (const [index, [name, area]] of chosen.entries()) {
  const files = filesIn(area.folder).filter((file) =>
    file.includes(options.includes('--file') ? optionOf('--file') : ''),
  );
  const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
  const share =
    Math.floor(((index + 1) * count) / chosen.length) - Math.floor((index * count) / chosen.length);
  for (const mutant of drawMutants(mutants, share, seed + index)) {
    const killedBy = await killerOf(mutant, area);
    verdicts.push({ area: name, mutant, killedBy });
    console.log(
      `${verdicts.length}/${count} ${mutant.file}:${mutant.line} ${mutant.kind}: ${mutant.before} -> ${mutant.after}: ${killedBy ?? 'SURVIVES'}`,
    );
  }
}
await builder.dispose();
const results = printResults(verdicts, seed);
console.log(results);
if (options.includes('--write')) writeFileSync('test/mutation/results.md', results);

/** Returns what noticed a mutant, or undefined for one that survives. */
async function killerOf(mutant: Mutant, area: Area): Promise<string | undefined> {
  const path = resolve(mutant.file);
  const text = readFileSync(path, 'utf8');
  mutated = { path, text: text.slice(0, mutant.start) + mutant.after + text.slice(mutant.end) };
  try {
    await builder.rebuild();
  } catch {
    return 'it is no program';
  }
  return outputsDiffer() ?? testsFail(mutated, area);
}

function outputsDiffer(): string | undefined {
  const run = spawnSync(process.execPath, [bundle], { encoding: 'utf8', timeout: 240_000 });
  if (run.status === 0) return undefined;
  return run.status === 1 && run.stdout !== ''
    ? run.stdout.trim()
    : 'the command ends in an exception, or never';
}

function testsFail(change: Change, area: Area): string | undefined {
  // The nearest tests first: most mutants end there.
  for (const tests of [mirrorOf(change.path, area), area.tests]) {
    const failed = tests.length === 0 ? undefined : firstFailure(change, tests);
    if (failed === undefined) continue;
    // A test that fails anyway has noticed nothing.
    const unchanged = { path: change.path, text: readFileSync(change.path, 'utf8') };
    if (failed.endsWith('.ts') && !passing.has(failed) && firstFailure(unchanged, [failed]) !== undefined)
      throw new Error(`${failed} fails before anything is changed`);
    passing.add(failed);
    return failed;
  }
  return undefined;
}

function firstFailure(change: Change, tests: readonly string[]): string | undefined {
  const file = join(scratch, 'mutant.json');
  writeFileSync(file, JSON.stringify({ file: change.path, text: change.text }));
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts', ...tests],
    { encoding: 'utf8', env: { ...process.env, BITESIZE_MUTANT: file, NO_COLOR: '1' }, timeout: 900_000 },
  );
  if (run.status === 0) return undefined;
  const failed = /FAIL\s+(\S+\.ts)/.exec(`${run.stdout}${run.stderr}`)?.[1];
  return failed ?? 'a run of the tests that ends without a word';
}

/** Returns the folder of tests that mirrors that of a file, or the nearest one above within the area; none is fine. */
function mirrorOf(path: string, { folder: top }: Area): readonly string[] {
  let folder = join('test', dirname(path).slice(resolve('.').length + 1));
  while (!existsSync(folder) || !holdsTests(folder)) {
    if (folder === join('test', top)) return [];
    folder = dirname(folder);
  }
  return [folder];
}

function holdsTests(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !/\/(generated|data)\//.test(name))
    .sort();
}

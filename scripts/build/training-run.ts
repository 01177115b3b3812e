import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** Where the projects are whose runs decide what stands in one file and what V8 keeps. */
const EXAMPLES = 'examples';

/**
 * Runs `check` and `compile` of a built command. `list` returns the chunks that each of them loads first; `keep` keeps what V8
 * makes of the code.
 */
export async function trainingRun(
  what: 'list' | 'keep',
  target: string,
  options: BuildOptions,
): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-build-'));
  try {
    const program = join(folder, 'training.cjs');
    await build({
      ...options,
      entryPoints: ['scripts/build/training.ts'],
      outfile: program,
      bundle: true,
      format: 'cjs',
    });
    // Flags of Node change what V8 makes.
    const { NODE_OPTIONS: _, ...env } = process.env;
    const out = execFileSync(process.execPath, [program, resolve(target), what, join(folder, 'out')], {
      cwd: EXAMPLES,
      env: { ...env, BITESIZE_CACHE: join(folder, 'cache') },
      encoding: 'utf8',
    });
    return what === 'list' ? JSON.parse(out) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

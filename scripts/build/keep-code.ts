import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { uses } from '../../compiler/cli/start/open-code.ts';

/** The project whose runs decide which functions are kept: it has most of what projects have. */
const EXAMPLE = 'examples/sample-app';

/** Keeps what V8 makes of the code of a built command in runs of each use, for this version of Node. */
export async function keepCode(target: string, options: BuildOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-build-'));
  const program = join(folder, 'run-to-keep.cjs');
  try {
    await build({
      ...options,
      entryPoints: ['scripts/build/run-to-keep.ts'],
      outfile: program,
      bundle: true,
      format: 'cjs',
    });
    // Flags of Node change what V8 makes.
    const { NODE_OPTIONS: _, ...env } = process.env;
    for (const use of uses) {
      const settings = { cwd: EXAMPLE, env: { ...env, BITESIZE_CACHE: join(folder, use) } };
      execFileSync(process.execPath, [program, resolve(target), use, join(folder, `${use}-out`)], settings);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

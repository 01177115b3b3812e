import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

/** A program in Go whose sources are a folder of the tests. */
interface GoProgram extends Pick<Tool, 'name' | 'purpose'> {
  /** Below `test/oracles`. */
  readonly folder: string;
  /** First part of the name of what is built. */
  readonly program: string;
  /** The oldest Go that builds it. */
  readonly go: string;
}

/** Returns the tool that is built from a folder of Go sources, with the versions of its go.mod. */
export function goProgramTool({ name, purpose, folder, program, go: oldest }: GoProgram): Tool {
  const source = join(import.meta.dirname, '..', folder);
  const fileName = () => `${program}-${hashOf(source)}`;
  return {
    name,
    purpose,
    required: true,
    advice: `looked in the cache; needs Go ${oldest} or newer (in PATH or /usr/local/go) to build test/oracles/${folder}`,
    find: () => findProgram(fileName(), [cacheFolder('bin')]),
    install: async () => {
      const go = findProgram('go', ['/usr/local/go/bin']);
      if (go === undefined) return 'no Go here';
      const result = await runCommand(go, ['build', '-o', join(cacheFolder('bin'), fileName()), '.'], {
        cwd: source,
        env: { ...process.env, GOFLAGS: '-mod=readonly -buildvcs=false' },
      });
      return result.code === 0 ? undefined : `go build: ${result.stderr.trim().slice(-500)}`;
    },
  };
}

/** The name of what is built holds what it was built from. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

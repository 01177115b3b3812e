import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'readers', 'go');

/** The readers of `readers/go`, with kubectl's, kustomize's and their relatives' in the versions of its go.mod. */
export const goReadersTool: Tool = {
  name: "Go's readers of YAML",
  purpose: 'read texts as kubectl and kustomize do',
  required: true,
  advice:
    'looked in the cache; needs Go 1.24 or newer (in PATH or /usr/local/go) to build test/oracles/readers/go',
  find: () => findProgram(program(), [cacheFolder('bin')]),
  install: async () => {
    const go = findProgram('go', ['/usr/local/go/bin']);
    if (go === undefined) return 'no Go here';
    const result = await runCommand(go, ['build', '-o', join(cacheFolder('bin'), program()), '.'], {
      cwd: source,
      env: { ...process.env, GOFLAGS: '-mod=readonly -buildvcs=false' },
    });
    return result.code === 0 ? undefined : `go build: ${result.stderr.trim().slice(-500)}`;
  },
};

/** Its name holds what it was built from. */
function program(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(source).sort()) hash.update(name).update(readFileSync(join(source, name)));
  return `yaml-readers-${hash.digest('hex').slice(0, 16)}`;
}

import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

/** Has the schemas of Kubernetes 1.25 to 1.37 inside and needs no network. */
const VERSION = '1.37.0';

/** kubernetes-validate, from PyPI: validates manifests strictly against the published schemas of a version. */
export const kubernetesValidateTool: Tool = {
  name: `kubernetes-validate ${VERSION}`,
  purpose: 'validates Kubernetes objects strictly for 1.30 to 1.37',
  required: true,
  advice: `looked in the cache; needs python3 with venv (Debian: apt-get install python3-venv) to pip install kubernetes-validate==${VERSION}`,
  find: () => findProgram('kubernetes-validate', [join(environment(), 'bin')]),
  install: async () => {
    if ((await create()) !== undefined) await installPackage('python3-venv');
    const reason = await create();
    if (reason !== undefined) return reason;
    const pip = join(environment(), 'bin', 'pip');
    const result = await runCommand(pip, ['install', '--quiet', `kubernetes-validate==${VERSION}`]);
    return result.code === 0 ? undefined : `pip install: ${result.stderr.trim().slice(-500)}`;
  },
};

function environment(): string {
  return join(cacheFolder(), `kubernetes-validate-${VERSION}`);
}

/** Makes the Python environment; returns why it could not. */
async function create(): Promise<string | undefined> {
  const { code, stdout, stderr } = await runCommand('python3', ['-m', 'venv', environment()]);
  return code === 0 ? undefined : `python3 -m venv: ${(stdout + stderr).trim().slice(-500)}`;
}

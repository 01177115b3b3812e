import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

/** The newest release; it has the API server's own schemas of Kubernetes 1.23 to 1.30 built in and needs no network. */
const VERSION = 'v0.0.4';

/** kubectl-validate: validates manifests as the API server of Kubernetes 1.30 would. */
export const kubectlValidateTool: Tool = {
  name: `kubectl-validate ${VERSION}`,
  purpose: 'validates Kubernetes objects as an API server would',
  required: false,
  advice: `looked in PATH and the cache; with Go: go install sigs.k8s.io/kubectl-validate@${VERSION}`,
  find: () => findProgram('kubectl-validate', [join(cacheFolder(), 'bin')]),
  install: async () => {
    const go = findProgram('go', ['/usr/local/go/bin']);
    if (go === undefined) return 'no Go here';
    const result = await runCommand(go, ['install', `sigs.k8s.io/kubectl-validate@${VERSION}`], {
      cwd: cacheFolder(),
      env: { ...process.env, GOBIN: cacheFolder('bin'), GOFLAGS: '' },
    });
    return result.code === 0 ? undefined : `go install: ${result.stderr.trim().slice(-500)}`;
  },
};

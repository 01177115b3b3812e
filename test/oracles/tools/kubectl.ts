import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import type { Tool } from './tool.ts';

/** kubectl with `kubectl kustomize` (1.14 and newer). */
export const kubectlTool: Tool = {
  name: 'kubectl',
  purpose: 'kubectl kustomize must accept every kustomization.yaml',
  required: true,
  advice: 'looked in PATH; Debian: apt-get install kubernetes-client',
  find: () => findProgram('kubectl'),
  install: () => installPackage('kubernetes-client'),
};

import { findPythonProgram, installPythonPackage } from './python-package.ts';
import type { Tool } from './tool.ts';

/** Has the schemas of Kubernetes 1.25 to 1.37 inside and needs no network. */
const VERSION = '1.37.0';
const requirement = `kubernetes-validate==${VERSION}`;

/** kubernetes-validate, from PyPI: validates manifests strictly against the published schemas of a version. */
export const kubernetesValidateTool: Tool = {
  name: `kubernetes-validate ${VERSION}`,
  purpose: 'validates Kubernetes objects strictly for 1.30 to 1.37',
  required: true,
  advice: `looked in the cache; needs python3 with venv (Debian: apt-get install python3-venv) to pip install ${requirement}`,
  find: () => findPythonProgram('kubernetes-validate', requirement),
  install: () => installPythonPackage(requirement),
};

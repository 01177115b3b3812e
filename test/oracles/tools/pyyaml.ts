import { findPythonPackage, installPythonPackage } from './python-package.ts';
import type { Tool } from './tool.ts';

const VERSION = '6.0.3';
const requirement = `PyYAML==${VERSION}`;

/** PyYAML: `find` returns the `python` that has it. */
export const pyyamlTool: Tool = {
  name: `PyYAML ${VERSION}`,
  purpose: 'reads texts as programs in Python do',
  required: true,
  advice: `looked in the cache; needs python3 with venv (Debian: apt-get install python3-venv) to pip install ${requirement}`,
  find: () => findPythonPackage('yaml', requirement),
  install: () => installPythonPackage(requirement),
};

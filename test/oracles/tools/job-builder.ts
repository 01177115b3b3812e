import { findPythonProgram, installPythonPackage } from './python-package.ts';
import type { Tool } from './tool.ts';

const VERSION = '6.5.0';
const requirement = `jenkins-job-builder==${VERSION}`;
/** Job Builder needs `pkg_resources`, which newer ones lack, as does the environment since Python 3.12. */
const setuptools = 'setuptools==80.9.0';

/** Jenkins Job Builder, from PyPI: makes config.xml of its own YAML, without a Jenkins. */
export const jobBuilderTool: Tool = {
  name: `Jenkins Job Builder ${VERSION}`,
  purpose: 'makes the same jobs of its own YAML',
  required: true,
  advice: `looked in the cache; needs python3 with venv (Debian: apt-get install python3-venv) to pip install ${requirement}`,
  find: () => findPythonProgram('jenkins-jobs', requirement),
  install: () => installPythonPackage(requirement, setuptools),
};

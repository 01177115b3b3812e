import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import type { Tool } from './tool.ts';

/** shellcheck 0.9 or newer. */
export const shellcheckTool: Tool = {
  name: 'shellcheck',
  purpose: 'lints the emitted shell steps',
  required: true,
  advice: 'looked in PATH; Debian: apt-get install shellcheck',
  find: () => findProgram('shellcheck'),
  install: () => installPackage('shellcheck'),
};

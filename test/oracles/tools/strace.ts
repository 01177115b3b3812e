import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import type { Tool } from './tool.ts';

/** strace 5 or newer. */
export const straceTool: Tool = {
  name: 'strace',
  purpose: 'sees every file that the command opens, writes, removes or runs',
  required: true,
  advice: 'looked in PATH; Debian: apt-get install strace',
  find: () => findProgram('strace'),
  install: () => installPackage('strace'),
};

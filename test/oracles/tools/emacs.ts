import { existsSync } from 'node:fs';
import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import type { Tool } from './tool.ts';

/** Where Debian keeps eglot for an Emacs that does not have it. */
const EGLOT = '/usr/share/emacs/site-lisp/elpa-src';

/** Emacs with eglot. */
export const emacsTool: Tool = {
  name: 'Emacs with eglot',
  purpose: 'starts the language server as its users do',
  required: false,
  advice: 'looked in PATH; Debian: apt-get install emacs-nox elpa-eglot',
  find: () => (existsSync(EGLOT) ? findProgram('emacs') : undefined),
  install: async () => (await installPackage('emacs-nox')) ?? (await installPackage('elpa-eglot')),
};

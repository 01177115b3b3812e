import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';

/** Returns the path of a program in the Python environment of a package of PyPI, or undefined. */
export function findPythonProgram(name: string, requirement: string): string | undefined {
  return findProgram(name, [join(environment(requirement), 'bin')]);
}

/** Returns the path of the `python` that can import a module of a package of PyPI, or undefined. */
export function findPythonPackage(module: string, requirement: string): string | undefined {
  const library = join(environment(requirement), 'lib');
  const versions = existsSync(library) ? readdirSync(library) : [];
  const isHere = versions.some((version) => existsSync(join(library, version, 'site-packages', module)));
  return isHere ? join(environment(requirement), 'bin', 'python') : undefined;
}

/**
 * Installs a package of PyPI, such as `PyYAML==6.0.3`, in an environment of its own, and what it needs without saying so;
 * returns why it could not.
 */
export async function installPythonPackage(
  requirement: string,
  ...more: readonly string[]
): Promise<string | undefined> {
  if ((await create(requirement)) !== undefined) await installPackage('python3-venv');
  const reason = await create(requirement);
  if (reason !== undefined) return reason;
  const pip = join(environment(requirement), 'bin', 'pip');
  const result = await runCommand(pip, ['install', '--quiet', requirement, ...more]);
  return result.code === 0 ? undefined : `pip install: ${result.stderr.trim().slice(-500)}`;
}

function environment(requirement: string): string {
  return join(cacheFolder(), requirement.replace('==', '-'));
}

/** Makes the Python environment; returns why it could not. */
async function create(requirement: string): Promise<string | undefined> {
  const { code, stdout, stderr } = await runCommand('python3', ['-m', 'venv', environment(requirement)]);
  return code === 0 ? undefined : `python3 -m venv: ${(stdout + stderr).trim().slice(-500)}`;
}

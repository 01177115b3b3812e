import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';

let updated: Promise<unknown> | undefined;

/** Whether packages can be installed here: apt-get is present and we are root. */
export function canInstallPackages(): boolean {
  return findProgram('apt-get') !== undefined && process.getuid?.() === 0;
}

/** Returns the version that apt would install, or undefined when it knows none. */
export async function packageVersion(name: string): Promise<string | undefined> {
  await update();
  const { stdout } = await runCommand('apt-cache', ['policy', name]);
  const candidate = /Candidate: (\S+)/.exec(stdout)?.[1];
  return candidate === '(none)' ? undefined : candidate;
}

/** Installs one Debian package; returns undefined, or the reason why it failed. */
export async function installPackage(name: string): Promise<string | undefined> {
  if (!canInstallPackages()) return 'apt-get is missing or this user is not root';
  await update();
  const result = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.code === 0 ? undefined : `apt-get install ${name}: ${result.stderr.trim().slice(-500)}`;
}

function update(): Promise<unknown> {
  updated ??= runCommand('apt-get', ['update']);
  return updated;
}

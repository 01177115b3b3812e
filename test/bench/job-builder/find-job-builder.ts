import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The release that is measured. 6.4.2 needs the same time within the noise of the machine: of 1,080 projects 11.3 and
 * 13.0 s of CPU from templates, 33.7 and 34.1 s spelt out (2026-11-27, 6.4.2 first).
 */
const release = '6.5.0';
/** Job Builder still needs `pkg_resources`, which newer ones lack, as does the environment since Python 3.12. */
const setuptools = '80.9.0';
const environment = join('.cache', `jenkins-job-builder-${release}`);

/** A command that answers to the arguments of `jenkins-jobs`. */
export interface JobBuilder {
  readonly program: string;
  /** As it says it itself. */
  readonly version: string;
}

/**
 * Returns Jenkins Job Builder: the pinned release in `.cache/`, installed from PyPI when that is possible, or else the
 * one that is installed on the machine (the Debian package `jenkins-job-builder`), or why there is none.
 */
export function findJobBuilder(): JobBuilder | { readonly skipped: string } {
  const program = join(process.cwd(), environment, 'bin/jenkins-jobs');
  const whyNot = existsSync(program) ? undefined : install();
  for (const candidate of [program, 'jenkins-jobs']) {
    const version = versionOf(candidate);
    if (version !== undefined) return { program: candidate, version };
  }
  return { skipped: `no jenkins-jobs is installed, and ${whyNot ?? 'the one in .cache/ does not start'}` };
}

/** Makes the environment and returns undefined, or why it could not. */
function install(): string | undefined {
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['python3', '-m', 'venv', environment],
    [
      join(environment, 'bin/pip'),
      ...['install', '--quiet', `setuptools==${setuptools}`, `jenkins-job-builder==${release}`],
    ],
  ];
  for (const [program, ...argv] of steps) {
    const ran = spawnSync(program, argv, { encoding: 'utf8' });
    if (ran.status === 0) continue;
    const reason = ran.error?.message ?? `${ran.stdout}${ran.stderr}`.trim().split('\n').at(-1);
    return `\`${[program, ...argv].join(' ')}\` failed: ${reason}`;
  }
  return undefined;
}

function versionOf(program: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /^Jenkins Job Builder version: .*$/m.exec(`${stdout}${stderr}`)?.[0] : undefined;
}

import { massRemoval } from '../../diff/plan-summary.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import { diffProjects } from '../diff/diff-projects.ts';
import { mountNamed } from '../diff/mount-named.ts';
import { type DiffFormat, printDiff } from '../diff/print-diff.ts';
import { type FoundSides, findSides, twoFolders } from '../diff/project-sides.ts';

/** The options of `bitesize diff`. */
export interface DiffOptions {
  readonly base?: string;
  readonly format: DiffFormat;
  readonly unified?: true;
  readonly exitCode?: true;
  readonly maxRemovals: number;
  readonly color: ColourChoice;
}

/** Runs `bitesize diff`: what changes in Jenkins and in the cluster from a git ref, or from another folder. */
export async function runDiff(
  host: Host,
  folders: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const found = await sidesOf(host, folders, options.base);
  if (!found.ok) return failed(host, found.problem, exitCodes.usage);
  const { isFleet, projects: compared } = found;
  const { projects, problems, notes } = await diffProjects(host.cwd, compared, {
    unified: options.unified === true,
    isFleet,
  });
  for (const note of notes) host.stderr.write(`note: ${note}\n`);
  if (problems.length === 0 || isFleet)
    host.stdout.write(printDiff(host, projects, isFleet ? compared.length : undefined, options), 'colours');
  for (const problem of problems) failed(host, problem, exitCodes.errors);
  const changes = projects.flatMap((project) => project.changes);
  const tooMany = massRemoval(changes, options.maxRemovals);
  if (tooMany !== undefined) return failed(host, tooMany, exitCodes.errors);
  if (problems.length > 0) return exitCodes.errors;
  return options.exitCode === true && projects.length > 0 ? exitCodes.differs : exitCodes.fine;
}

async function sidesOf(
  host: Host,
  folders: readonly string[],
  base: string | undefined,
): Promise<FoundSides> {
  if (base !== undefined) return findSides(host, folders, base);
  if (folders.length === 2) {
    const mounted = await mountNamed(host, folders);
    return mounted.ok ? twoFolders(mounted.host, folders) : mounted;
  }
  const problem =
    folders.length < 2
      ? 'name the base: `--base <git ref>`, or a second folder'
      : 'more than two folders need `--base <git ref>`';
  return { ok: false, problem };
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}

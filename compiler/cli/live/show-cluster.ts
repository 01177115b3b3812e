import { compileFully } from '../../compile.ts';
import type { Change, ChangeGroup } from '../../diff/change.ts';
import { planCounts, planSummary } from '../../diff/plan-summary.ts';
import type { Host } from '../../host/host.ts';
import { type ClusterProject, clusterDrift, clusterPlan } from '../../live/cluster/cluster-changes.ts';
import { servedProblem } from '../../read/fleet/open-target.ts';
import { openProject } from '../../read/open-project.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import { findProjects } from '../../run/plan/find-projects.ts';
import { cleanText } from '../../util/log-text.ts';
import { type DiffFormat, printGroups } from '../diff/print-diff.ts';
import { tellFindings } from './open-live.ts';

/** The options of commands that ask a cluster. */
interface ClusterOptions {
  /** A context of the kubeconfig; `true` for the current one. */
  readonly cluster: string | true;
  readonly format: DiffFormat;
  readonly exitCode?: true;
  readonly color: ColourChoice;
}

/** Whether it is told what was changed in a cluster, or what applying the specs would change there. */
type Purpose = 'drift' | 'plan';

/**
 * Asks a cluster with the user's kubectl about the objects of projects, and prints in what they differ. Findings and notes go
 * to standard error.
 */
export async function showCluster(
  host: Host,
  names: readonly string[],
  options: ClusterOptions,
  purpose: Purpose,
): Promise<ExitCode> {
  const { folders, diagnostics } = await findProjects(host, names);
  const [wrong] = diagnostics;
  if (wrong !== undefined) return failed(host, [wrong.message], exitCodes.usage);
  const served = await servedProblem(host, folders);
  if (served !== undefined) return failed(host, [served], exitCodes.usage);
  const compiled = await Promise.all(folders.map((folder) => compileProject(host, folder)));
  const problems = compiled.flatMap(({ folder, errors }) =>
    errors === 0 ? [] : [`\`${shown(folder)}\` has ${count(errors, 'error')}: \`bitesize check\` shows them`],
  );
  if (problems.length > 0) return failed(host, problems, exitCodes.errors);
  const ask = purpose === 'drift' ? clusterDrift : clusterPlan;
  const answer = ask(host, compiled, options.cluster === true ? undefined : options.cluster);
  const findings = [
    ...answer.diagnostics.map((diagnostic) => ({ diagnostic, folder: '' })),
    ...answer.projects.flatMap((project) =>
      project.diagnostics.map((diagnostic) => ({ diagnostic, folder: project.folder })),
    ),
  ];
  const isWrong = tellFindings(host, findings, options.color);
  // Nobody answered: there is nothing to show, and no "0 changed" that somebody could believe.
  if (answer.diagnostics.some(({ severity }) => severity === 'error')) return exitCodes.errors;
  for (const { notes } of answer.projects)
    for (const note of notes) host.stderr.write(`note: ${cleanText(note)}\n`);
  const changes = answer.projects.flatMap((project) =>
    compiled.length > 1
      ? project.changes.map((change) => inProject(project.folder, change))
      : project.changes,
  );
  const place = answer.context === undefined ? 'the cluster' : `the cluster \`${answer.context}\``;
  const { add, change, remove } = planCounts(changes);
  const told =
    purpose === 'plan'
      ? { summary: planSummary(changes), counts: { plan: planCounts(changes) } }
      : {
          summary: `Drift: ${add + change} changed, ${remove} missing`,
          counts: { drift: { changed: add + change, missing: remove } },
        };
  const head = { ...(answer.context === undefined ? {} : { context: answer.context }), ...told.counts };
  const groups = groupsOf(changes, purpose, place);
  host.stdout.write(printGroups(host, groups, { summary: told.summary, head }, options), 'colours');
  if (isWrong) return exitCodes.errors;
  return options.exitCode === true && changes.length > 0 ? exitCodes.differs : exitCodes.fine;
}

/** A project with what it becomes, and how many errors are in its way. */
interface CompiledProject extends ClusterProject {
  readonly errors: number;
}

async function compileProject(host: Host, folder: string): Promise<CompiledProject> {
  const { sources, files, diagnostics } = await openProject(host, folder);
  const compilation = await compileFully(sources, { unknownFields: 'warn', allowPlainSecrets: true, files });
  const all = [...diagnostics, ...compilation.diagnostics];
  return { folder, compilation, errors: all.filter(({ severity }) => severity === 'error').length };
}

function groupsOf(changes: readonly Change[], purpose: Purpose, place: string): readonly ChangeGroup[] {
  if (purpose === 'plan') return [{ id: 'changes', title: `What changes in ${place}`, changes }];
  const isMissing = ({ action }: Change) => action === 'remove';
  return [
    {
      id: 'changed',
      title: `Changed in ${place}`,
      changes: changes.filter((change) => !isMissing(change)),
    },
    { id: 'missing', title: `Missing in ${place}`, changes: changes.filter(isMissing) },
  ];
}

/** Objects of two projects may have one name. */
function inProject(folder: string, change: Change): Change {
  return { ...change, name: `${shown(folder)}: ${change.name}` };
}

function shown(folder: string): string {
  return folder === '' ? '.' : cleanText(folder);
}

function failed(host: Host, problems: readonly string[], code: ExitCode): ExitCode {
  for (const problem of problems) host.stderr.write(`error: ${problem}\n`);
  return code;
}

import type { Change, ChangeGroup } from '../../diff/change.ts';
import { planCounts } from '../../diff/plan-summary.ts';
import type { Host } from '../../host/host.ts';
import { clusterDrift, clusterPlan } from '../../live/cluster/cluster-changes.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import { findProjects } from '../../run/plan/find-projects.ts';
import { cleanText } from '../../util/log-text.ts';
import { compileSide } from '../diff/diff-project.ts';

/** What a cluster has beside what the specs make, or what applying them would do to it. */
export interface ClusterView {
  readonly groups: readonly ChangeGroup[];
  readonly findings: readonly Finding[];
  /** For the last line. */
  readonly summary: string;
  /** For the head of JSON. */
  readonly head: object;
  /** How many things differ. */
  readonly differing: number;
}

/** What is seen of a cluster, or what is wrong with the command line or with projects. */
export type AskedCluster =
  | { readonly kind: 'view'; readonly view: ClusterView }
  | { readonly kind: 'usage' | 'errors'; readonly problems: readonly string[] };

/**
 * Asks a cluster with the user's kubectl about the objects of projects. `context` is one of the kubeconfig, or `true` for the
 * current one. Notes go to standard error.
 */
export async function askCluster(
  host: Host,
  names: readonly string[],
  context: string | true,
  purpose: 'drift' | 'plan',
): Promise<AskedCluster> {
  const { folders, diagnostics } = await findProjects(host, names);
  const [wrong] = diagnostics;
  if (wrong !== undefined) return { kind: 'usage', problems: [wrong.message] };
  const sides = await Promise.all(folders.map((folder) => compileSide({ host, folder })));
  const problems = sides.flatMap(({ folder, errors }) =>
    errors === 0 ? [] : [`\`${shown(folder)}\` has ${count(errors, 'error')}: \`bitesize check\` shows them`],
  );
  if (problems.length > 0) return { kind: 'errors', problems };
  const ask = purpose === 'drift' ? clusterDrift : clusterPlan;
  const answer = ask(host, sides, context === true ? undefined : context);
  const place = answer.context === undefined ? 'the cluster' : `the cluster \`${answer.context}\``;
  for (const { notes } of answer.projects)
    for (const note of notes) host.stderr.write(`note: ${cleanText(note)}\n`);
  const all = answer.projects.flatMap(({ folder, changes }) =>
    sides.length > 1 ? changes.map((change) => inProject(folder, change)) : changes,
  );
  return {
    kind: 'view',
    view: {
      groups: groupsOf(all, purpose, place),
      findings: [
        ...answer.diagnostics.map((diagnostic) => ({ diagnostic, folder: '' })),
        ...answer.projects.flatMap((project) =>
          project.diagnostics.map((diagnostic) => ({ diagnostic, folder: project.folder })),
        ),
      ],
      summary: `in ${place} ${countsText(all, purpose)}`,
      head: { cluster: { ...(answer.context ? { context: answer.context } : {}), ...counts(all, purpose) } },
      differing: all.length,
    },
  };
}

/** Objects of two projects may have one name. */
function inProject(folder: string, change: Change): Change {
  return { ...change, name: `${shown(folder)}: ${change.name}` };
}

function groupsOf(changes: readonly Change[], purpose: 'drift' | 'plan', place: string): ChangeGroup[] {
  if (purpose === 'plan') return [{ id: 'cluster', title: `What changes in ${place}`, changes }];
  const isMissing = ({ action }: Change) => action === 'remove';
  return [
    {
      id: 'changedInCluster',
      title: `Changed in ${place}`,
      changes: changes.filter((change) => !isMissing(change)),
    },
    { id: 'missingInCluster', title: `Missing in ${place}`, changes: changes.filter(isMissing) },
  ];
}

function counts(changes: readonly Change[], purpose: 'drift' | 'plan'): object {
  const { add, change, remove } = planCounts(changes);
  return purpose === 'plan' ? { add, change, remove } : { changed: add + change, missing: remove };
}

function countsText(changes: readonly Change[], purpose: 'drift' | 'plan'): string {
  const { add, change, remove } = planCounts(changes);
  return purpose === 'plan'
    ? `${add} to add, ${change} to change, ${remove} to remove`
    : `${add + change} changed, ${remove} missing`;
}

function shown(folder: string): string {
  return folder === '' ? '.' : cleanText(folder);
}

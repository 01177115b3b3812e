import type { Change } from '../../diff/change.ts';
import { changesBetween } from '../../diff/changes.ts';
import { orderedRisks } from '../../diff/ordered-risks.ts';
import type { ProjectView } from '../workspace.ts';

/** So many are read before somebody confirms; `diff` says all of them. */
const MOST_CONSEQUENCES = 20;

/** Returns what changes in Jenkins and in the cluster between two views of a project, a sentence each, risks first. */
export function renameConsequences(before: ProjectView, after: ProjectView): readonly string[] {
  const [old, now] = [before.compilation().ir, after.compilation().ir];
  if (old === undefined || now === undefined)
    return ['what it means for jobs and objects is not known while the specs have errors'];
  const changes = changesBetween(old, now);
  const risks = orderedRisks(changes).map(({ change, risk }) => `${titleOf(change)}: ${risk.text}`);
  const moves = changes.filter(({ action }) => action !== 'change').map(moveText);
  const changed = changes.filter(({ action }) => action === 'change').length;
  const all = [
    ...risks,
    ...moves,
    ...(changed === 0
      ? []
      : [`${changed === 1 ? 'one more thing changes' : `${changed} more things change`}`]),
  ];
  if (all.length <= MOST_CONSEQUENCES) return all;
  return [
    ...all.slice(0, MOST_CONSEQUENCES - 1),
    `and ${all.length - MOST_CONSEQUENCES + 1} more, which \`bitesize diff\` shows`,
  ];
}

function moveText(change: Change): string {
  const { action } = change;
  if (action === 'rename') return titleOf(change);
  return `${titleOf(change)} ${action === 'add' ? 'is added' : 'is removed'}`;
}

function titleOf({ kind, name, from }: Change): string {
  return from === undefined ? `${kind} \`${name}\`` : `${kind} \`${from}\` becomes \`${name}\``;
}

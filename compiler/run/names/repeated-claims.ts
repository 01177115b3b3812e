import type { Claim } from '../project/project-outcome.ts';
import { type TaskName, taskId } from '../task-name.ts';
import type { Claimed } from './taken-names.ts';

/** A claim and the project that it is of. */
export interface OwnedClaim extends Claim, TaskName {}

/** A name that a project takes, and who has taken it first. */
export interface SharedName {
  readonly claim: OwnedClaim;
  readonly first: OwnedClaim;
}

/**
 * Returns the names that projects take and an earlier one of them has taken, in the order of the projects. Two Jenkinses of one
 * name have one namespace, too, which is not told besides.
 */
export function repeatedClaims(projects: readonly Claimed[]): readonly SharedName[] {
  const firsts = new Map<string, { readonly claim: Claim; readonly project: Claimed }>();
  const shared: SharedName[] = [];
  for (const project of projects) {
    let sameJenkins: string | undefined;
    for (const claim of project.claims) {
      const key = `${claim.kind} ${claim.key}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { claim, project });
      else if (taskId(first.project) !== taskId(project)) {
        if (claim.kind === 'controller') sameJenkins = claim.key;
        else if (claim.kind === 'namespace' && sameJenkins?.startsWith(`${claim.key}/`) === true) continue;
        shared.push({ claim: owned(claim, project), first: owned(first.claim, first.project) });
      }
    }
  }
  return shared;
}

function owned(claim: Claim, { folder, controller }: Claimed): OwnedClaim {
  return { ...claim, folder, ...(controller === undefined ? {} : { controller }) };
}

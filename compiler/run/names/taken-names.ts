import { type Code, codes } from '../../diagnostics/codes.ts';
import type { Claim, ProjectOutcome } from '../project/project-outcome.ts';
import { type TaskName, taskId } from '../task-name.ts';

/** A project and what it takes outside itself. */
export type Claimed = Pick<ProjectOutcome, 'folder' | 'controller' | 'claims'>;

/** A claim and the project that it is of. */
export interface OwnedClaim extends Claim, TaskName {}

/** A name that a project takes, and who has taken it first. */
export interface SharedName {
  readonly claim: OwnedClaim;
  readonly first: OwnedClaim;
}

/** The finding about two projects that take a name of a kind. */
export const sharedNameCodes = {
  host: 'fleet/shared-host',
  image: 'fleet/shared-image',
  controller: 'fleet/shared-controller',
  namespace: 'fleet/shared-namespace',
} as const satisfies Record<Claim['kind'], Code>;

/** The names that projects of a run have taken; of two that take one, it is of the first in the order of the run. */
export class TakenNames {
  private readonly owners = new Map<string, OwnedClaim>();

  /** Returns the names that an earlier project has taken; the others belong to this one from now on. */
  take({ claims, folder, controller }: Claimed): readonly SharedName[] {
    const owner = controller === undefined ? { folder } : { folder, controller };
    const shared: SharedName[] = [];
    for (const claim of claims) {
      const key = `${claim.kind} ${claim.key}`;
      const first = this.owners.get(key);
      if (first === undefined) this.owners.set(key, { ...claim, ...owner });
      else if (taskId(first) !== taskId(owner)) shared.push({ claim: { ...claim, ...owner }, first });
    }
    return shared;
  }

  /** Takes the names of a project, and returns whether it may be written: not so where one of them is an error. */
  admits(project: Claimed): boolean {
    return this.take(project).every(({ claim }) => codes[sharedNameCodes[claim.kind]].severity !== 'error');
  }
}

/** Returns the outcomes of a run, in its order, without the outputs of projects that take a name of an earlier one. */
export function withoutRefused(outcomes: readonly ProjectOutcome[]): readonly ProjectOutcome[] {
  const names = new TakenNames();
  return outcomes.map((outcome) => {
    if (names.admits(outcome) || outcome.output === undefined) return outcome;
    const { output: _, ...rest } = outcome;
    return rest;
  });
}

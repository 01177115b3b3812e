import { type Code, codeDefinition } from '../../diagnostics/codes.ts';
import type { Claim, ProjectOutcome } from '../project/project-outcome.ts';
import { taskId } from '../task-name.ts';

/** A project and what it takes outside itself. */
export type Claimed = Pick<ProjectOutcome, 'folder' | 'controller' | 'claims'>;

/** The finding about two projects that take a name of a kind. */
export const sharedNameCodes = {
  host: 'fleet/shared-host',
  image: 'fleet/shared-image',
  controller: 'fleet/shared-controller',
  namespace: 'fleet/shared-namespace',
} as const satisfies Record<Claim['kind'], Code>;

/**
 * The names of which each is of one project alone, and whose they are; of two that take one, it is of the first in the
 * order of the run. There are a few for each project of a run, so that nothing else is held of it.
 */
export class TakenNames {
  private readonly ownersOfKind = new Map<Claim['kind'], Map<string, string>>();

  /** Takes the names of a project, and returns whether it may be written: not so where an earlier one has one of them. */
  admits(project: Claimed): boolean {
    const id = taskId(project);
    let isAdmitted = true;
    for (const { kind, key } of project.claims) {
      if (codeDefinition(sharedNameCodes[kind]).severity !== 'error') continue;
      const owners = this.ownersOf(kind);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, id);
      else if (owner !== id) isAdmitted = false;
    }
    return isAdmitted;
  }

  private ownersOf(kind: Claim['kind']): Map<string, string> {
    const known = this.ownersOfKind.get(kind);
    if (known !== undefined) return known;
    const owners = new Map<string, string>();
    this.ownersOfKind.set(kind, owners);
    return owners;
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

import type { Ir } from '../model/ir.ts';
import type { Change } from './change.ts';
import { diffEntities } from './diff-entities.ts';
import { entitiesOf } from './entities-of.ts';
import { changesOfMove, isMoved } from './moved-project.ts';

/** Returns what changes in Jenkins and in the cluster between two IRs; an absent one has nothing in it. */
export function changesBetween(before: Ir | undefined, after: Ir | undefined): readonly Change[] {
  if (before !== undefined && after !== undefined && isMoved(before, after))
    return changesOfMove(before, after);
  return diffEntities(
    before === undefined ? [] : entitiesOf(before),
    after === undefined ? [] : entitiesOf(after),
  );
}

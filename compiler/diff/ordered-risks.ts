import { type Change, type Risk, riskKinds } from './change.ts';

/** A risk with the change that brings it. */
export interface ChangeRisk {
  readonly change: Change;
  readonly risk: Risk;
}

/** Returns all risks of changes, those first that lose most; every report lists them in this order. */
export function orderedRisks(changes: readonly Change[]): readonly ChangeRisk[] {
  return changes
    .flatMap((change) => change.risks.map((risk) => ({ change, risk })))
    .sort((a, b) => riskKinds.indexOf(a.risk.kind) - riskKinds.indexOf(b.risk.kind));
}

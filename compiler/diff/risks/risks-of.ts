import type { Risk } from '../change.ts';
import { downgrade } from './downgrade.ts';
import { leftBehind } from './left-behind.ts';
import { lostData } from './lost-data.ts';
import { lostHistory } from './lost-history.ts';
import { movedHost } from './moved-host.ts';
import { openedGate } from './opened-gate.ts';
import { restrictedAgent } from './restricted-agent.ts';
import type { RiskRule, SeenChange } from './risk-rule.ts';
import { widenedPermission } from './widened-permission.ts';

const rules: readonly RiskRule[] = [
  lostHistory,
  lostData,
  widenedPermission,
  restrictedAgent,
  openedGate,
  downgrade,
  movedHost,
  leftBehind,
];

/** Returns the risks of a change, each once. */
export function risksOf(change: SeenChange): readonly Risk[] {
  const found = rules.flatMap((rule) => rule(change));
  return found.filter(({ text }, index) => found.findIndex((risk) => risk.text === text) === index);
}

import type { Risk } from '../change.ts';
import { downgrade } from './downgrade.ts';
import { jobCredentials } from './job-credentials.ts';
import { jobPermissions } from './job-permissions.ts';
import { leftBehind } from './left-behind.ts';
import { lostBranches } from './lost-branches.ts';
import { lostData } from './lost-data.ts';
import { lostGuards } from './lost-guards.ts';
import { lostHistory } from './lost-history.ts';
import { lostResults } from './lost-results.ts';
import { lostTls } from './lost-tls.ts';
import { lostTriggers } from './lost-triggers.ts';
import { movedHost } from './moved-host.ts';
import { movedTraffic } from './moved-traffic.ts';
import { notApplied } from './not-applied.ts';
import { openBuilds } from './open-builds.ts';
import { openRequests } from './open-requests.ts';
import { openedGate } from './opened-gate.ts';
import { outage } from './outage.ts';
import { restrictedAgent } from './restricted-agent.ts';
import type { RiskRule, SeenChange } from './risk-rule.ts';
import { trustedScripts } from './trusted-scripts.ts';
import { widenedPermission } from './widened-permission.ts';

const rules: readonly RiskRule[] = [
  lostData,
  outage,
  movedTraffic,
  movedHost,
  lostTls,
  openedGate,
  lostResults,
  lostGuards,
  openRequests,
  openBuilds,
  lostTriggers,
  widenedPermission,
  restrictedAgent,
  jobCredentials,
  jobPermissions,
  trustedScripts,
  downgrade,
  lostHistory,
  lostBranches,
  leftBehind,
  notApplied,
];

/** Returns the risks of a change, each once. */
export function risksOf(change: SeenChange): readonly Risk[] {
  const found = rules.flatMap((rule) => rule(change));
  return found.filter(({ text }, index) => found.findIndex((risk) => risk.text === text) === index);
}

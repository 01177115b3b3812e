import type { Host } from '../../host/host.ts';
import { type LivePlan, PLAN_FORMAT, type PlanStep } from '../live-plan.ts';
import type { KeptStep } from './backup.ts';
import { configDigest } from './live-config.ts';

/** A plan that puts back what a backup keeps, and what of it cannot come back. */
export interface UndoPlan {
  readonly plan: LivePlan;
  /** One line each. */
  readonly notes: readonly string[];
}

/**
 * Returns the plan that puts back what an apply changed, the last change first: what it made is deleted if it is still as it was
 * made, what it deleted is made anew, everything else gets the configuration and the name that it had.
 */
export function undoPlan(
  backup: { readonly url: string; readonly steps: readonly KeptStep[] },
  {
    user,
    version,
    sha256,
  }: { readonly user: string | undefined; readonly version: string } & Pick<Host, 'sha256'>,
): UndoPlan {
  const steps = [...backup.steps].reverse().flatMap((kept) => undoStep(kept, sha256));
  const lost = backup.steps.filter(
    ({ step }) => step.kind === 'job' && (step.action === 'delete' || step.action === 'replace'),
  );
  const notes = lost.map(({ step }) => `the builds of job \`${step.name}\` are gone: it is made anew`);
  return { plan: { format: PLAN_FORMAT, url: backup.url, user, version, steps }, notes };
}

function undoStep({ step, before, after }: KeptStep, sha256: Host['sha256']): readonly PlanStep[] {
  const { action, kind, name, project, from } = step;
  const on = { kind, name, project };
  const wanted = before === undefined ? undefined : { digest: configDigest(sha256, before), xml: before };
  // What was not begun has no digest: nothing is known of what stands there, so it has to be as it was.
  const seen = { digest: after ?? wanted?.digest ?? '' };
  switch (action) {
    case 'create':
      return [{ action: 'delete', ...on, before: seen }];
    case 'update':
    case 'disable':
      return wanted === undefined ? [] : [{ action: 'update', ...on, before: seen, after: wanted }];
    case 'replace':
      return wanted === undefined
        ? [{ action: 'delete', ...on, before: seen }]
        : [{ action: 'replace', ...on, before: seen, after: wanted }];
    case 'delete':
      return wanted === undefined ? [] : [{ action: 'create', ...on, after: wanted }];
    case 'move':
      return from === undefined
        ? []
        : [{ action: 'move', kind, name: from, from: name, project, before: seen }];
  }
}

import type { ChangeGroup } from '../../diff/change.ts';
import { planCounts, planSummary } from '../../diff/plan-summary.ts';
import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { LivePlan } from '../../live/live-plan.ts';
import { makePlan } from '../../live/make-plan.ts';
import { printPlan } from '../../live/plan-file.ts';
import type { PlanLimits } from '../../live/plan-findings.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import type { PlanLimitOptions } from '../add-plan-options.ts';
import { type LiveOptions, liveTarget, type ServerOptions } from '../add-server-options.ts';
import { type DiffFormat, printGroups } from '../diff/print-diff.ts';
import { openLive, tellFindings } from '../live/open-live.ts';
import { showCluster } from '../live/show-cluster.ts';

/** The options of `bitesize plan`. */
export interface PlanCommandOptions extends LiveOptions, PlanLimitOptions {
  readonly out?: string;
  readonly format: DiffFormat;
  readonly exitCode?: true;
  readonly color: ColourChoice;
}

/**
 * Runs `bitesize plan`: what has to be done so that a running Jenkins has what the specs make, or what applying the manifests
 * would change in a cluster.
 */
export async function runPlan(
  host: Host,
  folders: readonly string[],
  options: PlanCommandOptions,
): Promise<ExitCode> {
  const { cluster, out, exitCode } = options;
  const target = liveTarget(options);
  if (cluster !== undefined && out !== undefined) return usage(host, OUT_OF_CLUSTER);
  if (target.kind === 'problem') return usage(host, target.problem);
  if (target.kind === 'cluster') return showCluster(host, folders, { ...options, ...target }, 'plan');
  const planned = await showPlan(host, folders, { ...options, ...target, isPreview: out === undefined });
  if (planned.kind === 'ended') return planned.code;
  const { plan } = planned;
  if (out !== undefined) {
    const written = replaceFile(host, out, printPlan(plan));
    if (!written.ok) {
      host.stderr.write(`error: cannot write ${out}: ${written.failure.reason}\n`);
      return exitCodes.failure;
    }
    // It holds the configurations that are sent.
    host.files.setMode(out, 0o600);
  }
  return exitCode === true && plan.steps.length > 0 ? exitCodes.differs : exitCodes.fine;
}

const OUT_OF_CLUSTER = '`--out` is for `--jenkins`: manifests are applied as the README of the output says';

function usage(host: Host, problem: string): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return exitCodes.usage;
}

/** A plan that was made and shown, or the code that the command ends with: why was told. */
export type ShownPlan =
  | { readonly kind: 'plan'; readonly plan: LivePlan }
  | { readonly kind: 'ended'; readonly code: ExitCode };

/** Makes a plan for a running Jenkins, and shows what it changes. */
export async function showPlan(
  host: Host,
  folders: readonly string[],
  options: ServerOptions &
    PlanLimitOptions &
    Pick<PlanCommandOptions, 'format' | 'color'> &
    Pick<PlanLimits, 'isPreview'>,
): Promise<ShownPlan> {
  const opened = await openLive(host, folders, { ...options, besideJobs: false });
  if (opened.kind === 'ended') return opened;
  const { wanted, state, equal, findings } = opened.live;
  const made = makePlan(wanted, state, {
    ...limitsOf(options),
    isPreview: options.isPreview,
    sha256: host.sha256,
    equal,
  });
  equal.save();
  const isWrong = tellFindings(host, [...findings, ...made.findings], options.color);
  const groups: readonly ChangeGroup[] = [
    { id: 'changes', title: `What changes at ${state.url}`, changes: made.changes },
    {
      id: 'kept',
      title: 'Made from specs, no spec makes it any more, and it stays',
      changes: [],
      names: made.kept,
    },
  ];
  const summary = planSummary(made.changes);
  const head = { url: state.url, plan: planCounts(made.changes) };
  host.stdout.write(printGroups(host, groups, { summary, head }, options), 'colours');
  // What was not read would be made anew.
  if (isWrong || made.plan === undefined) return { kind: 'ended', code: exitCodes.errors };
  return { kind: 'plan', plan: made.plan };
}

function limitsOf({ disable, delete: deletes, maxRemovals, trustVisible }: PlanLimitOptions) {
  return {
    disable: disable === true,
    delete: deletes === true,
    maxRemovals,
    trustVisible: trustVisible === true,
  };
}

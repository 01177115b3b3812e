import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { tidyPath } from '../../host/path.ts';
import { type Connection, connectServer } from '../../jenkins-server/connect-server.ts';
import type { ApplyContext } from '../../live/apply/apply-context.ts';
import { type Applied, applyPlan, checkPlan } from '../../live/apply/apply-plan.ts';
import { readBackup } from '../../live/apply/backup.ts';
import { plannedRequests } from '../../live/apply/planned-requests.ts';
import { backupFinding } from '../../live/apply/run-step.ts';
import { undoPlan } from '../../live/apply/undo-plan.ts';
import type { LivePlan } from '../../live/live-plan.ts';
import { parsePlan } from '../../live/plan-file.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import { createProgress } from '../../run/progress.ts';
import { cleanText } from '../../util/log-text.ts';
import { version } from '../../version.ts';
import type { PlanLimitOptions } from '../add-plan-options.ts';
import type { ServerOptions } from '../add-server-options.ts';
import { tellFindings } from '../live/open-live.ts';
import { type HttpTrace, openTrace } from '../trace-http.ts';
import { showPlan } from './plan.ts';

/** The options of `bitesize apply`. */
export interface ApplyCommandOptions extends ServerOptions, PlanLimitOptions {
  readonly yes?: true;
  readonly dryRun?: true;
  readonly undo?: string;
  readonly backup?: string;
  /** In seconds. */
  readonly lockTimeout: number;
  readonly color: ColourChoice;
}

/** A plan to apply, or the code that the command ends with: why was told. */
type FoundPlan =
  | {
      readonly kind: 'plan';
      readonly plan: LivePlan;
      readonly notes: readonly string[];
      readonly asks: boolean;
    }
  | { readonly kind: 'ended'; readonly code: ExitCode };

/** Runs `bitesize apply`: does to a running Jenkins what a plan says, or what puts back an earlier apply. */
export async function runApply(
  host: Host,
  names: readonly string[],
  options: ApplyCommandOptions,
): Promise<ExitCode> {
  const found = await findPlan(host, names, options);
  if (found.kind === 'ended') return found.code;
  const { plan, notes, asks } = found;
  for (const note of notes) host.stdout.write(`${cleanText(note)}\n`);
  if (plan.steps.length === 0) {
    host.stdout.write('nothing to do\n');
    return exitCodes.fine;
  }
  if (asks && options.yes !== true && options.dryRun !== true) {
    const question = `Do that to ${plan.url}? Only \`yes\` does it: `;
    if (host.ask === undefined) {
      host.stderr.write('error: nobody can be asked: pass `--yes`, or a plan that was looked at\n');
      return exitCodes.usage;
    }
    if ((await host.ask(question))?.trim() !== 'yes') {
      host.stdout.write('nothing was done\n');
      return exitCodes.fine;
    }
  }
  // Making the plan has written its own part.
  const trace = openTrace(host, options.traceHttp, asks && options.undo === undefined);
  return applyTo(host, plan, options, trace);
}

async function findPlan(
  host: Host,
  names: readonly string[],
  options: ApplyCommandOptions,
): Promise<FoundPlan> {
  const [name] = names;
  if (options.undo !== undefined)
    return names.length > 0
      ? usage(host, '`--undo` takes one backup, and no plan and no projects beside it')
      : planOfUndo(host, options.undo, options);
  if (name !== undefined && names.length === 1 && /\.json$/i.test(name))
    return planOfFile(host, name, options);
  const plan = names.find((each) => /\.json$/i.test(each));
  if (plan !== undefined)
    return usage(
      host,
      `\`${cleanText(plan)}\` is a plan: it is applied alone, beside no project and no other plan`,
    );
  const shown = await showPlan(host, names, { ...options, format: 'text', isPreview: false });
  return shown.kind === 'ended' ? shown : { kind: 'plan', plan: shown.plan, notes: [], asks: true };
}

/** Plans hold configurations. */
const MOST_OF_PLAN = 512 * 1024 * 1024;

function planOfFile(host: Host, path: string, { color }: ApplyCommandOptions): FoundPlan {
  const read = host.files.read(path, { limit: MOST_OF_PLAN });
  const found = read.ok
    ? parsePlan(new TextDecoder().decode(read.value))
    : { kind: 'problem' as const, problem: read.failure.reason };
  if (found.kind === 'plan') return { kind: 'plan', plan: found.plan, notes: [], asks: false };
  const finding = diagnose('live/plan-file', { path, problem: found.problem }, undefined, {
    help: 'write it again with `bitesize plan --out`',
  });
  return ended(host, finding, color);
}

function planOfUndo(host: Host, named: string, { color }: ApplyCommandOptions): FoundPlan {
  const folder = tidyPath(named);
  const read = readBackup(host, folder);
  if (read.kind === 'problem') return ended(host, backupFinding(folder, read.problem), color);
  // The user of a plan is told, and no more.
  const { plan, notes } = undoPlan(read, { user: undefined, version, sha256: host.sha256 });
  const lines = plan.steps.map((step) => {
    const from = step.action === 'move' ? `\`${step.from}\` to ` : '';
    return `${step.action} ${step.kind} ${from}\`${step.name}\``;
  });
  return { kind: 'plan', plan, notes: [...lines, ...notes], asks: true };
}

async function applyTo(
  host: Host,
  plan: LivePlan,
  options: ApplyCommandOptions,
  trace: HttpTrace | undefined,
): Promise<ExitCode> {
  const { jenkins, caFile, color, lockTimeout, dryRun } = options;
  const findings: Diagnostic[] = [];
  const report = (finding: Diagnostic) => void findings.push(finding);
  const ending = new AbortController();
  let isStopping = false;
  const stop = host.onInterrupt(() => {
    isStopping = true;
    host.stderr.write('stopping: what was begun ends first\n');
  });
  const progress = createProgress(host, plan.steps.length, 'steps');
  let applied: Applied | undefined;
  let connection: Connection | undefined;
  try {
    const connect = {
      url: jenkins,
      ...(caFile === undefined ? {} : { caFile }),
      ...(trace === undefined ? {} : { onExchange: trace.onExchange }),
    };
    connection = await connectServer(host, connect, ending.signal, report);
    if (connection !== undefined) {
      const context: ApplyContext = {
        host,
        client: connection.client,
        report,
        isStopping: () => isStopping,
        onStep: progress.step,
        random: Math.random,
      };
      if (dryRun === true) await printRequests(host, context, plan);
      else {
        const backup = options.backup === undefined ? {} : { backup: tidyPath(options.backup) };
        applied = await applyPlan(context, plan, { lockTimeout: lockTimeout * 1000, ...backup });
      }
    }
  } finally {
    progress.end();
    stop();
    await connection?.close();
  }
  const problem = trace?.end();
  if (problem !== undefined) host.stderr.write(`error: ${problem}\n`);
  const isWrong = tellFindings(
    host,
    findings.map((diagnostic) => ({ diagnostic, folder: '' })),
    color,
  );
  if (applied !== undefined) host.stdout.write(`${summaryOf(applied)}\n`);
  if (problem !== undefined) return exitCodes.failure;
  return isWrong ? exitCodes.errors : exitCodes.fine;
}

async function printRequests(host: Host, context: ApplyContext, plan: LivePlan): Promise<void> {
  const states = await checkPlan(context, plan);
  for (const [index, step] of plan.steps.entries()) {
    if (states === undefined || states[index]?.kind === 'done') continue;
    for (const line of plannedRequests(step)) host.stdout.write(`${cleanText(line)}\n`);
  }
}

function summaryOf({ done, skipped, failed, notBegun, backup }: Applied): string {
  const parts = [
    `${count(done, 'step')} done`,
    ...(skipped > 0 ? [`${skipped} done before`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(notBegun > 0 ? [`${notBegun} not begun`] : []),
  ];
  const undo = backup === undefined ? '' : `; \`bitesize apply --undo ${backup}\` puts it back`;
  return `${parts.join(', ')}${undo}`;
}

function ended(host: Host, finding: Diagnostic, color: ColourChoice): FoundPlan {
  tellFindings(host, [{ diagnostic: finding, folder: '' }], color);
  return { kind: 'ended', code: exitCodes.errors };
}

function usage(host: Host, problem: string): FoundPlan {
  host.stderr.write(`error: ${problem}\n`);
  return { kind: 'ended', code: exitCodes.usage };
}

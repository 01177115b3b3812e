import { allCodes, isCode } from '../../diagnostics/codes.ts';
import type { Host } from '../../host/host.ts';
import type { ExitCode } from '../../run/exit-code.ts';
import { projectTasks } from '../../run/plan/named-projects.ts';
import type { FixChoice } from '../../run/project/project-task.ts';
import { type RunPlan, runOnce } from '../../run/run-once.ts';
import { compileOptions, type RunOptions } from '../../run/run-options.ts';
import { taskId } from '../../run/task-name.ts';
import { suggestion } from '../../util/suggestion.ts';

/** The options of `check`, as commander gives them. */
export interface CheckOptions extends RunOptions {
  /** Which fixes: `safe`, `all`, or codes separated by commas. */
  readonly fix?: string;
}

/** Runs `bitesize check`: reads and checks projects; writes reports, and with `--fix` the specs. */
export async function runCheck(
  host: Host,
  folders: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const started = host.now();
  const plan = () => planCheck(host, folders, options);
  if (options.watch === true) {
    const { runWatched } = await import('../../run/watch/run-watched.ts');
    return runWatched(host, folders, options, plan);
  }
  return runOnce(host, options, await plan(), started);
}

async function planCheck(host: Host, folders: readonly string[], options: CheckOptions): Promise<RunPlan> {
  const fix = options.fix === undefined ? undefined : fixChoice(options.fix);
  if (typeof fix === 'object' && 'problem' in fix) return { ok: false, problem: fix.problem };
  if (fix !== undefined && folders.includes('-'))
    return { ok: false, problem: '`--fix` cannot change standard input' };
  const fixing = fix === undefined ? {} : { fix };
  const named = await projectTasks(host, folders, options, { needsWhole: false, ...fixing });
  if (!named.ok) return named;
  const { tasks, findings, isFleet, globs, fleets, notes } = named;
  const shaping = compileOptions(options, host.env);
  const run = {
    kind: 'check',
    options: shaping,
    compareOnly: false,
    folders: tasks.map(taskId),
    isFleet,
    fleets,
    findings,
  } as const;
  return {
    ok: true,
    planned: { run, work: { kind: 'check', options: shaping, ...fixing }, tasks, globs, notes },
  };
}

/** Returns the fixes that `--fix=...` asks for, or what is wrong with it. */
function fixChoice(text: string): FixChoice | { readonly problem: string } {
  if (text === 'safe' || text === 'all') return text;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isCode(name));
  if (unknown === undefined) return names.filter(isCode);
  const near = suggestion(unknown, allCodes());
  const hint = near === undefined ? '`--fix` takes `safe`, `all` or codes' : `did you mean \`${near}\`?`;
  return { problem: `\`--fix=${unknown}\`: no finding has this code; ${hint}` };
}

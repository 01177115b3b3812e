import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJob } from '../groovy/groovy-process.ts';
import type { PipelineResult, PipelineScenario, StepCall, TwoRuns } from './pipeline-scenario.ts';

const file = join(dirname(fileURLToPath(import.meta.url)), 'data', 'sandbox-whitelist.json');
const whitelist: unknown = JSON.parse(readFileSync(file, 'utf8'));

/**
 * Runs a pipeline under Groovy 2.4.21 against recorded steps, inside a model of the Groovy sandbox, and returns what it
 * called. Parallel branches run one after the other. Rejects only when the runner itself is broken.
 */
export async function runPipeline(scenario: PipelineScenario): Promise<PipelineResult> {
  return (await runJob({ kind: 'pipeline', whitelist, ...scenario })) as PipelineResult;
}

/**
 * Runs a pipeline twice at once, in every order in which the newer run moves after some event of the older one, and
 * that one again after some event of the newer one; returns each outcome once. Locks and milestones hold; a `fair` lock
 * goes to the run that was started first, as it does where nothing but Jenkins decides.
 */
export async function runTwo(
  text: string,
  params: readonly [object, object],
  fair: readonly string[],
): Promise<readonly TwoRuns[]> {
  const runs = params.map((each, index) => ({ params: each, build: { number: index + 1 } }));
  return (await runJob({ kind: 'two-runs', whitelist, text, runs, fair })) as readonly TwoRuns[];
}

/** Returns the calls of one step. */
export function stepsOf(result: PipelineResult, step: string): readonly StepCall[] {
  return result.calls.filter((call) => call.step === step);
}

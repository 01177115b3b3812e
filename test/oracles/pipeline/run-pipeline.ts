import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJob } from '../groovy/groovy-process.ts';
import type { PipelineResult, PipelineScenario, StepCall } from './pipeline-scenario.ts';

const file = join(dirname(fileURLToPath(import.meta.url)), 'data', 'sandbox-whitelist.json');
const whitelist: unknown = JSON.parse(readFileSync(file, 'utf8'));

/**
 * Runs a pipeline under Groovy 2.4.21 against recorded steps, inside a model of the Groovy sandbox, and returns what it
 * called. Parallel branches run one after the other. Rejects only when the runner itself is broken.
 */
export async function runPipeline(scenario: PipelineScenario): Promise<PipelineResult> {
  return (await runJob({ kind: 'pipeline', whitelist, ...scenario })) as PipelineResult;
}

/** Returns the calls of one step. */
export function stepsOf(result: PipelineResult, step: string): readonly StepCall[] {
  return result.calls.filter((call) => call.step === step);
}

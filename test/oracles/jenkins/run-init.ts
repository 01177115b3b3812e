import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groovyProcess } from '../groovy/groovy-process.ts';
import type { InitResult, InitScenario } from './init-scenario.ts';

const file = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'jenkins-api',
  'constructor-parameters.json',
);
const constructorParameters: unknown = JSON.parse(readFileSync(file, 'utf8'));

/**
 * Executes init scripts under Groovy 2.4.21 against a recording model of Jenkins LTS 2.568.2, and returns what each
 * start did. Rejects only when the model itself is broken: what a script throws is in the result.
 */
export async function runInit(scenario: InitScenario): Promise<readonly InitResult[]> {
  const { run, java } = await groovyProcess();
  const job = { kind: 'init', stubs: java.stubs, constructorParameters, starts: scenario.starts };
  return (await run(job)) as readonly InitResult[];
}

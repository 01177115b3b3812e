import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { shop } from '../../compiler/lower/jobs/shop.ts';
import type { TwoRuns } from '../pipeline/pipeline-scenario.ts';
import { runTwo } from '../pipeline/run-pipeline.ts';

/* Two promotions at once, whatever comes first: an older one of two applications, and a newer one of one of them. */
const older = { web_app_VERSION: '1.10-6', api_VERSION: '2-4' };
const newer = { web_app_VERSION: '1.10-7' };
const fair = ['shop: Development', 'shop: Staging'];

/** Returns the versions that run in an environment in the end. */
function deployed({ calls }: TwoRuns, job: string): Readonly<Record<string, unknown>> {
  const versions: Record<string, unknown> = {};
  for (const { call } of calls) {
    if (call.step !== 'build' || call.arguments.job !== job) continue;
    for (const { name, value } of call.arguments.parameters as { name: string; value: string }[])
      if (value !== '') versions[name] = value;
  }
  return versions;
}

test('no order of their steps loses a version, brings an older one back, or fails', async () => {
  const outcomes = await runTwo(jobsOf(shop).script('environment-pipeline'), [older, newer], fair);
  expect(outcomes.length).toBeGreaterThan(50);
  for (const outcome of outcomes) {
    const { events, runs } = outcome;
    const [first, second] = runs.map(({ result, error }) => `${result} ${error?.message ?? ''}`);
    expect({ events, first, second, production: deployed(outcome, 'Production-deploy') }).toEqual({
      events,
      first: expect.stringMatching(/^(SUCCESS |NOT_BUILT superseded by a newer build)$/),
      second: 'SUCCESS ',
      production: { front_VERSION: '1.10-7', api_VERSION: '2-4' },
    });
  }
});

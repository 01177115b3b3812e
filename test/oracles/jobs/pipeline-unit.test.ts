import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pipelineCalls } from '../pipeline-unit/pipeline-unit.ts';

/* Another engine than the recording model of this repository runs a pipeline of a component. */

test('JenkinsPipelineUnit runs the pipeline of a component, each step in its container', async () => {
  const pipeline = new URL(
    '../../compiler/lower/jobs/scenarios/containers/output/shop/web/script.groovy',
    import.meta.url,
  );
  const calls = (await pipelineCalls({ text: readFileSync(pipeline, 'utf8') })).map(
    ([step, text]) => `${step} ${text.split('\n')[0]}`,
  );
  const shown = calls.filter((call) => /^(node|container|stage|sh) /.test(call));
  expect(shown).toEqual([
    'node pod',
    'stage Checkout',
    'container node-22',
    'stage Dependencies',
    'sh # Build dependencies: Debian packages.',
    'stage Build',
    'sh npm ci',
    'sh npm test',
    'container python-3-13',
    'sh python3 tools/report.py',
    'container jnlp',
    'sh dpkg-buildpackage',
    'stage Results',
    'stage Publish',
    'sh # Publishes the Debian packages of this build to the apt repository.',
  ]);
});

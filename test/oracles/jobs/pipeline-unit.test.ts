import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { groovyTool } from '../tools/groovy.ts';
import { findJava } from '../tools/java.ts';
import { pipelineUnitTool } from '../tools/java-readers.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/* Another engine than the recording model of this repository runs a pipeline of a component. */
const here = dirname(fileURLToPath(import.meta.url));

test('JenkinsPipelineUnit runs the pipeline of a component, each step in its container', async () => {
  const pipeline = join(here, '../../compiler/lower/jobs/scenarios/containers/output/shop/web/script.groovy');
  const { stdout, stderr } = await runCommand(findJava() ?? 'java', [
    '-cp',
    [requireTool(groovyTool), join(requireTool(pipelineUnitTool), '*')].join(':'),
    'groovy.ui.GroovyMain',
    join(here, '../pipeline-unit/RunPipeline.groovy'),
    pipeline,
  ]);
  expect(stdout, stderr).toMatch(/^\[/);
  const calls = (JSON.parse(stdout) as [string, string][]).map(
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

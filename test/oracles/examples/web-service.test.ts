import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseXmlFragment } from '../../../compiler/print/parse-xml-fragment.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { plainText } from '../../../compiler/text/traced-text.ts';
import type { PipelineResult, PipelineScenario } from '../pipeline/pipeline-scenario.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { pipelineCalls } from '../pipeline-unit/pipeline-unit.ts';

/*
 * The pipelines of examples/web-service from a push or a pull request to production, in the recording model of the
 * sandbox and under JenkinsPipelineUnit: what one job hands to the next is what that one gets.
 */
const jobs = fileURLToPath(new URL('../../../examples/web-service/output/jenkins/jobs', import.meta.url));

/** Returns the pipeline in the configuration of a job. */
function script(job: string): string {
  const text = readFileSync(`${jobs}/${job}/config.xml`, 'utf8').replace(/^<\?xml[^>]*\?>\n/, '');
  const parsed = parseXmlFragment(text);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  const [found] = parsed.elements.flatMap(scriptsIn);
  if (found === undefined) throw new Error(`${job} has no pipeline`);
  return found;
}

function scriptsIn({ name, content }: XmlElement): readonly string[] {
  if (Array.isArray(content)) return (content as readonly XmlElement[]).flatMap(scriptsIn);
  return name === 'script' ? [plainText(content as Exclude<typeof content, readonly XmlElement[]>)] : [];
}

async function run(job: string, scenario: Omit<PipelineScenario, 'text'>): Promise<PipelineResult> {
  const result = await runPipeline({
    text: script(job),
    extraSteps: ['recordCoverage', 'slackSend'],
    ...scenario,
  });
  expect(result.refused).toEqual([]);
  expect(result.gstrings).toEqual([]);
  return result;
}

/** What a run starts, with the parameters that it gives. */
function started(result: PipelineResult): readonly unknown[] {
  return stepsOf(result, 'build').map(({ arguments: { job, parameters = [] } }) => [
    job,
    Object.fromEntries(
      (parameters as readonly { name: string; value: string }[]).map(({ name, value }) => [name, value]),
    ),
  ]);
}

const commit = 'c'.repeat(40);
const digest = `sha256:${'a'.repeat(64)}`;
const version = `cccccccccccc@${digest}`;
const checkedOut = { step: 'checkout', returns: { GIT_COMMIT: commit } };
const built = [{ step: 'sh', match: 'containerimage.digest', stdout: digest }, checkedOut];
const environment = { JOB_NAME: 'web', BUILD_NUMBER: '7', BUILD_URL: 'https://ci/7/' };
const pullRequest = { CHANGE_ID: '7', CHANGE_TARGET: 'main' };
const own = { ...environment, ...pullRequest, BRANCH_NAME: 'PR-7-merge' };
const ofFork = { ...environment, ...pullRequest, BRANCH_NAME: 'PR-7', CHANGE_FORK: 'somebody' };
const ofDeletedFork = { ...environment, ...pullRequest, BRANCH_NAME: 'PR-7' };
const changed = { step: 'sh', match: 'git diff', exit: 1 };

test.each(['web', 'worker'])(
  'a push to main builds the image of %s from the commit that was tested',
  async (job) => {
    const push = await run(job, { environment, answers: [checkedOut] });
    expect(push.result).toBe('SUCCESS');
    expect(started(push)).toEqual([[`${job}-docker-image`, { COMMIT: commit }]]);
    const image = await run(`${job}-docker-image`, { params: { COMMIT: commit }, answers: built });
    expect(image.result).toBe('SUCCESS');
    expect(JSON.stringify(stepsOf(image, 'checkout')[0]?.arguments)).toContain(commit);
    expect(
      stepsOf(image, 'sh').filter(({ arguments: given }) => /push=true/.test(String(given.script))),
    ).toHaveLength(1);
    // The environment of pull requests has what was pushed last, too.
    const versions = { [`${job}_VERSION`]: version };
    expect(started(image)).toEqual([
      ['environment-pipeline', versions],
      ['Preview-deploy', versions],
    ]);
  },
);

test('a failed test is told to Slack, and stops what would follow', async () => {
  const answers = [{ step: 'sh', match: 'npm test', exit: 1 }, checkedOut];
  const push = await run('web', { environment, answers });
  expect(push.result).toBe('FAILURE');
  expect(started(push)).toEqual([]);
  expect(stepsOf(push, 'junit')[0]?.arguments).toMatchObject({ allowEmptyResults: true });
  expect(stepsOf(push, 'slackSend')).toHaveLength(1);
});

test.each([
  ['BuildKit fails', [{ step: 'sh', match: 'push=true', exit: 1 }, checkedOut]],
  ['there is no digest', [{ step: 'sh', match: 'containerimage.digest', stdout: '' }, checkedOut]],
])('no environment gets an image when %s', async (_, answers) => {
  const image = await run('web-docker-image', { params: { COMMIT: commit }, answers });
  expect(image.result).toBe('FAILURE');
  expect(started(image)).toEqual([]);
});

test('every environment gets the same digest, production after somebody approved it', async () => {
  const given = { web_VERSION: version, worker_VERSION: '' };
  const promotion = await run('environment-pipeline', { params: given });
  expect(promotion.result).toBe('SUCCESS');
  expect(started(promotion)).toEqual([
    ['Staging-deploy', given],
    ['Staging-smoke', {}],
    ['Production-deploy', given],
  ]);
  const order = promotion.calls.filter(({ step }) => step === 'build' || step === 'input');
  expect(order.map(({ step, arguments: { job, submitter } }) => job ?? `${step} ${submitter}`)).toEqual([
    'Staging-deploy',
    'Staging-smoke',
    'input alice',
    'Production-deploy',
  ]);
  for (const name of ['Staging', 'Production']) {
    const deploy = await run(`${name}-deploy`, { params: given });
    expect(deploy.result).toBe('SUCCESS');
    const texts = stepsOf(deploy, 'writeFile').map(({ arguments: file }) => String(file.text));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(`image: registry.example.com/web-service/web:${version}\n`);
    expect(texts[0]).toContain("version: 'cccccccccccc'\n");
  }
});

test.each([
  ['its approval is refused', [{ step: 'input', abort: true }], 'ABORTED'],
  [
    'a test before it fails',
    [{ step: 'build', match: 'Staging-smoke', result: 'FAILURE' as const }],
    'FAILURE',
  ],
])('production stays as it is when %s', async (_, answers, result) => {
  const promotion = await run('environment-pipeline', {
    params: { web_VERSION: version, worker_VERSION: '' },
    answers,
  });
  expect(promotion.result).toBe(result);
  expect(started(promotion)).toEqual([
    ['Staging-deploy', { web_VERSION: version, worker_VERSION: '' }],
    ['Staging-smoke', {}],
  ]);
});

test('a pull request of a branch is checked, and shown in Preview by its digest', async () => {
  const result = await run('web-pull-requests', { environment: own, answers: [changed, ...built] });
  expect(result.result).toBe('SUCCESS');
  expect(started(result)).toEqual([
    ['../Preview-deploy', { web_VERSION: `pr-7-cccccccccccc@${digest}` }],
    ['../Preview-smoke', {}],
  ]);
});

test.each([
  ['fork', ofFork],
  ['fork that was deleted', ofDeletedFork],
])('a pull request of a %s is checked, and gets at nothing', async (_, given) => {
  for (const job of ['web', 'worker']) {
    const result = await run(`${job}-pull-requests`, { environment: given, answers: [changed, ...built] });
    expect(result.result).toBe('SUCCESS');
    expect(stepsOf(result, 'junit')).toHaveLength(1);
    for (const step of ['build', 'lock', 'withCredentials', 'slackSend'])
      expect(stepsOf(result, step)).toEqual([]);
    const pods = stepsOf(result, 'podTemplate').map(({ arguments: pod }) => pod);
    expect(pods).toHaveLength(1);
    expect(pods[0]).not.toHaveProperty('namespace');
    expect(String(pods[0]?.yaml)).not.toMatch(/secretKeyRef|secretName|persistentVolumeClaim|buildkit/);
  }
});

/* The same events in another engine, which has no sandbox: it must see the same steps. */
const events: readonly (readonly [string, string, Omit<PipelineScenario, 'text'>])[] = [
  ['a push', 'web', { environment, answers: [checkedOut] }],
  [
    'a failed test',
    'web',
    { environment, answers: [{ step: 'sh', match: 'npm test', exit: 1 }, checkedOut] },
  ],
  ['an image', 'web-docker-image', { params: { COMMIT: commit }, answers: built }],
  ['a promotion', 'environment-pipeline', { params: { web_VERSION: version, worker_VERSION: '' } }],
  [
    'a refused approval',
    'environment-pipeline',
    { params: { web_VERSION: version, worker_VERSION: '' }, answers: [{ step: 'input', abort: true }] },
  ],
  ['a deployment', 'Production-deploy', { params: { web_VERSION: version, worker_VERSION: '' } }],
  ['a pull request', 'web-pull-requests', { environment: own, answers: [changed, ...built] }],
  ['a pull request of a fork', 'worker-pull-requests', { environment: ofFork, answers: [changed, ...built] }],
];

test.each(events)('JenkinsPipelineUnit takes the same steps for %s', async (_, job, scenario) => {
  const seen = new Set([
    'podTemplate',
    'container',
    'sh',
    'build',
    'input',
    'lock',
    'junit',
    'slackSend',
    'writeFile',
  ]);
  const model = await run(job, scenario);
  const other = await pipelineCalls({ text: script(job), ...scenario });
  expect(other.map(([step]) => step).filter((step) => seen.has(step))).toEqual(
    model.calls.map(({ step }) => step).filter((step) => seen.has(step)),
  );
});

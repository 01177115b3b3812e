import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const jenkins = `project: shop
jenkins:
  slack: {workspace: shop, credentials: token}
  mail: {host: smtp}
  credentials: [{id: token, type: secret-text}]
  pipeline: {notifications: {slack: "#ops", mail: ops@acme.org}}
`;
const application =
  'project: shop\napplications: [{name: web, runtime: "a:1", version: "1", notifications: {slack: "#it\'s"}}]\n';
const { script, needs } = jobsOf({ application, jenkins });
const text = script('web-docker-image');
const environment = { JOB_NAME: 'web-docker-image', BUILD_NUMBER: '7', BUILD_URL: 'https://ci.acme.org/7/' };

test('a failed build is told in all channels, beside mail', async () => {
  const answers = [{ step: 'sh', match: 'docker push', exit: 1 }];
  const result = await runPipeline({ text, environment, answers, extraSteps: ['slackSend'] });
  expect(result).toMatchObject({ result: 'FAILURE', refused: [], gstrings: [] });
  expect(stepsOf(result, 'slackSend').map((call) => call.arguments)).toEqual([
    {
      channel: "#it's,#ops",
      color: 'danger',
      message: 'web-docker-image #7: FAILURE https://ci.acme.org/7/',
    },
  ]);
  expect(stepsOf(result, 'mail').map((call) => call.arguments.to)).toEqual(['ops@acme.org']);
});

test('a success is told nowhere', async () => {
  const result = await runPipeline({ text, environment, extraSteps: ['slackSend'] });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect([stepsOf(result, 'slackSend'), stepsOf(result, 'mail')]).toEqual([[], []]);
});

test('the plugin of the step is installed because of it', () => {
  expect(needs.map(({ id, reason }) => `${id}: ${reason}`)).toContain(
    'slack: step `slackSend` in web-docker-image',
  );
});

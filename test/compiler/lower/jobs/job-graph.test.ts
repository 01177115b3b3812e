import { expect, test } from 'vitest';
import { bare, jobsOf } from './lowered-jobs.ts';
import { shop } from './shop.ts';

test('has the jobs of the original, families in the order of the chain', () => {
  const { names, items, messages } = jobsOf(shop);
  expect(messages.filter((message) => !message.startsWith('image/'))).toEqual([]);
  expect(names).toEqual([
    'web',
    'api',
    'web-app-docker-image',
    'api-docker-image',
    'environment-pipeline',
    'Development-deploy',
    'Staging-deploy',
    'Production-deploy',
    'Development-smoke',
    'Development-load',
    'Production-smoke',
    'service-manage',
  ]);
  expect(items.every(({ origin }) => origin.kind === 'spec' || origin.kind === 'several')).toBe(true);
});

test('a project that is only built has only build jobs', () => {
  expect(jobsOf({ build: shop.build }).names).toEqual(['web', 'api']);
});

test('an image job runs after each of its components, once', () => {
  const application = `project: shop
applications:
  - name: site
    runtime: node:20
    version: "1"
    dependencies:
      - {name: web, type: debian-package, origin: {build: web}}
      - {name: web-data, type: debian-package, origin: {build: web}}
      - {name: api, type: debian-package, origin: {build: api}}
`;
  const { pipeline } = jobsOf({ build: shop.build, application });
  expect(bare(pipeline('site-docker-image').triggers)).toEqual([
    { kind: 'upstream', jobs: ['web', 'api'], threshold: 'SUCCESS' },
  ]);
});

test('parameters have the names, defaults and descriptions of the original', () => {
  const { pipeline } = jobsOf(shop);
  const parameters = (name: string) => bare(pipeline(name).properties);
  expect(parameters('environment-pipeline')).toEqual([
    {
      kind: 'parameters',
      parameters: [
        {
          kind: 'string',
          name: 'web_app_VERSION',
          defaultValue: '',
          description: 'Version of web-app to deploy. Empty to keep the same',
        },
        {
          kind: 'string',
          name: 'api_VERSION',
          defaultValue: '',
          description: 'Version of api to deploy. Empty to keep the same',
        },
      ],
    },
  ]);
  expect(parameters('Development-deploy')).toEqual([
    {
      kind: 'parameters',
      parameters: ['front', 'api'].map((name) => ({
        kind: 'string',
        name: `${name}_VERSION`,
        defaultValue: '',
        description: 'Version to deploy. Empty to keep the same',
      })),
    },
  ]);
  expect(JSON.stringify(parameters('Production-deploy'))).toContain(
    'The spec says 7. Empty to keep the same',
  );
});

test('service-manage runs by its schedule, and after the seed job where there is one', () => {
  const triggers = (settings: string) =>
    bare(
      jobsOf({ ...shop, jenkins: `project: shop\njenkins:\n  ${settings}\n` }).pipeline('service-manage')
        .triggers,
    );
  expect(triggers('{}')).toEqual([{ kind: 'cron', schedule: 'H/15 * * * *' }]);
  expect(
    triggers(
      '{seed: {repository: git@github.com:example/specs.git}, pipeline: {service_manage: {schedule: ""}}}',
    ),
  ).toEqual([{ kind: 'upstream', jobs: ['seed-job'], threshold: 'SUCCESS' }]);
  expect(triggers('{pipeline: {service_manage: {schedule: ""}}}')).toBeUndefined();
});

test('a folder holds everything, and jobs still find each other', () => {
  const { names, items, pipeline, script } = jobsOf({
    ...shop,
    jenkins:
      'project: shop\njenkins: {folder: team/shop, seed: {repository: git@github.com:example/specs.git}, views: [{name: All, jobs: [web], regex: .*}]}\n',
  });
  expect(names.slice(0, 3)).toEqual(['team', 'team/shop', 'team/shop/web']);
  expect(names.every((name) => name === 'team' || name.startsWith('team/shop'))).toBe(true);
  expect(script('team/shop/environment-pipeline')).toContain("build(job: 'Development-deploy'");
  expect(bare(pipeline('team/shop/service-manage').triggers)).toContainEqual({
    kind: 'upstream',
    jobs: ['/seed-job'],
    threshold: 'SUCCESS',
  });
  expect(bare(items.at(-1))).toMatchObject({
    kind: 'list-view',
    name: 'team/shop/All',
    jobs: ['web'],
    regex: '.*',
  });
});

test('only the limits that are asked for are set', () => {
  const plain = jobsOf(shop);
  expect(plain.freestyle('web')).toMatchObject({ logRotation: undefined });
  expect(bare(plain.freestyle('web').wrappers)).toEqual([{ kind: 'colorize-output' }]);
  expect(plain.script('api-docker-image')).not.toContain('timeout');
  const limited = jobsOf({
    ...shop,
    jenkins: 'project: shop\njenkins: {pipeline: {keep_builds: 7, build_timeout_minutes: 40}}\n',
  });
  expect(limited.items.map((item) => ('logRotation' in item ? bare(item.logRotation) : undefined))).toEqual(
    limited.items.map(() => ({ numToKeep: 7 })),
  );
  expect(bare(limited.freestyle('web').wrappers)).toContainEqual({ kind: 'timeout', minutes: 40 });
  expect(limited.script('api-docker-image')).toContain("timeout(time: 40, unit: 'MINUTES') {");
});

test('names the plugins of the steps that scripts call', () => {
  const { needs } = jobsOf(shop);
  expect(needs.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
    'workflow-cps: runs the script of web-app-docker-image',
    'workflow-durable-task-step: step `node` in web-app-docker-image',
    'kubernetes: step `container` in web-app-docker-image',
    'pipeline-stage-step: step `stage` in web-app-docker-image',
    'workflow-basic-steps: step `writeFile` in web-app-docker-image',
    'pipeline-build-step: step `build` in web-app-docker-image',
    'lockable-resources: step `lock` in environment-pipeline',
    'pipeline-milestone-step: step `milestone` in environment-pipeline',
    'pipeline-input-step: step `input` in environment-pipeline',
  ]);
});

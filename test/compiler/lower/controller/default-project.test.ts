import { expect, test } from 'vitest';
import { controllerOf } from './lowered.ts';

test('a project without settings gets a closed controller, and nothing is reported', () => {
  const { controller, codes } = controllerOf();
  expect(codes).toEqual([]);
  expect(controller.initScripts.map((script) => script.name)).toEqual([
    '10-security',
    '11-guard',
    '12-accounts',
    '20-system',
    '30-credentials',
    '32-known-hosts',
    '40-agents',
    '50-job-dsl',
    '60-jobs',
    '99-verify',
  ]);
});

test('its secrets are those of the original, by the names of the original', () => {
  const { secrets } = controllerOf().controller;
  expect(secrets.map(({ secret, key, variable }) => [secret.value, key.value, variable])).toEqual([
    ['jenkins-admin', 'JENKINS_ADMIN_PASSWORD', 'JENKINS_ADMIN_PASSWORD'],
    ['jenkins-admin', 'JENKINS_ADMIN_USER', 'JENKINS_ADMIN_USER'],
    ['seed-job-key', 'GIT_PRIVATE_KEY', 'GIT_PRIVATE_KEY'],
  ]);
});

test('names, address and image follow from the project', () => {
  const { controller } = controllerOf();
  expect(controller.url.value).toBe('http://jenkins.shop-jenkins.svc/');
  expect(controller.deployment.namespace.value).toBe('shop-jenkins');
  expect(controller.image.base.value).toBe('jenkins/jenkins:2.568.2-jdk21');
  expect(controller.image.repository.value).toBe('custom-registry/shop/jenkins');
});

test('the last script knows all others, and only it may be without the guard', () => {
  const { controller, script } = controllerOf();
  const others = controller.initScripts.slice(0, -1).map(({ name }) => name);
  expect(script('verify').scripts.map(({ value }) => value)).toEqual(others);
});

test.each([
  ['', 'image'],
  ['  seed: {repository: "https://git.example.com/a.git"}', 'repository'],
  ['  seed: {mode: repository}', 'repository'],
  ['  seed: {mode: image, repository: "https://git.example.com/a.git"}', 'image'],
])('the seed mode of %s is %s', (settings, mode) => {
  const { controller } = controllerOf(settings);
  expect(controller.seedMode.value).toBe(mode);
  const names = controller.initScripts.map(({ name }) => name);
  expect(names.includes('60-seed-job')).toBe(mode === 'repository');
  expect(names.includes('60-jobs')).toBe(mode === 'image');
  expect(controller.image.jobDslFolder !== undefined).toBe(mode === 'image');
});

import { describe, expect, it } from 'vitest';
import { plain } from '../../../../compiler/print/yaml.ts';
import { controllerOf } from '../controller/lowered.ts';
import { jobsOf } from './lowered-jobs.ts';

const build = (agent: string) =>
  `project: shop\ncomponents: [{name: web, agent: ${JSON.stringify(agent)}, build: [{shell: make}]}]\n`;
const jenkins = (agents: string) =>
  `project: shop\njenkins: {agents: [${agents}], registry: {secret: login}}\n`;

/** Which agents with rights were refused. */
function refused(agent: string, agents = ''): readonly string[] {
  const { messages } = jobsOf({ build: build(agent), jenkins: jenkins(agents) });
  return messages.filter((message) => message.startsWith('job/'));
}

describe('a component', () => {
  it('may run on agents without rights', () => {
    expect(refused('generic')).toEqual([]);
    expect(refused('big', '{name: big, label: big linux}')).toEqual([]);
    expect(refused('')).toEqual([]);
  });

  it.each(['deploy', ' deploy', '"deploy"', 'deploy || generic', '!generic && !dind'])(
    'may not run where jobs deploy: %s',
    (agent) => {
      expect(refused(agent)).toEqual([
        'job/restricted-agent: component `web` could run on agent `deploy`, which has the rights to deploy',
      ]);
    },
  );

  it.each([
    ['a privileged container', '{name: own, containers: [{name: c, image: "a:1", privileged: true}]}'],
    ['the service account builder', '{name: own, service_account: builder}'],
    ['a folder of its node', '{name: own, volumes: [{type: host-path, path: /x, host_path: /}]}'],
    ['the login of the registry', '{name: own, label: own dind}'],
    [
      'a privileged container',
      '{name: own, yaml: "spec: {containers: [{name: jnlp, securityContext: {privileged: true}}]}"}',
    ],
    ['a service account of its own', '{name: own, yaml: "spec: {serviceAccountName: builder}"}'],
    ['a folder of its node', '{name: own, yaml: "spec: {volumes: [{name: x, hostPath: {path: /}}]}"}'],
    ['the network of its node', '{name: own, yaml: "spec: {hostNetwork: true}"}'],
  ])('may not have %s', (right, agent) => {
    expect(refused('own', agent)).toEqual([
      `job/restricted-agent: component \`web\` could run on agent \`own\`, which has ${right}`,
    ]);
  });

  it('may run there when the settings allow it by name', () => {
    expect(refused('deploy', '{name: deploy, allowed_jobs: [web]}')).toEqual([]);
    expect(refused('deploy || dind', '{name: deploy, allowed_jobs: web}')).toEqual([
      'job/restricted-agent: component `web` could run on agent `dind`, which has a privileged container',
    ]);
  });

  it('is the only thing that can be allowed, besides tests', () => {
    expect(refused('generic', '{name: deploy, allowed_jobs: [wbe]}')).toEqual([
      'job/unknown-allowed-job: no component, test or entry of jobs.bitesize makes a job called `wbe`',
    ]);
  });
});

it('a test may not either, unless the name of its job is allowed', () => {
  const environments = `project: shop
environments:
  - name: dev
    namespace: shop-dev
    tests: [{name: smoke, agent: deploy, repository: "git@git.example.com:a/b.git", commands: [{shell: make}]}]
`;
  const found = (agents: string) =>
    jobsOf({ environments, jenkins: jenkins(agents) }).messages.filter((text) => text.startsWith('job/'));
  expect(found('')).toEqual([
    'job/restricted-agent: test `dev-smoke` could run on agent `deploy`, which has the rights to deploy',
  ]);
  expect(found('{name: deploy, allowed_jobs: [dev-smoke]}')).toEqual([]);
});

describe('agents with rights', () => {
  it('are never given to jobs that ask for none', () => {
    const { script } = controllerOf('  agents: [{name: own, service_account: builder}]');
    expect(script('agents').agents.map(({ name, exclusive }) => `${name.value} ${exclusive.value}`)).toEqual([
      'generic false',
      'dind true',
      'deploy true',
      'own true',
    ]);
  });

  it('of the default stay what they are when only jobs are allowed', () => {
    const pod = (settings: string) => {
      const { agents } = controllerOf(settings).script('agents');
      return agents.find(({ name }) => name.value === 'deploy');
    };
    const written = pod('  agents: [{name: deploy, allowed_jobs: [web]}]');
    expect(plain(written?.pod ?? '')).toEqual(plain(pod('')?.pod ?? ''));
    expect(pod('  agents: [{name: deploy, image: "own:1"}]')?.serviceAccount.value).toBe('jenkins-deploy');
  });

  it('are the only ones that allow somebody', () => {
    const { codes } = controllerOf('  agents: [{name: own, allowed_jobs: [web]}]');
    expect(codes).toContain('controller/ignored-setting');
  });
});

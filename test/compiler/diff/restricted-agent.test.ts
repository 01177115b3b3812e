import { expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';

function risks(before: readonly [string, string], after: readonly [string, string]): readonly string[] {
  const irOf = ([agent, agents]: readonly [string, string]) => {
    const { ir, diagnostics } = compile([
      {
        name: 'build.bitesize',
        text: `project: shop\ncomponents: [{name: web, agent: ${agent}, build: [{shell: make}]}]\n`,
      },
      { name: 'jenkins.bitesize', text: `project: shop\njenkins: {agents: [${agents}]}\n` },
    ]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return ir;
  };
  return changesBetween(irOf(before), irOf(after)).flatMap((change) =>
    change.risks.map(({ kind, text }) => `${change.name}: ${kind}: ${text}`),
  );
}

it('a component that moves to an agent with rights is a risk, and so is a list of jobs that grows', () => {
  expect(risks(['generic', ''], ['deploy', '{name: deploy, allowed_jobs: [web]}'])).toEqual(
    expect.arrayContaining([
      'web: permission-widened: runs on agent `deploy`, which has the rights to deploy and the service account jenkins-deploy',
      '40-agents: permission-widened: `web` may run on agent `deploy`',
    ]),
  );
});

it('an agent that gets a right is a risk for all that run there', () => {
  const before = ['own', '{name: own, service_account: builder, allowed_jobs: [web]}'] as const;
  const after = [
    'own',
    '{name: own, service_account: builder, allowed_jobs: [web], volumes: [{type: host-path, path: /x, host_path: /}]}',
  ] as const;
  expect(risks(before, after)).toContain(
    '40-agents: permission-widened: builds on agent `own` get a folder of its node',
  );
  expect(risks(after, after)).toEqual([]);
});

it('a component that moves between agents without rights is none', () => {
  const agents = '{name: big, label: big}';
  expect(risks(['generic', agents], ['big', agents])).toEqual([]);
});

it('a component that becomes a pipeline is another kind of job, on the same agent', () => {
  const agents = '{name: own, service_account: builder, allowed_jobs: [web]}';
  expect(risks(['own', agents], ['own, image: "node:22"', agents])).toEqual([
    'web: history-lost: Job DSL cannot change the kind of a job: delete it in Jenkins first, with its builds, or the seed job fails',
  ]);
  expect(risks(['generic, image: "node:22"', agents], ['own, image: "node:22"', agents])).toEqual([
    'web: permission-widened: runs on agent `own`, which has the service account builder',
  ]);
});

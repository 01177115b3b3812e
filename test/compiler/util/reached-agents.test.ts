import { describe, expect, it } from 'vitest';
import { reachedAgents } from '../../../compiler/util/reached-agents.ts';

const agents = [
  { name: 'generic', label: 'generic linux' },
  { name: 'dind', label: 'dind docker linux' },
  { name: 'deploy', label: 'deploy' },
  { name: 'deploy-tools', label: 'deploy-tools' },
];

const reached = (expression: string) =>
  reachedAgents(expression, agents)
    .map(({ name }) => name)
    .join(' ');

describe('the agents of a label expression', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['generic', 'generic'],
    [' deploy ', 'deploy'],
    ['\tdeploy\n', 'deploy'],
    ['"deploy"', 'deploy'],
    ['((deploy))', 'deploy'],
    ['deploy || linux', 'generic dind deploy'],
    ['linux&&!generic', 'dind'],
    ['!linux', 'deploy deploy-tools'],
    ['!nothing', 'generic dind deploy deploy-tools'],
    ['generic && !deploy', 'generic'],
    ['linux -> docker', 'dind deploy deploy-tools'],
    ['linux<->docker', 'dind deploy deploy-tools'],
    ['a || b && deploy', ''],
    ['deploy || b && c', 'deploy'],
    ['nothing', ''],
  ])('%j are "%s"', (expression, names) => {
    expect(reached(expression)).toBe(names);
  });

  it('are in doubt all that are named: Jenkins takes what is no expression for one label', () => {
    expect(reached('linux deploy')).toBe('generic dind deploy');
    expect(reached('deploy &&')).toBe('deploy');
    expect(reached("'deploy'")).toBe('deploy');
    expect(reached(`${'('.repeat(5000)}deploy`)).toBe('deploy');
  });

  it('are also those whose pods have such a name', () => {
    expect(reached('deploy-x7k2p')).toBe('deploy');
    expect(reached('deploy-tools')).toBe('deploy-tools');
  });
});

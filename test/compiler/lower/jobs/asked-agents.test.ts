import { describe, expect, it } from 'vitest';
import { askedAgents } from '../../../../compiler/lower/jobs/spec-jobs/asked-agents.ts';

const labelsOf = (script: string) => askedAgents(script).map(({ label }) => label ?? 'any');

describe('the agents that a pipeline asks for', () => {
  it.each([
    ['any', `pipeline { agent any; stages { } }`, ['any']],
    ['no agent', `pipeline { agent none; stages { } }`, []],
    ['a label', `pipeline { agent { label 'linux' } }`, ['linux']],
    ['a label in parentheses', `pipeline { agent { label('linux && big') } }`, ['linux && big']],
    ['a node with a label', `agent { node { label "linux"; customWorkspace '/w' } }`, ['linux']],
    ['an image on any agent', `agent { docker 'maven:3' }`, ['any']],
    ['an image on an agent with a label', `agent { docker { image 'maven:3'; label 'docker' } }`, ['docker']],
    ['a pod of its own', `agent { kubernetes { yaml '''label: x''' } }`, []],
    [
      'stages with agents of their own',
      `stage('A') { agent { label 'a' } }\nstage('B') { agent any }`,
      ['a', 'any'],
    ],
    ['the same twice', `node('a') { }\nnode('a') { }`, ['a']],
    ['steps in a node', `node { sh 'x' }`, ['any']],
    ['nodes with and without label', `node() { }\nnode('') { }\nnode('b') { }`, ['any', 'b']],
    ['what a variable decides', `node("\${os}") { }\nnode(os) { }\nagent { label params.OS }`, []],
    ['comments and texts', `// agent any\n/* node { } */ echo 'agent any'\necho """node { }"""`, []],
    ['properties of that name', `x.node { }\ndef node = 1\nprops.agent any`, []],
  ])('%s', (_, script, labels) => {
    expect(labelsOf(script)).toEqual(labels);
  });
});

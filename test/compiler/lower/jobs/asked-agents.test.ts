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
    ['a text between slashes', `def re = /agent any/\nif (x ==~ /node { }/) { echo 'a' }`, []],
    ['a slash in it', `def re = /a\\/agent any/`, []],
    ['a text between dollars and slashes', `def t = $/agent any $/ $$ node { }/$`, []],
    ['texts in triple quotes', `a = """x "" agent any"""\nb = '''it\\''' agent any'''\nnode('a') { }`, ['a']],
    ['texts in the code of texts', `def a = "\${x ? "agent any" : 'b'} agent any"\nnode('a') { }`, ['a']],
    ['a division', `def a = b / 2\nnode('a') { }\ndef c = (a) / 2 // node { }`, ['a']],
    ['quotes in comments', `// it's\nagent any // "\n/* ' */ node('a') { }`, ['any', 'a']],
    ['a label between slashes', 'agent { label(/linux/) }', ['linux']],
    ['a text that nobody ends', `agent any\ndef a = '''node { }`, ['any']],
    ['properties of that name', `x.node { }\ndef node = 1\nprops.agent any`, []],
  ])('%s', (_, script, labels) => {
    expect(labelsOf(script)).toEqual(labels);
  });

  it('are told with the place of the label, or of the word that asks', () => {
    const script = `agent any\nnode { }\nagent { label 'a' }\nnode("b") { }\nagent { docker 'x' }`;
    expect(askedAgents(script)).toEqual([
      { start: 0, end: 5 },
      { label: 'a', start: 33, end: 36 },
      { label: 'b', start: 44, end: 47 },
    ]);
  });

  it.each(["'", '"', '/', '$/', '"${', "'''", '/*', 'agent {', 'a = /', '{'])(
    'are found in a script of 200,000 times %j',
    (piece) => {
      expect(askedAgents(piece.repeat(200_000))).toEqual([]);
    },
  );
});

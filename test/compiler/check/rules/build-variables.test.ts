import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, service } from '../findings.ts';

const build = (value: string, more = '') => `project: shop
components:
  - name: web
    env:
      - name: OWN
        value: x
      - name: GREETING
        value: ${value}
${more}    build:
      - shell: ./build.sh
`;

const jenkins = (settings: string) => `project: shop\njenkins: {${settings}}\n`;

describe('a reference in the value of a build variable', () => {
  it.each([
    ['pas$word', '$word'],
    ['"${nobody} x"', '${nobody}'],
    ["'$BUILD_NUMBER-$rest'", '$rest'],
  ])('%s is told', (value, reference) => {
    expect(findingsOf({ build: build(value) })).toEqual([`check/unknown-reference ${reference}`]);
  });

  it.each([
    "'pas\\$word'",
    '$PATH:/x',
    '${BUILD_NUMBER}',
    '$OWN/x',
    '$GIT_COMMIT',
    'a$',
    '$5',
    '$$',
    '$(date)',
  ])('%s is fine', (value) => {
    expect(findingsOf({ build: build(value) })).toEqual([]);
  });

  it('may be to a variable of the settings', () => {
    expect(
      findingsOf({ build: build('$REGION'), jenkins: jenkins('env: [{name: REGION, value: eu}]') }),
    ).toEqual([]);
    const agents = 'agents: [{name: generic, env: [{name: REGION, value: eu}]}]';
    expect(findingsOf({ build: build('$REGION'), jenkins: jenkins(agents) })).toEqual([]);
  });

  it('may be to a variable of the image of an agent', () => {
    const agents = (image: string) => jenkins(`agents: [{name: generic, image: "${image}"}]`);
    const own = agents('registry.acme.org/agent:1.0');
    expect(findingsOf({ build: build('$GOPATH/bin'), jenkins: own })).toEqual([]);
    expect(findingsOf({ build: build('pas$word'), jenkins: own })).toEqual(['check/unknown-reference $word']);
    const ofJenkins = agents('jenkins/inbound-agent:3355.v388858a_47b_33-5-jdk21');
    expect(findingsOf({ build: build('$GOPATH/bin'), jenkins: ofJenkins })).toEqual([
      'check/unknown-reference $GOPATH',
    ]);
  });

  it('is not told where anything may be defined', () => {
    const agents = 'agents: [{name: generic, yaml: "spec: {hostname: x}"}]';
    expect(findingsOf({ build: build('$REGION'), jenkins: jenkins(agents) })).toEqual([]);
    const fragments =
      'job_xml: [{job: web, at: properties, xml: "<a.Parameters/>", plugins: [{id: envinject}]}]';
    expect(findingsOf({ build: build('$REGION'), jenkins: jenkins(fragments) })).toEqual([]);
  });
});

it('blanks at the ends of a build variable are told', () => {
  expect(findingsOf({ build: build('" a"') })).toEqual(['check/blank-ends " a"']);
  expect(findingsOf({ build: build('"a b"') })).toEqual([]);
  expect(findingsOf({ build: build('" "') })).toEqual([]);
});

describe('letters that look like others', () => {
  it('around a value are told, and mended', () => {
    expect(findingsOf({ build: build('“off”') })).toEqual(['check/look-alike “off”']);
    expect(fixed('build', build('“off”'))).toBe(build('"off"'));
    const environments = service('port: 80\nversion: 1.0\nenv: [{name: A, value: ‘off’}]');
    expect(findingsOf({ environments })).toContain('check/look-alike ‘off’');
  });

  it.each(['it’s', 'a – b', '„Grüß dich“ sagt sie', '"say “hi”"'])(
    'inside of a value are text: %s',
    (value) => {
      expect(findingsOf({ build: build(value) })).toEqual([]);
    },
  );

  const step = (shell: string) =>
    `project: shop\ncomponents: [{name: web, build: [{shell: ${JSON.stringify(shell)}}]}]\n`;

  it.each([
    ['./run “off”', '“'],
    ['./run –version', '–'],
    ['X=“a” ./run', '“'],
    ['./run\u00a0all', '\u00a0'],
    ['./run \u200ball', '\u200b'],
    ['cat > a.md <<END\ntext\nEND\n./run “off”', '“'],
    ['cat <<< a\n./run “off”', '“'],
    ['./run $((1 << n))\n./run “off”', '“'],
  ])('in a command are told: %s', (shell, letter) => {
    expect(findingsOf({ build: step(shell) })).toEqual([`check/look-alike ${letter}`]);
  });

  it.each([
    "echo 'a “b” – c'",
    'echo "“b” – c"',
    'echo done # “b”',
    'echo a – b',
    'echo naïve ✓',
    'echo it\\’s',
    'cat > a.md <<END\nIt’s – “b”\n–c\nEND\n./run',
    "cat > a.md <<-'END'\n\t“b” isn't\n\tEND\n./run",
    'cat <<A <<B\n“a”\nA\n“b”\nB\n',
  ])('are text here: %s', (shell) => {
    expect(findingsOf({ build: step(shell) })).toEqual([]);
  });
});

describe('a number with a leading zero', () => {
  it('is told, and mended', () => {
    const environments = service('version: 1.0\nport: 0300');
    expect(findingsOf({ environments })).toEqual(['check/leading-zero 0300']);
    expect(fixed('environments', environments)).toBe(service('version: 1.0\nport: 300'));
  });

  it('is none in a text, and zero itself is fine', () => {
    expect(findingsOf({ environments: service('version: "01.02"\nport: 80\nreplicas: 0') })).toEqual([]);
  });
});

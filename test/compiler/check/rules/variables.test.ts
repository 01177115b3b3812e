import { describe, expect, it } from 'vitest';
import { diagnosticsOf, findingsOf, service } from '../findings.ts';

function env(...entries: string[]) {
  const lines = entries.map((entry) => `  - ${entry}`);
  return findingsOf({ environments: service(['env:', ...lines].join('\n')) });
}

describe('the forms of a variable', () => {
  it.each([
    '{name: A, value: text}',
    '{name: A}',
    '{name: A, value: "$a $(B) $$(C) $$$$d 1$"}',
    '{name: a.b-c, value: 1}',
    '{name: .x..y, value: 1}',
    '{secret: A, value: web-db/password}',
    '{secret: A, value: password}',
    '{name: A, secret: A, value: web-db/password}',
    '{name: A, pod_field: metadata.name}',
    '{name: A, pod_field: "metadata.labels[\'app\']"}',
  ])('%s', (entry) => expect(env(entry)).toEqual([]));

  it.each([
    ['{value: text}', 'check/variable-form {value: text}'],
    ['{name: A, value: a$$b}', 'check/doubled-dollar a$$b'],
    ['{name: A, value: a$$}', 'check/doubled-dollar a$$'],
    ['{name: A, secret: B, value: web-db/password}', 'check/variable-form name'],
    ['{secret: A}', 'check/variable-form secret'],
    ['{secret: A, value: web/db/password}', 'check/secret-reference web/db/password'],
    ['{secret: A, value: Web_DB/password}', 'check/secret-reference Web_DB/password'],
    ['{secret: A, value: web-db/pass word}', 'check/secret-reference web-db/pass word'],
    ['{secret: A, value: web-db/}', 'check/secret-reference web-db/'],
    ['{secret: A, value: web/key, pod_field: metadata.name}', 'check/variable-form pod_field'],
    ['{name: A, value: text, pod_field: metadata.name}', 'check/variable-form value'],
    ['{pod_field: metadata.name}', 'check/variable-form {pod_field: metadata.name}'],
    ['{name: A, pod_field: metadata.nam}', 'check/pod-field metadata.nam'],
    ['{name: 1A, value: x}', 'check/variable-name 1A'],
    ['{name: A=B, value: x}', 'check/variable-name A=B'],
    ['{name: ., value: x}', 'check/variable-name .'],
    ['{name: .., value: x}', 'check/variable-name ..'],
    ['{name: ..x, value: x}', 'check/variable-name ..x'],
  ])('%s is refused', (entry, finding) => expect(env(entry)).toEqual([finding]));

  it('holds for init containers', () => {
    const text = service('init_containers:\n  - name: migrate\n    env: [{name: A, pod_field: nodeName}]');
    expect(findingsOf({ environments: text })).toEqual(['check/pod-field nodeName']);
  });

  it('does not print what may be a password', () => {
    const text = service('env: [{secret: DB_PASSWORD, value: hunter2!and%more}]');
    const [found] = diagnosticsOf({ environments: text });
    expect(found?.code).toBe('check/secret-reference');
    expect(JSON.stringify([found?.message, found?.help])).not.toContain('hunter2');
  });
});

describe('variables that are set twice', () => {
  it('are reported at the second one', () => {
    expect(env('{name: USER, value: a}', '{name: USER, value: b}')).toEqual(['check/repeated-variable USER']);
    expect(env('{name: USER, value: a}', '{secret: USER, value: web/user}')).toEqual([
      'check/repeated-variable USER',
    ]);
  });

  it('are looked for in builds and in the settings', () => {
    const build = 'project: shop\ncomponents: [{name: web, env: [{name: A}, {name: A}]}]\n';
    expect(findingsOf({ build })).toEqual(['check/repeated-variable A']);
    const jenkins = 'project: shop\njenkins: {env: [{name: A}, {name: A}]}\n';
    expect(findingsOf({ jenkins })).toEqual(['check/repeated-variable A']);
  });
});

describe('a reference to another variable', () => {
  const order = (...entries: string[]) =>
    env(...entries).filter((finding) => finding.startsWith('check/variable-order'));

  it.each([
    [['{name: B, value: $(A)}', '{name: A, value: x}'], '$(A)'],
    [['{name: A, value: "$(A):/bin"}'], '"$(A):/bin"'],
    [['{name: B, value: $(A)}', '{secret: A, value: a/b}'], '$(A)'],
    [['{name: A, value: x}', '{name: B, value: y$(A)}', '{name: A, value: z}'], 'y$(A)'],
    [['{name: A, value: x}', '{name: A, value: "$(A):y"}'], '"$(A):y"'],
    [['{name: B, value: $$$(A)}', '{name: A, value: x}'], '$$$(A)'],
  ])('%s finds nothing', (entries, marked) => {
    expect(order(...entries)).toEqual([`check/variable-order ${marked}`]);
  });

  it.each([
    [['{name: A, value: x}', '{name: B, value: $(A)}']],
    [['{name: A, value: x}', '{name: A, value: y}', '{name: B, value: $(A)}']],
    [['{name: B, value: $(A)}', '{name: A, value: x}', '{name: B, value: $(A)}']],
    [['{name: B, value: $$(A)}', '{name: A, value: x}']],
    [['{name: B, value: $(WEB_SERVICE_HOST)}']],
  ])('%s is what Kubernetes makes of it', (entries) => expect(order(...entries)).toEqual([]));

  it('says of a variable that means itself that nothing stands before it', () => {
    const environments = service('env: [{name: PATH, value: "$(PATH):/opt/bin"}]');
    const found = diagnosticsOf({ environments }).find(({ code }) => code === 'check/variable-order');
    expect(found?.message).toContain('the variable has no value before this one');
    expect(found?.labels).toEqual([]);
    expect(found?.help[0]).not.toContain('move');
  });

  it('is looked at in agents, whose pods may have a name twice', () => {
    const agent = (entries: string) =>
      findingsOf({ jenkins: `project: shop\njenkins: {agents: [{name: a, env: [${entries}]}]}` });
    expect(agent('{name: B, value: $(A)}, {name: A, value: x}')).toEqual(['check/variable-order $(A)']);
    expect(agent('{name: A, value: x}, {name: B, value: $(A)}, {name: A, value: y}')).toEqual([
      'check/repeated-variable A',
    ]);
  });
});

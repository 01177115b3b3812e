import { describe, expect, it } from 'vitest';
import { diagnosticsOf, findingsOf, fixed } from '../findings.ts';

function component(fields: string) {
  return `project: shop\ncomponents:\n  - name: web\n    ${fields}\n`;
}

function of(fields: string) {
  return findingsOf({ build: component(fields) });
}

describe('a text after `gradle`', () => {
  it.each([
    ['build: [{gradle: build}]', 'build'],
    ['build: [{gradle: build, use_wrapper: false}]', 'build'],
    ['build: [{gradle: "clean :web:build"}]', '"clean :web:build"'],
    ['build: [{gradle: clean}, {shell: make}]', 'clean'],
  ])('is told of: %s', (fields, marked) => expect(of(fields)).toEqual([`check/gradle-text ${marked}`]));

  it.each([
    'build: [{gradle: true}]',
    'build: [{gradle: }]',
    'build: [{gradle: {}}]',
    'build: [{gradle: anything, tasks: build}]',
  ])('means nothing, and harms nothing: %s', (fields) => expect(of(fields)).toEqual([]));

  it('becomes the tasks, where the author wants it', () => {
    expect(fixed('build', component('build: [{gradle: clean build}]'))).toContain(
      '{gradle: { tasks: clean build }}',
    );
    expect(fixed('build', component('build: [{gradle: ":web:build"}]'))).toContain('{gradle: ":web:build"}');
  });
});

describe('build steps', () => {
  it.each([
    'build: [{shell: make}]',
    'build: [{gradle: {tasks: build}}]',
    'build: [{gradle: "", tasks: build, use_wrapper: false}]',
    'build: [{tasks: build}]',
  ])('%s', (fields) => expect(of(fields)).toEqual([]));

  it.each([
    ['build: [{shell: make, switches: -q}]', 'check/gradle-option switches'],
    ['build: [{gradle: {tasks: a}, tasks: b}]', 'check/gradle-option tasks'],
  ])('%s is refused', (fields, finding) => expect(of(fields)).toEqual([finding]));

  it('are made of plain text by a fix', () => {
    const text = component('build:\n      - make all');
    expect(findingsOf({ build: text })).toEqual(['schema/wrong-type make all']);
    expect(fixed('build', text)).toBe(component('build:\n      - shell: make all'));
  });

  it('of an unknown kind are unknown fields', () => {
    expect(of('build: [{maven: package}]')).toEqual(['schema/unknown-field maven']);
  });
});

describe('build dependencies', () => {
  it.each([
    '{type: debian-package, package: jq}',
    '{type: debian-package, location: "https://example.com/a.deb"}',
  ])('%s', (entry) => expect(of(`dependencies: [${entry}]`)).toEqual([]));

  it('have one name', () => {
    expect(of('dependencies: [{type: gem-package, package: fpm, name: fpm}]')).toEqual([
      'check/package-name name',
    ]);
  });
});

describe('git URLs', () => {
  it('have a colon behind the host', () => {
    expect(of('repository: {git: "git@example.com:shop/web.git"}')).toEqual([]);
    expect(of('repository: {git: "ssh://git@example.com/shop/web.git"}')).toEqual([]);
    expect(of('repository: {git: "git@example.com/shop/web.git"}')).toEqual([
      'check/git-url "git@example.com/shop/web.git"',
    ]);
  });
});

describe('the list of applications', () => {
  it('has one name', () => {
    const entry = '[{name: web, runtime: "nginx:1"}]';
    expect(findingsOf({ application: `project: shop\ncontainers: ${entry}\n` })).toEqual([]);
    const both = `project: shop\napplications: ${entry}\ncontainers: []\n`;
    expect(findingsOf({ application: both })).toEqual(['check/two-application-lists containers']);
  });
});

describe('dead fields', () => {
  it('are reported in every file', () => {
    expect(of('os: linux')).toEqual(['check/dead-field os']);
    const environments =
      'project: shop\nenvironments:\n  - name: dev\n    next_environment: dev\n    imports: [{name: a}]\n';
    expect(findingsOf({ environments })).toEqual([
      'check/dead-field next_environment',
      'check/dead-field imports',
    ]);
  });

  it('say what became of them', () => {
    const [found] = diagnosticsOf({ build: component('os: linux') });
    expect(found?.severity).toBe('warning');
    expect(found?.help[0]).toMatch(/^the plugin read it/);
  });
});

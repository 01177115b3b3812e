import { describe, expect, it } from 'vitest';
import { type CompletionOffer, completeAt } from '../../../compiler/language/complete.ts';
import { nameIndex } from '../../../compiler/language/names/name-index.ts';
import { scalarsOf } from '../../../compiler/language/spec-tree.ts';
import { viewProject } from '../../../compiler/language/workspace.ts';
import { cursorIn, exampleViews, keysOf } from './views.ts';

/** Returns the labels that are offered at the mark of one of the files. */
function offersIn(files: Readonly<Record<string, string>>): readonly CompletionOffer[] {
  const { view, file, offset } = cursorIn(files);
  return completeAt(view, file, offset);
}

function labelsIn(files: Readonly<Record<string, string>>): readonly string[] {
  return offersIn(files).map(({ label }) => label);
}

/** Returns the text of the file with an offer taken. */
function taken(files: Readonly<Record<string, string>>, label: string): string {
  const { view, file, offset } = cursorIn(files);
  const offer = completeAt(view, file, offset).find((each) => each.label === label);
  if (offer === undefined) throw new Error(`no ${label}`);
  const text = view.sources.find(({ name }) => name === file)?.text ?? '';
  return text.slice(0, offer.replace.start) + offer.insertText + text.slice(offer.replace.end);
}

describe('completion in the examples', () => {
  it.each(exampleViews())('offers each key at its start: $name', { timeout: 60_000 }, ({ view }) => {
    for (const { file, key, start, end } of keysOf(view)) {
      const offer = completeAt(view, file.name, start).find(({ label }) => label === key);
      expect(offer, `${file.name} ${start} ${key}`).toMatchObject({ kind: 'field', replace: { start, end } });
      expect(offer?.documentation).toBeTruthy();
    }
  });

  it.each(exampleViews())('offers each key that is half typed: $name', { timeout: 120_000 }, ({ view }) => {
    let count = 0;
    for (const { file, field, key, start } of keysOf(view)) {
      const { value, owner } = field;
      const isOnlyField = (owner?.node.entries.length ?? 0) < 2 && owner?.outer !== undefined;
      const lineEnd = file.text.indexOf('\n', start);
      const before = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
      const isAlone = value.kind === 'scalar' && value.style !== 'block' && /^[\s-]*$/.test(before);
      if (!isAlone || isOnlyField || value.span.end > lineEnd || key === 'kind') continue;
      count++;
      const text = file.text.slice(0, start) + key.slice(0, 2) + file.text.slice(lineEnd);
      const sources = view.sources.map((source) => (source === file ? { name: file.name, text } : source));
      const typed = viewProject(sources, view.options, view);
      const offer = completeAt(typed, file.name, start + 2).find(({ label }) => label === key);
      expect(offer, `${file.name} ${start} ${key}`).toMatchObject({ replace: { start, end: start + 2 } });
    }
    expect(count).toBeGreaterThan(2);
  });

  it.each(exampleViews())('offers each name where it is written: $name', ({ view }) => {
    const { uses, usesOf } = nameIndex(view);
    for (const use of uses) {
      if (use.isDeclaration || usesOf(use)[0]?.isDeclaration !== true) continue;
      const offers = completeAt(view, use.file.name, use.start);
      expect(
        offers.some(({ kind, label }) => kind === 'name' && label.includes(use.name)),
        `${use.file.name} ${use.start} ${use.name}`,
      ).toBe(true);
    }
  });

  it.each(exampleViews())('offers each value of a closed list: $name', ({ view }) => {
    for (const { file, field } of keysOf(view)) {
      if (field.field.node.enum === undefined) continue;
      for (const { text, span } of scalarsOf(field.value)) {
        if (span.file !== file || text === '') continue;
        const labels = completeAt(view, file.name, span.end).map(({ label }) => label);
        expect(labels, `${file.name} ${span.start} ${text}`).toContain(text);
      }
    }
  });
});

const component = 'project: shop\ncomponents:\n  - name: web\n';

describe('completion of fields', () => {
  it('offers what is not there yet, with what is required first', () => {
    const labels = labelsIn({
      'build.bitesize': 'project: shop\ncomponents:\n  - agent: generic\n    ¦\n    image: a:1\n',
    });
    expect(labels[0]).toBe('name');
    expect(labels).toContain('paths');
    expect(labels).not.toContain('agent');
    expect(labels).not.toContain('image');
  });

  it('offers the fields of a new file', () => {
    expect(labelsIn({ 'build.bitesize': '¦' })).toEqual(['project', 'components']);
    expect(labelsIn({ 'build.bitesize': '# what it is\npro¦' })).toContain('project');
  });

  it.each([
    ['a value on its line', `${component}    ag¦\n`, 'agent', `${component}    agent: \n`],
    ['a list', `${component}    bui¦\n`, 'build', `${component}    build:\n      - \n`],
    ['an object', `${component}    rep¦\n`, 'repository', `${component}    repository:\n      \n`],
    ['a key that has its colon', `${component}    a¦: b\n`, 'agent', `${component}    agent: b\n`],
    ['in braces', 'components: [{na¦}]', 'name', 'components: [{name: }]'],
    ['in braces that are open', 'components: [{name: a, ag¦', 'agent', 'components: [{name: a, agent: '],
    ['in quotes', 'components: [{"na¦": a}]', 'name', 'components: [{"name": a}]'],
    [
      'after a tab',
      'project: shop\ncomponents:\n\t- na¦\n',
      'name',
      'project: shop\ncomponents:\n\t- name: \n',
    ],
    [
      'in a file with CRLF',
      'project: shop\r\ncomponents:\r\n  - name: 😀\r\n    bui¦\r\n    agent: a\r\n',
      'build',
      'project: shop\r\ncomponents:\r\n  - name: 😀\r\n    build:\r\n      - \r\n    agent: a\r\n',
    ],
  ])('writes what belongs there: %s', (_, text, label, expected) => {
    expect(taken({ 'build.bitesize': text }, label)).toBe(expected);
  });

  it('works above and below lines that are broken', () => {
    for (const text of [
      'project: shop\ncomponents:\n  - name: web\n    agent "\n    ima¦\n    paths: [a]\n',
      'project: shop\ncomponents:\n  - name: web\n    ima¦\n    agent: [\n    paths: [a]\n',
      'project: shop\ncomponents:\n  - name: web\n    ima¦\n   paths: [a]\n',
    ])
      expect(labelsIn({ 'build.bitesize': text })).toContain('image');
  });

  it('does not repeat what stands below in a broken file', () => {
    const labels = labelsIn({
      'build.bitesize': 'project: shop\ncomponents:\n  - name: web\n    ima¦\n    agent: [\n    paths: [a]\n',
    });
    expect(labels).not.toContain('agent');
    expect(labels).not.toContain('paths');
  });

  it('offers things, and one alone in an entry', () => {
    const jobs = 'project: shop\njobs:\n  - name: a\n    kind: freestyle\n    builders:\n';
    expect(labelsIn({ 'jobs.bitesize': `${jobs}      - she¦\n` })).toContain('shell');
    expect(labelsIn({ 'jobs.bitesize': `${jobs}      - shell: make\n        ¦\n` })).toEqual([]);
    const wrappers = 'project: shop\njobs:\n  - name: a\n    kind: freestyle\n    wrappers: [time¦]\n';
    expect(taken({ 'jobs.bitesize': wrappers }, 'timestamps')).toContain('wrappers: [timestamps]');
  });

  it('asks for the kind of a job before its fields', () => {
    expect(labelsIn({ 'jobs.bitesize': 'project: shop\njobs:\n  - ¦\n' })).toEqual(['name', 'kind']);
    const kinds = labelsIn({ 'jobs.bitesize': 'project: shop\njobs:\n  - name: a\n    kind: ¦\n' });
    expect(kinds).toContain('freestyle');
    expect(kinds).toContain('list-view');
  });

  it('offers what a merge key brings, to be said anew', () => {
    const labels = labelsIn({
      'build.bitesize':
        'project: shop\ncomponents:\n  - &web\n    name: web\n    agent: a\n  - <<: *web\n    ¦\n',
    });
    expect(labels).toContain('agent');
  });

  it('offers nothing in comments, texts of several lines and free values', () => {
    expect(labelsIn({ 'build.bitesize': `${component}    # ag¦\n` })).toEqual([]);
    expect(labelsIn({ 'build.bitesize': `${component}    agent: a # ¦\n` })).toEqual([]);
    expect(
      labelsIn({ 'build.bitesize': `${component}    build:\n      - shell: |\n          ag¦\n` }),
    ).toEqual([]);
    expect(labelsIn({ 'build.bitesize': `${component}    version: ¦\n` })).toEqual([]);
    expect(labelsIn({ 'other.yaml': '¦' })).toEqual([]);
  });
});

describe('completion of values', () => {
  it('offers the values of a closed list with their meaning', () => {
    const offers = offersIn({
      'environments.bitesize':
        'project: shop\nenvironments:\n  - name: live\n    deployment:\n      mode: ¦\n',
    });
    expect(offers.map(({ label }) => label)).toEqual(['auto', 'manual']);
    expect(offers.every(({ documentation }) => documentation !== undefined)).toBe(true);
    expect(offers[0]?.detail).toBe('default');
  });

  it('offers true and false', () => {
    expect(labelsIn({ 'jenkins.bitesize': 'project: shop\njenkins:\n  pipeline: {webhook: ¦}\n' })).toEqual([
      'true',
      'false',
    ]);
  });

  it('writes the blank that is missing behind a colon', () => {
    const text = 'project: shop\njenkins:\n  pipeline:\n    webhook:¦\n';
    expect(taken({ 'jenkins.bitesize': text }, 'true')).toContain('webhook: true');
  });

  it('offers values on a line below their key', () => {
    const text = 'project: shop\njenkins:\n  pipeline:\n    webhook:\n      tr¦\n';
    expect(labelsIn({ 'jenkins.bitesize': text })).toEqual(['true', 'false']);
  });
});

const jenkins = [
  'project: shop',
  'jenkins:',
  '  agents: [{name: big, label: big linux, containers: [{name: lint, image: a:1}]}]',
  '  credentials: [{id: git-key, type: ssh-key}, {id: "no", type: secret-text, key: k}]',
  '  forges: [{name: lab, type: gitlab, url: "https://lab.example.com", credentials: git-key}]',
  '',
].join('\n');

describe('completion of names', () => {
  const files = {
    'jenkins.bitesize': jenkins,
    'environments.bitesize':
      'project: shop\nenvironments:\n  - name: live\n    services: [{name: front}, {name: back}]\n    gists: [{name: settings, files: [a]}]\n  - name: next\n    services: [{name: other}]\n',
    'application.bitesize': 'project: shop\napplications:\n  - {name: site, runtime: nginx}\n',
  };
  const build = (line: string) => ({
    ...files,
    'build.bitesize': `project: shop\ncomponents:\n  - name: web\n    env: [{name: A, credentials: "no"}]\n    ${line}\n`,
  });

  it.each([
    ['agents and their labels', 'agent: ¦', ['big', 'linux', 'generic', 'dind', 'deploy']],
    ['a label in an expression', 'agent: big && li¦', ['big', 'linux', 'generic', 'dind', 'deploy']],
    ['containers', 'container: ¦', ['lint']],
    ['credentials', 'repository: {git: a, credentials: ¦}', ['git-key', 'no', 'seed-job-key']],
    ['credentials of variables', 'pull_requests: {secrets: [¦]}', ['no']],
    ['servers', 'pull_requests: {server: ¦}', ['lab']],
    ['environments', 'pull_requests:\n      environment: ¦', ['live', 'next']],
  ])('offers %s', (_, line, names) => {
    expect(labelsIn(build(line))).toEqual(names);
  });

  it('replaces one label of an expression, and the whole of other names', () => {
    expect(taken(build('agent: big && li¦n'), 'linux')).toContain('agent: big && linux\n');
    expect(taken(build('pull_requests: {server: my l¦ab}'), 'lab')).toContain('{server: lab}');
  });

  it('quotes a name that YAML would take for something else', () => {
    expect(taken(build('repository: {git: a, credentials: ¦}'), 'no')).toContain("credentials: 'no'}");
    expect(taken(build('repository: {git: a, credentials: "¦"}'), 'no')).toContain('credentials: "no"}');
  });

  it('offers the services and gists of the same environment alone', () => {
    const inside = (line: string) => ({
      'environments.bitesize': files['environments.bitesize'].replace(
        '{name: back}',
        `{name: back, ${line}}`,
      ),
    });
    expect(labelsIn(inside('backend: ¦'))).toEqual(['front', 'back']);
    expect(labelsIn(inside('volumes: [{type: configmap, name: ¦}]'))).toEqual(['settings']);
  });

  it('offers applications, components, jobs and the project across files', () => {
    expect(
      labelsIn({
        ...build('agent: a'),
        'environments.bitesize':
          'project: shop\nenvironments:\n  - name: live\n    services:\n      - name: x\n        application: ¦\n',
      }),
    ).toEqual(['site']);
    expect(
      labelsIn({
        ...build('agent: a'),
        'application.bitesize':
          'project: shop\napplications:\n  - name: site\n    files:\n      - component: ¦\n',
      }),
    ).toEqual(['web']);
    expect(
      labelsIn({
        ...build('agent: a'),
        'jenkins.bitesize': 'project: shop\njenkins:\n  views:\n    - name: all\n      jobs: [¦]\n',
      }),
    ).toContain('site-docker-image');
    expect(labelsIn({ ...files, 'build.bitesize': 'project: ¦\n' })).toEqual(['shop']);
  });

  it('says where a name is defined', () => {
    const offer = offersIn(build('container: ¦'))[0];
    expect(offer).toMatchObject({ kind: 'name', detail: 'container (jenkins.bitesize:3)' });
  });
});

import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../../compiler/language/names/name-index.ts';
import { definitionAt, referencesAt } from '../../../compiler/language/navigate.ts';
import { cursorIn, exampleViews, textsAt } from './views.ts';

describe('names in the examples', () => {
  it.each(exampleViews())('lead to one definition from every place: $name', ({ view }) => {
    const { uses, usesOf } = nameIndex(view);
    expect(uses.length).toBeGreaterThan(3);
    for (const use of uses) {
      const all = usesOf(use);
      const declared = all.filter(({ isDeclaration }) => isDeclaration);
      const found = definitionAt(view, use.file.name, use.start);
      for (const { file, start, end } of declared)
        expect(found).toContainEqual({ file: file.name, start, end });
      if (declared.length === 0) expect(found).toEqual([]);
    }
  });

  it.each(exampleViews())('have the same references from every place: $name', ({ view }) => {
    const { uses, usesOf } = nameIndex(view);
    for (const use of uses) {
      const [first = use] = usesOf(use);
      const places = referencesAt(view, use.file.name, use.start);
      expect(places).toContainEqual({ file: use.file.name, start: use.start, end: use.end });
      expect(places).toEqual(referencesAt(view, first.file.name, first.start));
    }
  });
});

/** Returns where the marked name is defined, and all places that name the same. */
function found(files: Readonly<Record<string, string>>) {
  const { view, file, offset } = cursorIn(files);
  return {
    definition: textsAt(view, definitionAt(view, file, offset)),
    references: textsAt(view, referencesAt(view, file, offset)),
  };
}

const application =
  'project: shop\napplications:\n  - name: site\n    runtime: nginx\n    dependencies:\n      - {name: web, type: debian-package, origin: {build: web}}\n';
const build =
  'project: shop\ncomponents:\n  - name: web\n    agent: big && linux\n    container: lint\n    build: [{shell: make, container: lint}]\n';
const jenkins =
  'project: shop\njenkins:\n  agents:\n    - {name: large, label: big linux, containers: [{name: lint, image: "a:1"}]}\n  views:\n    - {name: all, jobs: [web, site-docker-image, live-smoke, live-deploy]}\n';
const environments =
  'project: shop\nenvironments:\n  - name: live\n    services:\n      - {name: front, application: site, backend: back}\n      - {name: back, application: site}\n    tests: [{name: smoke}]\n';

describe('a definition', () => {
  it('of a component is found from application.bitesize', () => {
    expect(
      found({
        'build.bitesize': build,
        'application.bitesize': application.replace('build: web', 'build: w¦eb'),
      }),
    ).toEqual({
      definition: ['build.bitesize:3 web'],
      references: ['application.bitesize:6 web', 'build.bitesize:3 web'],
    });
  });

  it('of a label is found from a label expression', () => {
    expect(
      found({ 'build.bitesize': build.replace('&& linux', '&& lin¦ux'), 'jenkins.bitesize': jenkins }),
    ).toEqual({
      definition: ['jenkins.bitesize:4 linux'],
      references: ['build.bitesize:4 linux', 'jenkins.bitesize:4 linux'],
    });
  });

  it('of a container is found from a build step', () => {
    const files = { 'build.bitesize': build.replace(/lint}\]/, 'li¦nt}]'), 'jenkins.bitesize': jenkins };
    expect(found(files)).toEqual({
      definition: ['jenkins.bitesize:4 lint'],
      references: ['build.bitesize:5 lint', 'build.bitesize:6 lint', 'jenkins.bitesize:4 lint'],
    });
  });

  it.each([
    ['web', 'build.bitesize:3 web'],
    ['site-docker-image', 'application.bitesize:3 site'],
    ['live-deploy', 'environments.bitesize:3 live'],
    ['live-smoke', 'environments.bitesize:3 live'],
  ])('of what a job is made for is found from its name: %s', (job, place) => {
    const files = {
      'build.bitesize': build,
      'application.bitesize': application,
      'environments.bitesize': environments,
      'jenkins.bitesize': jenkins.replace(`${job},`, `¦${job},`).replace(`${job}]`, `¦${job}]`),
    };
    expect(found(files).definition).toEqual([place]);
  });

  it('of a test is found from the second part of its job', () => {
    const files = {
      'environments.bitesize': environments,
      'jenkins.bitesize': jenkins
        .replace('live-smoke', 'live-sm¦oke')
        .replace('web, site-docker-image, ', ''),
    };
    expect(found(files).definition).toEqual(['environments.bitesize:7 smoke']);
  });

  it('of a service is the one of its environment', () => {
    const other = '  - name: other\n    services: [{name: back, application: site}]\n';
    const files = {
      'environments.bitesize': environments.replace('backend: back', 'backend: ba¦ck') + other,
      'application.bitesize': application,
    };
    expect(found(files)).toEqual({
      definition: ['environments.bitesize:6 back'],
      references: ['environments.bitesize:5 back', 'environments.bitesize:6 back'],
    });
  });

  it('of the application of a service is found from the name of the service', () => {
    const files = {
      'application.bitesize': application,
      'environments.bitesize':
        'project: shop\nenvironments:\n  - name: live\n    services: [{name: si¦te}]\n',
    };
    expect(found(files).definition).toEqual(['application.bitesize:3 site', 'environments.bitesize:4 site']);
    const from = { ...files, 'application.bitesize': application.replace('site', 'si¦te') };
    const marked = { ...from, 'environments.bitesize': files['environments.bitesize'].replace('¦', '') };
    expect(found(marked).references).toEqual(['application.bitesize:3 site', 'environments.bitesize:4 site']);
  });

  it('of a job is found from its folder, from the top of the project and by its full name', () => {
    const jobs =
      'project: shop\njobs:\n  - {name: nightly/full, kind: freestyle}\n  - {name: nightly/b, kind: freestyle, publishers: [{trigger: full}]}\n  - {name: c, kind: freestyle, publishers: [{trigger: nightly/full}]}\n';
    const all = ['jobs.bitesize:3 nightly/full', 'jobs.bitesize:4 full', 'jobs.bitesize:5 nightly/full'];
    for (const marked of [
      jobs.replace(': full}', ': fu¦ll}'),
      jobs.replace('trigger: nightly', 'trigger: nig¦htly'),
    ])
      expect(found({ 'jobs.bitesize': marked })).toEqual({ definition: all.slice(0, 1), references: all });
  });

  it('of the project are all files', () => {
    const { definition } = found({
      'build.bitesize': build.replace('shop', 'sh¦op'),
      'jenkins.bitesize': jenkins,
    });
    expect(definition).toEqual(['build.bitesize:1 shop', 'jenkins.bitesize:1 shop']);
  });

  it('is found around lines that are broken', () => {
    const files = {
      'build.bitesize': `${build}    ima\n    paths: [a]\n`,
      'application.bitesize': application.replace('build: web', 'build: w¦eb'),
    };
    expect(found(files).definition).toEqual(['build.bitesize:3 web']);
  });

  it('of what nobody defines is nowhere', () => {
    expect(found({ 'build.bitesize': build.replace('linux', 'lin¦ux') }).definition).toEqual([]);
    expect(found({ 'build.bitesize': build.replace('components', 'compo¦nents') })).toEqual({
      definition: [],
      references: [],
    });
  });
});

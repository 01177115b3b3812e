import { describe, expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import { run } from '../cli/run.ts';

/** The findings of a code: each place with its line, the first one first. */
function placesOf(code: string, files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const sources = Object.entries(files).map(([name, text]) => ({ name, text }));
  const { diagnostics } = analyse(sources, { findPlaceholders: true });
  return diagnostics
    .filter((found) => found.code === code)
    .map(({ span, labels }) =>
      [span, ...labels.map((label) => label.span)].flatMap((place) =>
        place === undefined ? [] : [`${place.file.name}:${positionAt(place.file, place.start).line}`],
      ),
    );
}

const REAL = 'jenkins:\n  registry: {push: registry.my-shop.io, base: ""}\n';

const build = (git: string) => `project: shop\ncomponents:\n  - name: web\n    repository: {git: "${git}"}\n`;

const service = (field: string) => ({
  'environments.bitesize': `project: shop\nenvironments:\n  - name: Dev\n    namespace: dev\n    services:\n      - name: web\n        ${field}\n`,
  'jenkins.bitesize': REAL,
});

describe('check/placeholder', () => {
  it('is not about the registry where no image is built or run', () => {
    const settings = { 'jenkins.bitesize': 'project: shop\njenkins: {time_zone: Europe/Berlin}\n' };
    const builds = { 'build.bitesize': build('git@github.com:our/web.git'), ...settings };
    expect(placesOf('check/placeholder', builds)).toEqual([]);
    const runs = { ...service('port: 80'), ...settings };
    expect(placesOf('check/placeholder', runs)).toEqual([['jenkins.bitesize:2']]);
  });

  it('names all places of a project in one finding', () => {
    const files = {
      'build.bitesize': build('git@git.example.com:shop/web.git'),
      ...service('external_url: [a.shop.test, shop.my-shop.io, b.example.org]'),
      'jenkins.bitesize': 'jenkins:\n  admin_email: Shop <ops@shop.example>\n',
    };
    expect(placesOf('check/placeholder', files)).toEqual([
      [
        'build.bitesize:4',
        'environments.bitesize:7',
        'environments.bitesize:7',
        'jenkins.bitesize:2',
        'jenkins.bitesize:1',
      ],
    ]);
  });

  it.each([
    ['git@example.com:shop/web.git', 1],
    ['ssh://git@git.invalid:7999/web.git', 1],
    ['https://git.shop.example/web.git', 1],
    ['git@example.company.io:shop/web.git', 0],
    ['git@myexample.com:shop/web.git', 0],
    ['https://git.my-shop.io/example.com-site.git', 0],
    ['git@git.my-shop.io:test/example.git', 0],
  ])('of git URLs: %s', (git, count) => {
    expect(
      placesOf('check/placeholder', { 'build.bitesize': build(git), 'jenkins.bitesize': REAL }),
    ).toHaveLength(count);
  });

  it.each([
    ['env: [{name: URL, value: "http://api.example.com/v1"}]', 1],
    ['external_url: shop.invalid', 1],
    ['external_url: latest.my-shop.io', 0],
    ['env: [{name: FILE, value: web.test}]', 0],
    ['env: [{name: TEXT, value: "see docs.example.comma"}]', 0],
    ['env: [{name: FILE, value: config.example}]', 0],
  ])('of services: %s', (field, count) => {
    expect(placesOf('check/placeholder', service(field))).toHaveLength(count);
  });

  it('finds the registry of the default where images are made', () => {
    const application =
      'project: shop\napplications:\n  - name: web\n    runtime: debian:13\n    version: "1"\n';
    expect(placesOf('check/placeholder', { 'application.bitesize': application })).toEqual([
      ['application.bitesize:3'],
    ]);
    expect(
      placesOf('check/placeholder', {
        'jenkins.bitesize': 'jenkins:\n  registry: {push: custom-registry}\n',
      }),
    ).toEqual([['jenkins.bitesize:2']]);
    expect(placesOf('check/placeholder', { 'jenkins.bitesize': REAL })).toEqual([]);
  });

  it('leaves out what a comment leaves to do, and tells about that comment', () => {
    const files = {
      ...service('external_url: shop.example.com # TODO: the host'),
      'build.bitesize': build('git@git.example.com:web.git').replace(
        '    repo',
        '    # TODO: the URL\n    repo',
      ),
    };
    expect(placesOf('check/placeholder', files)).toEqual([]);
    expect(placesOf('check/todo', files)).toEqual([['environments.bitesize:7', 'build.bitesize:4']]);
  });

  it('is left out with an option or a variable, and with a comment at the first place', async () => {
    const text = build('git@example.com:shop/web.git');
    const warnings = async (spec: string, allowed: string, ...argv: string[]) => {
      const env = { BITESIZE_ALLOW_PLACEHOLDERS: allowed };
      const { output } = await run(['check', ...argv], { files: { 'build.bitesize': spec }, env });
      return output.match(/^warning\[[^\]]*/gm) ?? [];
    };
    const ignored = `${text.trimEnd()} # bitesize-ignore check/placeholder: an example\n`;
    expect(await warnings(text, '')).toEqual(['warning[check/placeholder']);
    expect(await warnings(text, '', '--allow-placeholders')).toEqual([]);
    expect(await warnings(text, '1')).toEqual([]);
    expect(await warnings(ignored, '')).toEqual([]);
    // The comment has its use in another run.
    expect(await warnings(ignored, '1')).toEqual([]);
  });
});

describe('check/todo', () => {
  it('takes comments, and neither texts nor other words', () => {
    const files = {
      'build.bitesize': `project: shop
# TODO one
components:
  - name: web # todo
    env: [{name: A, value: "# TODO"}] # TODOS
    build:
      - shell: |
          # TODO in the script
          make # TODO
      - shell: make #TODO: two
`,
    };
    expect(placesOf('check/todo', files)).toEqual([['build.bitesize:2', 'build.bitesize:10']]);
  });
});

describe('check/mirrored-base', () => {
  const application = (...runtimes: string[]) => ({
    'application.bitesize': `project: shop\napplications:\n${runtimes.map((runtime, at) => `  - {name: a${at}, version: "1", runtime: "${runtime}"}\n`).join('')}`,
  });

  it('names public images in one finding where no base is written', () => {
    const files = {
      ...application('node:20-slim', 'ubuntu-jdk8:1.0', 'debian:13', 'node', 'my/node:20'),
      'jenkins.bitesize': 'jenkins:\n  registry: {push: registry.my-shop.io}\n',
    };
    expect(placesOf('check/mirrored-base', files)).toEqual([
      ['application.bitesize:3', 'application.bitesize:5'],
    ]);
  });

  it.each(['""', 'registry.my-shop.io', 'mirror.my-shop.io/base'])('says nothing where it is %s', (base) => {
    const files = {
      ...application('node:20'),
      'jenkins.bitesize': `jenkins:\n  registry: {push: registry.my-shop.io, base: ${base}}\n`,
    };
    expect(placesOf('check/mirrored-base', files)).toEqual([]);
  });
});

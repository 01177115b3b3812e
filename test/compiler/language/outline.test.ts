import { describe, expect, it } from 'vitest';
import { inlayHintsOf } from '../../../compiler/language/inlay-hints.ts';
import { linksOf } from '../../../compiler/language/links.ts';
import { type DocumentSymbolNode, foldingOf, symbolsOf } from '../../../compiler/language/outline.ts';
import { viewProject } from '../../../compiler/language/workspace.ts';
import { exampleViews } from './views.ts';

const build = [
  '# One component,',
  '# and how it is built.',
  'project: shop',
  'components:',
  '  - name: web',
  '    repository: {git: "git@github.com:example/shop.git"}',
  '    build:',
  '      - shell: |',
  '          make',
  '          make test   # see https://docs.example.com/a(b), and http://x.example.com/${V}',
  '',
].join('\n');

const environments = [
  'project: shop',
  'environments:',
  '  - name: Live Site',
  '    services:',
  '      - &front',
  '        name: site',
  '        application: web',
  '      - name: back',
  '        image: redis:7',
  '    gists: [{name: a, files: [config/a.conf, ../b, /etc/c]}]',
  '',
].join('\r\n');

const view = viewProject([
  { name: 'build.bitesize', text: build },
  { name: 'environments.bitesize', text: environments },
]);

function names(nodes: readonly DocumentSymbolNode[]): unknown {
  return nodes.map(({ name, detail, children }) => [
    detail === '' ? name : `${name}: ${detail}`,
    ...(children.length === 0 ? [] : [names(children)]),
  ]);
}

describe('the outline', () => {
  it('shows things by their names, and fields with their values', () => {
    expect(names(symbolsOf(view, 'build.bitesize'))).toEqual([
      ['project: shop'],
      [
        'components',
        [
          [
            'web',
            [
              ['name: web'],
              ['repository', [['git: git@github.com:example/shop.git']]],
              ['build', [['shell: make…']]],
            ],
          ],
        ],
      ],
    ]);
  });

  it.each(exampleViews())(
    'holds names inside of what they name, and what is inside inside: $name',
    ({ view: example }) => {
      const check = (nodes: readonly DocumentSymbolNode[], start: number, end: number): number =>
        nodes.reduce((count, node) => {
          expect(node.start).toBeGreaterThanOrEqual(start);
          expect(node.end).toBeLessThanOrEqual(end);
          expect(node.nameStart).toBeGreaterThanOrEqual(node.start);
          expect(node.nameEnd).toBeLessThanOrEqual(node.end);
          return count + 1 + check(node.children, node.start, node.end);
        }, 0);
      for (const { name, text } of example.sources)
        expect(check(symbolsOf(example, name), 0, text.length)).toBeGreaterThan(2);
    },
  );

  it('has nothing to show of other files', () => {
    expect(symbolsOf(view, 'other.bitesize')).toEqual([]);
    expect(foldingOf(view, 'other.bitesize')).toEqual([]);
  });
});

describe('folding', () => {
  it('leaves the first line of lists, things, texts and comments', () => {
    const kept = foldingOf(view, 'build.bitesize').map(({ start, end }) => [
      build.slice(build.lastIndexOf('\n', start - 1) + 1, start),
      build.slice(start, end).split('\n').length - 1,
    ]);
    expect(kept).toEqual([
      ['# One component,', 1],
      ['components:', 6],
      ['  - name: web', 5],
      ['    build:', 3],
      ['      - shell: |', 2],
    ]);
  });

  it.each(exampleViews())('ends at the end of a line: $name', ({ view: example }) => {
    for (const { name, text } of example.sources)
      for (const { start, end } of foldingOf(example, name)) {
        expect(text.slice(start, end)).toMatch(/^\r?\n/);
        expect(end).toBeGreaterThan(start);
      }
  });
});

describe('links', () => {
  it('lead to pages, repositories and files of the project', () => {
    const links = ({ name, text }: { readonly name: string; readonly text: string }) =>
      linksOf(view, name).map(({ start, end, target }) => [text.slice(start, end), target]);
    const [first, second] = view.sources;
    expect(first && links(first)).toEqual([
      ['git@github.com:example/shop.git', { url: 'https://github.com/example/shop' }],
      ['https://docs.example.com/a', { url: 'https://docs.example.com/a' }],
    ]);
    expect(second && links(second)).toEqual([['config/a.conf', { file: 'config/a.conf' }]]);
  });
});

describe('values of defaults', () => {
  const shown = (name: string, start = 0, end = 10_000) => {
    const text = view.sources.find((source) => source.name === name)?.text ?? '';
    return inlayHintsOf(view, name, start, end).map(({ offset, label }) => {
      const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      return `${line.trim()} (${label})`;
    });
  };

  it('stand behind what they are about', () => {
    expect(shown('build.bitesize')).toEqual([
      '- name: web (agent: generic)',
      'repository: {git: "git@github.com:example/shop.git"} (branch: refs/heads/master)',
      'repository: {git: "git@github.com:example/shop.git"} (credentials: seed-job-key)',
    ]);
    expect(shown('environments.bitesize')).toEqual([
      '- name: Live Site (namespace: shop-live-site)',
      'name: site (replicas: 1)',
      '- name: back (replicas: 1)',
    ]);
  });

  it('are those of the piece that is asked about', () => {
    expect(shown('build.bitesize', 0, 10)).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../compiler/cli/main.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { plainSpecs } from '../scaffold/plain-project.ts';

/*
 * A small git history, one change a revision; `diff` between neighbours must name exactly that change.
 */
interface Revision {
  readonly title: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The changes as `action kind name`, and for some the field with its old and new value. */
  readonly expected: readonly string[];
}

const revisions: readonly Revision[] = [
  {
    title: 'more replicas in production',
    file: 'environments.bitesize',
    from: 'replicas: 2',
    to: 'replicas: 3',
    expected: [
      'change job Production-deploy',
      'change kubernetes-object production/Deployment/shop spec.replicas 2 -> 3',
    ],
  },
  {
    title: 'another build step',
    file: 'build.bitesize',
    from: '- shell: make test',
    to: '- shell: make all test',
    expected: [
      `change job shop definition.script ${' '.repeat(16)}sh('make test') -> ${' '.repeat(16)}sh('make all test')`,
    ],
  },
  {
    title: 'a test',
    file: 'environments.bitesize',
    from: '  - name: Production',
    to: '    tests:\n      - name: smoke\n        commands: [{shell: ./smoke.sh}]\n\n  - name: Production',
    expected: ['add job Development-smoke', 'change job environment-pipeline'],
  },
  {
    title: 'another host',
    file: 'environments.bitesize',
    from: 'external_url: shop.example.com',
    to: 'external_url: shop.example.org',
    expected: ['change job service-manage', 'change kubernetes-object production/Ingress/shop'],
  },
  {
    title: 'only a comment',
    file: 'build.bitesize',
    from: '# How the components',
    to: '# This is how the components',
    expected: [],
  },
  {
    title: 'the test leaves',
    file: 'environments.bitesize',
    from: '    tests:\n      - name: smoke\n        commands: [{shell: ./smoke.sh}]\n\n  - name: Production',
    to: '  - name: Production',
    expected: ['remove job Development-smoke', 'change job environment-pipeline'],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'bitesize-history-'));
const git = (...argv: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...argv],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );

/** Runs the command in the repository and returns its exit code and what it printed. */
async function bitesize(...argv: string[]): Promise<{ code: number; text: string }> {
  const host = createNodeHost(new URL('../../../', import.meta.url));
  const pieces: string[] = [];
  const keep = { isTerminal: false, columns: 100, write: (piece: string) => void pieces.push(piece) };
  return { code: await main(argv, { ...host, stdout: keep, stderr: keep }), text: pieces.join('') };
}

interface PrintedChange {
  readonly action: string;
  readonly kind: string;
  readonly name: string;
  readonly because?: string;
  readonly fields: readonly { readonly path: string; readonly before?: string; readonly after?: string }[];
}

beforeAll(() => {
  mkdirSync(join(folder, 'specs'));
  git('init', '--quiet', '--initial-branch=main');
  const texts = new Map<string, string>();
  const specs = plainSpecs('shop');
  for (const { name, text } of specs) {
    texts.set(name, text);
    writeFileSync(join(folder, 'specs', name), text);
  }
  git('add', '.');
  git('commit', '--quiet', '-m', 'start');
  git('tag', 'r0');
  revisions.forEach(({ title, file, from, to }, index) => {
    const text = (texts.get(file) ?? '').replace(from, to);
    expect(text).not.toBe(texts.get(file));
    texts.set(file, text);
    writeFileSync(join(folder, 'specs', file), text);
    git('commit', '--quiet', '-a', '-m', title);
    git('tag', `r${index + 1}`);
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('bitesize diff --base', () => {
  it.each(revisions.map((revision, index) => ({ ...revision, index })))(
    'names exactly the change: $title',
    async ({ expected, index }) => {
      git('checkout', '--quiet', `r${index + 1}`);
      const { code, text } = await bitesize(
        'diff',
        join(folder, 'specs'),
        '--base',
        `r${index}`,
        '--format',
        'json',
        '--exit-code',
      );
      const { changes }: { changes: readonly PrintedChange[] } = JSON.parse(text);
      const named = changes
        .filter(({ kind }) => kind !== 'init-script' && kind !== 'setting')
        .map(({ action, kind, name, fields }) => {
          const title = `${action} ${kind} ${name}`;
          const wanted = expected.find((line) => line.startsWith(`${title} `));
          const [field] = fields;
          return wanted === undefined ? title : `${title} ${field?.path} ${field?.before} -> ${field?.after}`;
        });
      expect(named.sort()).toEqual([...expected].sort());
      expect(code).toBe(expected.length === 0 ? 0 : 4);
      for (const { because, action } of changes)
        if (action !== 'remove') expect(because).toMatch(/^(was )?\w+\.bitesize:\d+:\d+$/);
    },
  );

  it('finds nothing between a revision and itself', async () => {
    const { code, text } = await bitesize('diff', join(folder, 'specs'), '--base', 'HEAD', '--exit-code');
    expect([code, text]).toEqual([0, 'No changes.\n']);
  });

  it('prints a unified diff on demand, and a comment for a merge request', async () => {
    git('checkout', '--quiet', 'r2');
    const unified = await bitesize('diff', join(folder, 'specs'), '--base', 'r1', '--unified');
    expect(unified.text).toMatch(/^-.*make test/m);
    expect(unified.text).toMatch(/^\+.*make all test/m);
    const markdown = await bitesize('diff', join(folder, 'specs'), '--base', 'r1', '--format', 'markdown');
    expect(markdown.text).toContain('**Plan: 0 to add, 1 to change, 0 to remove**');
  });

  it('stops the removal of many things unless it is meant', async () => {
    git('checkout', '--quiet', 'r0');
    writeFileSync(join(folder, 'specs', 'environments.bitesize'), 'project: shop\nenvironments: []\n');
    const stopped = await bitesize('diff', join(folder, 'specs'), '--base', 'r0', '--max-removals', '3');
    expect([stopped.code, stopped.text]).toEqual([
      1,
      expect.stringMatching(/more than 3: .*--max-removals \d+/),
    ]);
    const meant = await bitesize('diff', join(folder, 'specs'), '--base', 'r0', '--max-removals', '100');
    expect(meant.code).toBe(0);
    git('checkout', '--quiet', '--force', 'r0');
  });

  it.each([
    ['a ref that git does not know', ['--base', 'nowhere'], /git does not know `nowhere`/],
    ['a ref that looks like an option', ['--base=--output=x'], /is not a git ref/],
    ['no base', [], /name the base/],
  ])('refuses %s', async (_, argv, message) => {
    const { code, text } = await bitesize('diff', join(folder, 'specs'), ...argv);
    expect([code, text]).toEqual([2, expect.stringMatching(message)]);
  });

  it('marks in the picture what changed', async () => {
    git('checkout', '--quiet', 'r1');
    const { text } = await bitesize('graph', join(folder, 'specs'), '--base', 'r0', '--format', 'json');
    const nodes: readonly { id: string; changed?: true }[] = JSON.parse(text).nodes;
    expect(nodes.filter(({ changed }) => changed).map(({ id }) => id)).toEqual([
      'environment:Production',
      'service:Production/shop',
    ]);
  });
});

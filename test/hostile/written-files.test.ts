import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runIn } from '../compiler/cli/run-in.ts';
import { Checkout } from './checkout.ts';

// Rendering takes seconds, and gives the same whatever the checkout holds: only the writing matters here.
vi.mock('../../compiler/docs/docs-files.ts', async () => {
  const { docsSite } = await import('../bundle/bundled-command.ts');
  const site = await docsSite();
  return { docsFiles: () => site };
});

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout();
  for (const folder of ['', 'p/', 'q/'])
    checkout.write(
      `${folder}build.bitesize`,
      `project: shop${folder[0] ?? ''}\ncomponents:\n  - name: web\n`,
    );
});

afterEach(() => checkout.remove());

/**
 * Every option that names a file or a folder, and every file with a fixed name: the command, the file that it writes and the
 * folders above it that a change can make links.
 */
const writers: readonly {
  readonly what: string;
  readonly argv: readonly string[];
  readonly file: string;
  /** A link in the place of the file is an error here, not replaced. */
  readonly refusesFile?: true;
  readonly prepare?: (checkout: Checkout) => void;
}[] = [
  { what: 'a report', argv: ['check', '--report', 'text=a/b/r.txt'], file: 'a/b/r.txt' },
  { what: 'a report in SARIF', argv: ['check', '--report', 'sarif=a/r'], file: 'a/r' },
  {
    what: 'a report in the style of ./',
    argv: ['check', '--report', 'json=./a/../a/r.json'],
    file: 'a/r.json',
  },
  { what: 'a baseline', argv: ['check', '--baseline', 'a/known', '--update-baseline'], file: 'a/known' },
  { what: 'a graph', argv: ['graph', '-o', 'a/g.svg'], file: 'a/g.svg' },
  { what: 'the docs', argv: ['docs', '-o', 'site'], file: 'site/index.html' },
  {
    what: 'a schema',
    argv: ['schema', '--install'],
    file: '.bitesize/schemas/build.schema.json',
    refusesFile: true,
  },
  {
    what: 'settings of an editor',
    argv: ['schema', '--install'],
    file: '.vscode/settings.json',
    refusesFile: true,
  },
  {
    what: 'the list of a fleet',
    argv: ['compile', 'p', 'q', '-o', 'out', '--emit', 'docker'],
    file: 'out/fleet.json',
  },
  {
    what: 'the result of a shard',
    argv: ['compile', 'p', 'q', '-o', 'out', '--emit', 'docker', '--shard', '1/1', '--results', 'a/b'],
    file: 'a/b/shard-1-of-1.json',
  },
  { what: 'a new spec', argv: ['init', 'new/x'], file: 'new/x/build.bitesize', refusesFile: true },
  {
    what: 'a converted spec',
    argv: ['convert', 'a/build.bitesize', '--write'],
    file: 'a/build.bitesize.ts',
    refusesFile: true,
    prepare: (at) => at.write('a/build.bitesize', 'project: shop\n'),
  },
];

/** The ways to make a path lead to the runner's files. */
describe.each(writers)('$what ($file)', ({ argv, file, refusesFile, prepare }) => {
  it('is written where there is no link', async () => {
    prepare?.(checkout);
    expect((await checkout.bitesize(...argv)).code).toSatisfy(isDone);
    expect(lstatSync(join(checkout.folder, file)).isFile()).toBe(true);
  });

  const targets = [
    ['a file', () => join(checkout.outside, 'file')],
    ['nothing yet', () => join(checkout.outside, 'new')],
    ['a file, by a relative path', () => `${'../'.repeat(file.split('/').length)}outside/file`],
    ['a folder', () => join(checkout.outside, 'folder')],
    ['a device', () => '/dev/null'],
    ['the head of the repository', () => join(checkout.folder, '.git/HEAD')],
    ['itself', () => file.split('/').at(-1) ?? ''],
  ] as const;
  it.each(targets)('is not written through a link to %s', async (_, target) => {
    prepare?.(checkout);
    checkout.link(file, target());
    const before = outsideOf();
    const { code } = await checkout.bitesize(...argv);
    expect(outsideOf()).toEqual(before);
    const { isLink, isFile } = kindOf(file);
    if (refusesFile) expect([code > 1, isLink]).toEqual([true, true]);
    else expect([isDone(code), isFile]).toEqual([true, true]);
  });

  const folders = file
    .split('/')
    .slice(0, -1)
    .map((_, at, all) => all.slice(0, at + 1).join('/'));
  it.each(folders)('is not written below %s when that is a link', async (folder) => {
    checkout.link(folder, join(checkout.outside, 'folder'));
    const before = outsideOf();
    const { code, errors, output } = await checkout.bitesize(...argv);
    expect(outsideOf()).toEqual(before);
    expect(code).not.toBe(0);
    if (prepare === undefined) expect(errors + output).toContain('links in a checkout are not followed');
    expect(kindOf(folder).isLink).toBe(true);
  });
});

describe('the output folder', () => {
  it.each(['out', 'a/out'])('%s is not a link, and does not lie below one', async (out) => {
    checkout.link(out.split('/')[0] ?? '', join(checkout.outside, 'folder'));
    const before = outsideOf();
    for (const more of [[], ['--check']]) {
      const { code, output } = await checkout.bitesize('compile', '-o', out, ...more);
      expect(code).toBe(3);
      expect(output).toContain('links in a checkout are not followed');
      expect(outsideOf()).toEqual(before);
    }
  });
});

describe('a project without its `.git`, named from another folder', () => {
  it.each([
    ['a report', (p: string) => ['check', p, '--report', `text=${p}/file`]],
    ['a graph', (p: string) => ['graph', p, '-o', `${p}/file`]],
    ['a baseline', (p: string) => ['check', p, '--baseline', `${p}/file`, '--update-baseline']],
    ['an output folder', (p: string) => ['compile', p, '-o', `${p}/folder`, '--emit', 'docker']],
  ] as const)('brings no link that %s is written through', async (_, argv) => {
    rmSync(join(checkout.folder, '.git'), { recursive: true });
    checkout.link('p/file', join(checkout.outside, 'file'));
    checkout.link('p/folder', join(checkout.outside, 'folder'));
    const before = checkout.tree(checkout.outside);
    await runIn(checkout.outside, argv('../checkout/p'));
    expect(checkout.tree(checkout.outside)).toEqual(before);
  });
});

describe('schemas by a comment', () => {
  it('are not named in a spec that is a link', async () => {
    checkout.link('environments.bitesize', join(checkout.outside, 'file'));
    const before = outsideOf();
    const { code } = await checkout.bitesize('schema', 'environments', '--install', 'modeline');
    expect(outsideOf()).toEqual(before);
    expect([code, kindOf('environments.bitesize').isLink]).toEqual([0, true]);
  });

  it('copy nothing of the runner into a file of the checkout', async () => {
    checkout.write('../outside/settings', '{"token": "of the runner"}');
    checkout.link('.vscode/settings.json', join(checkout.outside, 'settings'));
    expect((await checkout.bitesize('schema', '--install')).code).toBe(3);
    expect(Object.values(checkout.tree()).join()).not.toContain('of the runner');
  });
});

describe('fixes', () => {
  it('are not written through a link', async () => {
    const spec = `environments:\n  - name: b\n    namespace: c\n    services:\n      - name: d\n        ssl: "true"\n`;
    checkout.write('p/real.yaml', spec);
    checkout.link('p/environments.bitesize', 'real.yaml');
    const { code, output, errors } = await checkout.bitesize('check', 'p', '--fix');
    expect(code).not.toBe(0);
    expect(output + errors).toContain('p/environments.bitesize');
    expect(checkout.tree()).toMatchObject({
      'p/real.yaml': spec,
      'p/environments.bitesize': '-> real.yaml',
    });
  });
});

/** The runner's own links are its own business: `/tmp` is one on some systems. */
describe('outside of a checkout', () => {
  it('links are followed', async () => {
    const outside = checkout.outside;
    checkout.link('../outside/link', 'folder');
    checkout.link('../outside/report', 'file');
    await checkout.bitesize('check', '--report', `text=${outside}/link/report`);
    await checkout.bitesize('check', '--report', `text=${outside}/report`);
    const { file, link, report, 'folder/report': inFolder } = checkout.tree(outside);
    expect([link, report]).toEqual(['-> folder', '-> file']);
    for (const text of [file, inFolder]) expect(text).toMatch(/^1 file, 0 errors/);
  });

  it('a link into a checkout leads to where links are not followed', async () => {
    checkout.link('../outside/link', checkout.folder);
    checkout.link('r', join(checkout.outside, 'file'));
    const before = checkout.tree(checkout.outside).file;
    const { code } = await checkout.bitesize('check', '--report', `text=${checkout.outside}/link/r`);
    expect(code).toBe(0);
    expect(checkout.tree(checkout.outside).file).toBe(before);
    expect(kindOf('r').isFile).toBe(true);
  });
});

/** What no command may change. */
function outsideOf(): unknown {
  return [checkout.tree(checkout.outside), checkout.tree(join(checkout.folder, '.git'))];
}

function kindOf(path: string): { isLink: boolean; isFile: boolean } {
  const status = lstatSync(join(checkout.folder, path));
  return { isLink: status.isSymbolicLink(), isFile: status.isFile() };
}

function isDone(code: number): boolean {
  return code === 0 || code === 4;
}

import { lstatSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkout, forgedManifest } from './checkout.ts';

const spec = 'project: shop\ncomponents:\n  - name: web\n';
let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout();
  checkout.write('build.bitesize', spec);
});

afterEach(() => checkout.remove());

/** A manifest, a journal, a lock and what a stopped run leaves can all come with a change, with any words in them. */
describe('a manifest that comes with a change', () => {
  const claimed: readonly (readonly [string, string])[] = [
    ['src/main.c', 'int main;\n'],
    ['build.bitesize', spec],
    ['.git/HEAD', 'ref: refs/heads/main\n'],
    ['jenkins/.git/HEAD', 'ref: refs/heads/main\n'],
    ['jenkins/environments.bitesize', 'project: shop\n'],
    ['notes.txt', ''],
  ];

  it.each(claimed)('is refused when it claims %s', async (path, text) => {
    checkout.write(path, text);
    checkout.write('manifest.json', forgedManifest({ [path]: text }));
    const before = checkout.tree();
    const { code, output } = await checkout.bitesize('compile', '--out', '.');
    expect(code).toBe(3);
    expect(output).toContain('`./manifest.json` exists and was not written by bitesize');
    expect(checkout.tree()).toEqual(before);
  });

  it('removes no input of the project, whatever it claims', async () => {
    const script = "job('a')\n";
    checkout.write('jenkins/own.groovy', script);
    checkout.write('jenkins.bitesize', 'project: shop\njenkins:\n  job_dsl: [{file: jenkins/own.groovy}]\n');
    checkout.write('manifest.json', forgedManifest({ 'jenkins/own.groovy': script }));
    const { code, output } = await checkout.bitesize('compile', '--out', '.');
    expect(code).toBe(0);
    expect(output).toContain('`./jenkins/own.groovy` is no longer made, but kept: it belongs to a project');
    expect(checkout.tree()['jenkins/own.groovy']).toBe(script);
  });

  it('gives no right to overwrite an input of the project', async () => {
    checkout.write('jenkins/Dockerfile', "job('a')\n");
    checkout.write('jenkins.bitesize', 'project: shop\njenkins:\n  job_dsl: [{file: jenkins/Dockerfile}]\n');
    checkout.write('manifest.json', forgedManifest({ 'jenkins/Dockerfile': "job('a')\n" }));
    const { code, output } = await checkout.bitesize('compile', '--out', '.');
    expect(code).toBe(3);
    expect(output).toContain('`./jenkins/Dockerfile` exists and was not written by bitesize');
    expect(checkout.tree()['jenkins/Dockerfile']).toBe("job('a')\n");
  });

  it('removes nothing of another project that lies below', async () => {
    checkout.write('images/other/build.bitesize', spec);
    checkout.write('images/other/data', 'x');
    checkout.write('manifest.json', forgedManifest({ 'images/other/data': 'x' }));
    expect((await checkout.bitesize('compile', '--out', '.')).code).toBe(0);
    expect(checkout.tree()['images/other/data']).toBe('x');
  });
});

describe('a file that is no longer made', () => {
  it('goes when it is as it was written, and is kept and told of when it was edited', async () => {
    checkout.write('build.bitesize', `${spec}  - name: gone\n  - name: edited\n`);
    await checkout.bitesize('compile', '--out', 'out');
    const [edited = '', gone = ''] = Object.keys(checkout.tree())
      .filter((path) => path.endsWith('config.xml'))
      .filter((path) => path.includes('/edited/') || path.includes('/gone/'));
    expect([edited, gone]).not.toContain('');
    checkout.write(edited, 'by hand');
    checkout.write('build.bitesize', spec);
    const check = await checkout.bitesize('compile', '--check', '--out', 'out');
    expect(check.code).toBe(4);
    expect(check.output).toContain(`warning[output/kept-file]: \`${edited}\` is no longer made, but kept`);
    const { code, output } = await checkout.bitesize('compile', '--out', 'out');
    expect(code).toBe(0);
    expect(output).toContain(`warning[output/kept-file]: \`${edited}\` is no longer made, but kept`);
    expect(checkout.tree()[edited]).toBe('by hand');
    expect(checkout.tree()).not.toHaveProperty(gone);
    const again = await checkout.bitesize('compile', '--check', '--out', 'out');
    expect([again.code, again.output]).toEqual([0, expect.not.stringContaining('kept')]);
  });

  it('is written again when it is still made', async () => {
    await checkout.bitesize('compile', '--out', 'out');
    const before = checkout.tree();
    checkout.write('out/jenkins/Dockerfile', 'by hand');
    expect((await checkout.bitesize('compile', '--check', '--out', 'out')).code).toBe(4);
    await checkout.bitesize('compile', '--out', 'out');
    expect(checkout.tree()).toEqual(before);
  });
});

describe('a journal that comes with a change', () => {
  const digest = { path: 'jenkins/keep', bytes: 4, sha256: '5e'.repeat(32) };
  it.each([
    ['of an older form', { moves: ['jenkins/Dockerfile'], removals: ['jenkins/keep', 'src/keep'] }],
    ['that names no folder', { moves: [digest], removals: [digest] }],
    ['that guesses a folder', { staging: '1:2', moves: [digest], removals: [digest] }],
    ['that is a text', 'jenkins/keep'],
    ['that is nothing', null],
  ])('%s moves and removes nothing', async (_, journal) => {
    checkout.write('jenkins/keep', 'keep');
    checkout.write('src/keep', 'keep');
    checkout.write('.bitesize/journal.json', JSON.stringify(journal));
    checkout.write('.bitesize/new/0', 'planted');
    expect((await checkout.bitesize('compile', '--out', '.')).code).toBe(0);
    const tree = checkout.tree();
    expect(tree).toMatchObject({
      'jenkins/keep': 'keep',
      'src/keep': 'keep',
      '.git/HEAD': expect.anything(),
    });
    expect(Object.values(tree)).not.toContain('planted');
    expect(Object.keys(tree).filter((path) => path.includes('journal'))).toEqual([]);
  });
});

describe('what looks as if a stopped run left it', () => {
  it.each([
    ['without a note', undefined],
    ['with a note', '1:2'],
  ])('does not become the output: an old tree %s', async (_, note) => {
    checkout.write('.out.bitesize-old/run.sh', 'planted');
    if (note !== undefined) checkout.write('.out.bitesize-swap', note);
    for (const isThere of [false, true]) {
      if (isThere) mkdirSync(join(checkout.folder, 'out'));
      const { code, output } = await checkout.bitesize('compile', '--out', 'out');
      expect(code).toBe(3);
      expect(output).toContain('.out.bitesize-old` is in the way');
      expect(checkout.tree()).toMatchObject({ '.out.bitesize-old/run.sh': 'planted' });
      expect(checkout.tree()).not.toHaveProperty('out/run.sh');
    }
  });

  it.each(['.out.bitesize-old', '.out.bitesize-new', '.out.bitesize-swap', '.out.bitesize-lock-taken'])(
    'is not followed when it is a link: %s',
    async (name) => {
      for (const target of [
        join(checkout.outside, 'folder'),
        join(checkout.outside, 'file'),
        '../outside/new',
      ]) {
        rmSync(join(checkout.folder, name), { force: true });
        checkout.link(name, target);
        const before = checkout.tree(checkout.outside);
        checkout.write('build.bitesize', `${spec}  - name: more\n`);
        await checkout.bitesize('compile', '--out', 'out');
        checkout.write('build.bitesize', spec);
        await checkout.bitesize('compile', '--out', 'out');
        expect(checkout.tree(checkout.outside)).toEqual(before);
      }
    },
  );

  it.each(['.bitesize', '.bitesize/new', '.bitesize/journal.json', '.bitesize/maps.json', '.bitesize/lock'])(
    'is not followed in the output folder, either: %s',
    async (name) => {
      checkout.write('.bitesize/x', '');
      rmSync(join(checkout.folder, name), { force: true, recursive: true });
      checkout.link(name, join(checkout.outside, 'folder'));
      const before = checkout.tree(checkout.outside);
      await checkout.bitesize('compile', '--out', '.');
      expect(checkout.tree(checkout.outside)).toEqual(before);
    },
  );
});

describe('a lock that comes with a change', () => {
  const foreign = JSON.stringify({ owner: JSON.stringify({ process: 1, machine: 'elsewhere\u001b[2J' }) });

  it.each([
    ['a link with any words', 'x'],
    ['a link with the id of nobody', JSON.stringify({ owner: 'nobody' })],
    ['a link with a group of processes', JSON.stringify({ owner: '{"process":-1,"machine":"m"}' })],
  ])('is not waited for: %s', async (_, text) => {
    checkout.link('.out.bitesize-lock', text);
    const { code, errors } = await checkout.bitesize('compile', '--out', 'out');
    expect([code, errors]).toEqual([0, '']);
    expect(checkout.tree()).not.toHaveProperty('.out.bitesize-lock');
  });

  it.each([
    ['with any words', 'x'],
    ['of another machine', foreign],
    ['that is too long', 'x'.repeat(10_000)],
  ])('is not waited for when it is an old file %s', async (_, text) => {
    checkout.write('.out.bitesize-lock', text);
    utimesSync(join(checkout.folder, '.out.bitesize-lock'), 1, 1);
    const { code, errors } = await checkout.bitesize('compile', '--out', 'out');
    expect([code, errors]).toEqual([0, '']);
  });

  it('is refused at once when it is a folder', async () => {
    checkout.write('.out.bitesize-lock/x', '');
    const { code, output } = await checkout.bitesize('compile', '--out', 'out');
    expect(code).toBe(3);
    expect(output).toContain('.out.bitesize-lock` is in the way, and no lock: remove it');
    expect(lstatSync(join(checkout.folder, '.out.bitesize-lock/x')).isFile()).toBe(true);
  });
});

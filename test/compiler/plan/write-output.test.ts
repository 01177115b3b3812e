import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../../compiler/host/memory-host.ts';
import { planOutput, writeOutput } from '../../../compiler/plan/write-output.ts';
import { counting, fullAfter, Killed, killedAfter, output, readTree } from './output-folder.ts';

type Texts = Readonly<Record<string, string>>;

const old: Texts = {
  'jenkins/Dockerfile': 'FROM a\n',
  'jenkins/plugins.txt': 'git:1\n',
  'jenkins/jobs/a/config.xml': '<a/>\n',
};
const fresh: Texts = {
  'jenkins/Dockerfile': 'FROM b\n',
  'jenkins/plugins.txt': 'git:1\n',
  'jenkins/jobs/b/config.xml': '<b/>\n',
};

describe('an output folder', () => {
  it('gets every artifact, the maps and the manifest', async () => {
    const host = createMemoryHost();
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok && result.plan.add.length).toBe(5);
    expect(readTree(host.files, '/project/out')).toMatchObject(old);
    expect(namesIn(host, '/project')).toEqual(['out']);
  });

  it('is not written when nothing changed', async () => {
    const host = createMemoryHost();
    await writeOutput(host, 'out', output(host, old));
    const { host: counted, changes } = counting(host);
    const result = await writeOutput(counted, 'out', output(host, old));
    expect(result.ok && result.plan.same.length).toBe(5);
    expect(changes()).toBe(0);
  });

  it('loses the artifacts that are no longer made, and the folders that held only those', async () => {
    const host = createMemoryHost();
    await writeOutput(host, 'out', output(host, old));
    const result = await writeOutput(host, 'out', output(host, fresh));
    expect(result.ok && result.plan.remove.map(({ path }) => path)).toEqual(['jenkins/jobs/a/config.xml']);
    const tree = readTree(host.files, '/project/out');
    expect(tree).toMatchObject(fresh);
    expect(tree).not.toHaveProperty('jenkins/jobs/a/config.xml');
    expect(namesIn(host, '/project/out/jenkins/jobs')).toEqual(['b']);
  });

  it('keeps files, links, folders and modes that are not of bitesize', async () => {
    const host = createMemoryHost({
      files: { '/project/out/jenkins/notes.md': 'mine', '/project/out/own/x': 'mine' },
    });
    host.files.makeLink('../elsewhere', '/project/out/own/link');
    host.files.makeFolder('/project/out/empty');
    host.files.setMode('/project/out/own', 0o700);
    await writeOutput(host, 'out', output(host, old));
    const before = contentStatus(host, '/project/out/own/x');
    await writeOutput(host, 'out', output(host, fresh));
    expect(readTree(host.files, '/project/out')).toMatchObject({
      ...fresh,
      'jenkins/notes.md': 'mine',
      'own/x': 'mine',
      'own/link': '-> ../elsewhere',
    });
    expect(contentStatus(host, '/project/out/own/x')).toEqual(before);
    expect(host.files.status('/project/out/own')).toMatchObject({ value: { mode: 0o700 } });
    expect(namesIn(host, '/project/out')).toContain('empty');
  });

  it('is refused when a file of somebody else stands in the way', async () => {
    const host = createMemoryHost({ files: { '/project/out/jenkins/Dockerfile': 'mine' } });
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['output/foreign-file']);
    expect(readTree(host.files, '/project/out')).toEqual({ 'jenkins/Dockerfile': 'mine' });
  });

  it('does not follow a link below it', async () => {
    const host = createMemoryHost({ files: { '/elsewhere/plugins.txt': 'theirs' } });
    host.files.makeFolder('/project/out');
    host.files.makeLink('/elsewhere', '/project/out/jenkins');
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok).toBe(false);
    expect(readTree(host.files, '/elsewhere')).toEqual({ 'plugins.txt': 'theirs' });
  });

  it('replaces an artifact that became a link, not what it points to', async () => {
    const host = createMemoryHost({ files: { '/elsewhere': 'theirs' } });
    await writeOutput(host, 'out', output(host, old));
    host.files.remove('/project/out/jenkins/Dockerfile');
    host.files.makeLink('/elsewhere', '/project/out/jenkins/Dockerfile');
    await writeOutput(host, 'out', output(host, old));
    expect(readTree(host.files, '/project/out')).toMatchObject(old);
    expect(host.files.read('/elsewhere')).toMatchObject({ value: new TextEncoder().encode('theirs') });
  });

  it('may be a link to a folder, where only the user can put links', async () => {
    const host = createMemoryHost({ files: { '/links/x': '' } });
    host.files.makeFolder('/data/real');
    host.files.makeLink('/data/real', '/links/out');
    await writeOutput(host, '/links/out', output(host, old));
    expect(readTree(host.files, '/data/real')).toMatchObject(old);
    expect(readTree(host.files, '/links')).toEqual({ out: '-> /data/real', x: '' });
  });

  it('cannot be a file', async () => {
    const host = createMemoryHost({ files: { '/project/out': 'mine' } });
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok ? '' : result.diagnostics[0]?.message).toBe('cannot write `out`: it is not a folder');
  });

  it('removes nothing outside it, whatever its manifest says', async () => {
    const host = createMemoryHost({ files: { '/project/precious': 'mine' } });
    await writeOutput(host, 'out', output(host, old));
    const manifest = readTree(host.files, '/project/out')['manifest.json'] ?? '';
    host.files.write(
      '/project/out/manifest.json',
      manifest.replace('jenkins/jobs/a/config.xml', '../precious'),
    );
    await writeOutput(host, 'out', output(host, fresh));
    expect(readTree(host.files, '/project').precious).toBe('mine');
  });

  it('is compared without being written', async () => {
    const host = createMemoryHost();
    const { host: counted, changes } = counting(host);
    const result = planOutput(counted, 'out', output(host, old));
    expect(result.ok && result.plan.add.length).toBe(5);
    expect(changes()).toBe(0);
  });

  it.each([
    ['a link', true],
    ['a file, where links cannot be made', false],
  ])('takes over the lock of a run that is gone: %s', async (_, isLink) => {
    const host = createMemoryHost();
    if (isLink) host.files.makeLink('{"owner":"gone"}', '/project/.out.bitesize-lock');
    else host.files.write('/project/.out.bitesize-lock', '{"owner":"gone"}');
    expect((await writeOutput(host, 'out', output(host, old))).ok).toBe(true);
    expect(namesIn(host, '/project')).toEqual(['out']);
  });

  it('gets rid of all locks when the run that takes one over is killed too', async () => {
    for (let changes = 0; ; changes++) {
      const host = createMemoryHost();
      await writeOutput(host, 'out', output(host, old));
      host.files.makeLink('{"owner":"gone"}', '/project/.out.bitesize-lock');
      if (await isFinished(killedAfter(host, changes), '/project/out')) break;
      await writeOutput(host, 'out', output(host, old));
      expect(namesIn(host, '/project')).toEqual(['out']);
    }
  });

  it('waits for a run that is at work, and says so when it does not end', async () => {
    const host = createMemoryHost();
    host.files.makeLink('{"owner":"memory"}', '/project/.out.bitesize-lock');
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['output/locked']);
    expect(namesIn(host, '/project')).toEqual(['.out.bitesize-lock']);
    expect(host.errors()).toBe(
      'waiting for another run (a process without a number); if it is gone, remove /project/.out.bitesize-lock\n',
    );
  });

  it('tells of a lock without a word that a terminal would take for a command', async () => {
    const host = createMemoryHost();
    const owner = JSON.stringify({ process: 7, machine: 'build-1\u001b[2J\n::error::' });
    host.files.makeLink(JSON.stringify({ owner }), '/project/.out.bitesize-lock');
    const running = { ...host, process: { ...host.process, isRunning: () => true } };
    const result = await writeOutput(running, 'out', output(host, old));
    const told = 'another run (process 7 on `build-1??2J???error??`)';
    expect(result.ok ? [] : result.diagnostics.flatMap(({ help }) => help).join()).toContain(told);
    expect(host.errors()).toContain(`waiting for ${told}`);
  });

  it('recovers nothing from a folder that was made after the note about another one', async () => {
    const host = createMemoryHost({ files: { '/project/.out.bitesize-old/x': 'planted' } });
    const before = readTree(host.files, '/project');
    const identity = host.files.status('/project');
    host.files.write('/project/.out.bitesize-swap', identity.ok ? identity.value.identity : '');
    const result = await writeOutput(host, 'out', output(host, old));
    expect(result.ok ? '' : result.diagnostics[0]?.message).toContain('is in the way');
    expect(readTree(host.files, '/project')).toMatchObject(before);
  });
});

/** A second name that a file had for a while changes its status, and nothing else. */
function contentStatus({ files }: MemoryHost, path: string): unknown {
  const status = files.status(path);
  return status.ok && { ...status.value, statusChanged: undefined };
}

/** The two ways of writing: a folder beside which there is room, and one that must stay the same folder. */
const ways = [
  { name: 'as a whole', cwd: '/project', root: '/project/out' },
  { name: 'in place', cwd: '/project/out', root: '/project/out' },
];

describe.each(ways)('a run that is killed while it writes $name', ({ name, cwd, root }) => {
  it('leaves the old or the new tree, and the next run mends the rest', async () => {
    const foreign = { 'own/x': 'mine', 'jenkins/notes.md': 'mine' };
    let absent = 0;
    let mixed = 0;
    let kills = 0;
    for (let changes = 0; ; changes++) {
      const host = await startingHost(cwd, root, foreign);
      const before = readTree(host.files, root);
      const goal = await goalTree(cwd, root, foreign);
      if (await isFinished(killedAfter(host, changes), root)) break;
      kills++;
      if (!host.files.status(root).ok) absent++;
      else if (!isOneOf(readTree(host.files, root), before, goal)) mixed++;
      const mended = await writeOutput(host, root, output(host, fresh));
      expect(mended.ok).toBe(true);
      expect(readTree(host.files, root)).toEqual(goal);
      expect(namesIn(host, `${root}/jenkins/jobs`), `killed at change ${changes}`).toEqual(['b']);
      expect(namesIn(host, '/project')).toEqual(['out']);
    }
    expect(kills).toBeGreaterThan(10);
    // Between the two renames the folder is away; in place a journal stands for what is not done yet.
    expect(absent).toBe(name === 'as a whole' ? 1 : 0);
    if (name === 'as a whole') expect(mixed).toBe(0);
  });

  it('can be mended by a run that changes nothing else', async () => {
    for (let changes = 0; ; changes++) {
      const host = await startingHost(cwd, root, {});
      const before = readTree(host.files, root);
      const folders = namesIn(host, `${root}/jenkins/jobs`);
      if (await isFinished(killedAfter(host, changes), root)) break;
      await writeOutput(host, root, output(host, old));
      expect(readTree(host.files, root)).toEqual(before);
      expect(namesIn(host, `${root}/jenkins/jobs`)).toEqual(folders);
    }
  });
});

describe.each(ways)('a loss of power after a run wrote $name', ({ cwd, root }) => {
  it.each([
    ['empty', ''],
    ['full of zeros', '\0\0\0'],
  ])('leaves files that are %s, which the next run writes again', async (_, blank) => {
    const host = await startingHost(cwd, root, { 'own/x': '' });
    const before = readTree(host.files, root);
    for (const path of ['manifest.json', 'jenkins/jobs/a/config.xml', '.bitesize/maps.json'])
      host.files.write(`${root}/${path}`, blank);
    expect((await writeOutput(host, root, output(host, old))).ok).toBe(true);
    expect(readTree(host.files, root)).toEqual(before);
    expect(namesIn(host, '/project')).toEqual(['out']);
  });

  it('gives nobody the right to overwrite what somebody wrote', async () => {
    const host = await startingHost(cwd, root, {});
    host.files.write(`${root}/manifest.json`, '');
    host.files.write(`${root}/jenkins/Dockerfile`, 'mine');
    const result = await writeOutput(host, root, output(host, old));
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual([
      `\`${root}/jenkins/Dockerfile\` exists and was not written by bitesize`,
    ]);
  });

  it('is nothing that an empty manifest of somebody else looks like', async () => {
    const host = createMemoryHost({ cwd, files: { [`${root}/manifest.json`]: '' } });
    expect((await writeOutput(host, root, output(host, old))).ok).toBe(false);
  });
});

describe.each(ways)('a disk that is full while a run writes $name', ({ cwd, root }) => {
  it('leaves the old tree whole, or the new one', async () => {
    let failures = 0;
    for (let changes = 0; changes < 60; changes++) {
      const host = await startingHost(cwd, root, { 'own/x': 'mine' });
      const before = readTree(host.files, root);
      const goal = await goalTree(cwd, root, { 'own/x': 'mine' });
      const result = await writeOutput(fullAfter(host, changes), root, output(host, fresh));
      if (!result.ok) failures++;
      expect(readTree(host.files, root)).toEqual(result.ok ? goal : before);
      expect(namesIn(host, `${root}/jenkins/jobs`)).toEqual(result.ok ? ['b'] : ['a']);
      expect(namesIn(host, '/project')).toEqual(['out']);
    }
    expect(failures).toBeGreaterThan(3);
  });
});

const name = fc.constantFrom('a', 'b', 'c');
const path = fc
  .array(name, { minLength: 1, maxLength: 2 })
  .map((parts) => ['jenkins', ...parts, 'file'].join('/'));
const texts = fc.dictionary(path, fc.constantFrom('', 'x\n', 'y\n'));

describe('any two outputs in a row', () => {
  it('leave exactly the second one and what was there before', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        texts,
        fc.constantFrom('/project', '/project/out'),
        async (first, second, cwd) => {
          const host = createMemoryHost({ cwd, files: { '/project/out/foreign/x': 'mine' } });
          await writeOutput(host, '/project/out', output(host, first));
          await writeOutput(host, '/project/out', output(host, second));
          const {
            'manifest.json': manifest,
            '.bitesize/maps.json': maps,
            ...rest
          } = readTree(host.files, '/project/out');
          expect(rest).toEqual({ ...second, 'foreign/x': 'mine' });
          expect([manifest, maps]).not.toContain(undefined);
          expect(namesIn(host, '/project/out')).toEqual(
            [
              ...new Set(Object.keys(rest).map((file) => file.split('/')[0])),
              '.bitesize',
              'manifest.json',
            ].sort(),
          );
        },
      ),
    );
  });
});

async function startingHost(cwd: string, root: string, foreign: Texts): Promise<MemoryHost> {
  const files = Object.fromEntries(Object.entries(foreign).map(([file, text]) => [`${root}/${file}`, text]));
  const host = createMemoryHost({ cwd, files });
  await writeOutput(host, root, output(host, old));
  return host;
}

async function goalTree(cwd: string, root: string, foreign: Texts): Promise<Texts> {
  const host = await startingHost(cwd, root, foreign);
  await writeOutput(host, root, output(host, fresh));
  return readTree(host.files, root);
}

async function isFinished(host: MemoryHost, root: string): Promise<boolean> {
  try {
    await writeOutput(host, root, output(host, fresh));
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

function isOneOf(tree: Texts, ...trees: readonly Texts[]): boolean {
  return trees.some((other) => JSON.stringify(other) === JSON.stringify(tree));
}

function namesIn(host: MemoryHost, folder: string): readonly string[] {
  const list = host.files.list(folder);
  return list.ok ? list.value.map((entry) => entry.name) : [];
}

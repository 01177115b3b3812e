import { describe, expect, it } from 'vitest';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { called, fine, inFolder, run, textOf } from '../cli/run.ts';

const SECRET = 'TOKEN=not-for-anybody';

const environments = (files: string) => `project: shop
environments:
  - name: Development
    gists:
      - name: cfg
        files: [${files}]
`;

/** A project beside a file that is none of its business. */
function project(more: Readonly<Record<string, string>> = {}): MemoryFiles {
  return new MemoryFiles('/project', {
    ...inFolder('/project/p', { ...fine, ...more }),
    '/outside/secret.txt': SECRET,
    '/outside/build.bitesize': SECRET,
    '/project/shared/app.conf': 'shared',
  });
}

/** Runs a command and returns everything that came of it: what it said, and every file that it wrote. */
async function everything(fileSystem: MemoryFiles, ...argv: string[]) {
  const { code, output, errors, host } = await run(argv, { fileSystem });
  const texts = (folder: string): string[] => {
    const listed = host.files.list(folder);
    return (listed.ok ? listed.value : []).flatMap(({ name, kind }) =>
      kind === 'folder' ? texts(`${folder}/${name}`) : [`${name}: ${textOf(host, `${folder}/${name}`)}`],
    );
  };
  return { code, said: `${errors}${output}`, all: [errors, output, ...texts('/project/out')].join('\n') };
}

describe('a spec that is a link', () => {
  it.each(['check', 'compile', 'graph', 'why', 'convert', 'plugins'])(
    'brings nothing from outside the project into `%s`',
    async (command) => {
      const files = project();
      files.remove('/project/p/build.bitesize');
      files.makeLink('/outside/build.bitesize', '/project/p/build.bitesize');
      const named =
        command === 'why' ? 'p/build.bitesize:1' : command === 'convert' ? 'p/build.bitesize' : 'p';
      const { code, all } = await everything(
        files,
        command,
        named,
        ...(command === 'compile' ? ['--out', 'out'] : []),
      );
      expect(code).not.toBe(0);
      expect(all).not.toContain(SECRET);
    },
  );

  it('is named with what leads out and what to do', async () => {
    const files = project();
    files.remove('/project/p/build.bitesize');
    files.makeLink('../../outside/build.bitesize', '/project/p/build.bitesize');
    const { said } = await everything(files, 'check', 'p');
    expect(said).toContain(
      'error[file/outside]: `build.bitesize` is a link that leads out of the project folder',
    );
    expect(said).toContain('help: copy what the link leads to, or name a folder above both with `--root`');
  });

  it('is read where it stays in the project, or below the root', async () => {
    const files = project();
    files.rename('/project/p/build.bitesize', '/project/p/real');
    files.makeLink('real', '/project/p/build.bitesize');
    expect(await everything(files, 'check', 'p')).toMatchObject({ code: 0 });
    files.rename('/project/p/real', '/project/shared/real');
    files.remove('/project/p/build.bitesize');
    files.makeLink('../shared/real', '/project/p/build.bitesize');
    expect(await everything(files, 'check', 'p')).toMatchObject({ code: 1 });
    expect(await everything(files, '--root', '.', 'check', 'p')).toMatchObject({ code: 0 });
    // The folder that a user names may be reached over a link.
    files.makeLink('/project/p', '/outside/here');
    expect(await everything(files, '--root', '.', 'check', '/outside/here')).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'a pipe',
      (files: MemoryFiles) => files.makePipe('/project/p/jenkins.bitesize'),
      'it is no regular file',
    ],
    [
      'a link to a pipe',
      (files: MemoryFiles) => {
        files.makePipe('/project/p/pipe');
        files.makeLink('pipe', '/project/p/jenkins.bitesize');
      },
      'it is no regular file',
    ],
    [
      'a link to nothing',
      (files: MemoryFiles) => files.makeLink('nothing', '/project/p/jenkins.bitesize'),
      'it is a link to a file that is not there',
    ],
    [
      'a link into what git keeps',
      (files: MemoryFiles) => {
        files.makeFolder('/project/p/.git');
        files.write('/project/p/.git/config', SECRET);
        files.makeLink('.git/config', '/project/p/jenkins.bitesize');
      },
      'what is in `.git` belongs to no project',
    ],
    [
      'a link to a file that is too large',
      (files: MemoryFiles) => {
        files.write('/project/p/large', new Uint8Array(8 * 1024 * 1024 + 1));
        files.makeLink('large', '/project/p/jenkins.bitesize');
      },
      'it has more than 8 MiB',
    ],
  ])('or that is %s, is refused', async (_, plant, reason) => {
    const files = project();
    plant(files);
    const { code, all } = await everything(files, 'check', 'p');
    expect([code, all]).toEqual([1, expect.stringContaining(`cannot read \`jenkins.bitesize\`: ${reason}`)]);
    expect(all).not.toContain(SECRET);
  });

  it('is its own file when a spec on standard input takes its place', async () => {
    const files = project();
    files.remove('/project/p/build.bitesize');
    files.makeLink('/outside/build.bitesize', '/project/p/build.bitesize');
    files.makeLink('/outside/secret.txt', '/project/p/jenkins.bitesize');
    const input = fine['build.bitesize'] ?? '';
    const { code, output } = await run(['check', '-', '--stdin-name', 'p/build.bitesize'], {
      fileSystem: files,
      input,
    });
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('`jenkins.bitesize` is a link that leads out'),
    ]);
    expect(output).not.toContain(SECRET);
  });
});

describe('a file that a spec names', () => {
  it.each([
    ['a link itself', 'secret', '`secret` is a link that leads out of the project folder'],
    ['behind a link', 'e/secret.txt', '`e/secret.txt` leads out of the project folder over the link `e`'],
    ['a folder behind a link', 'e', '`e` is a link that leads out of the project folder'],
    ['a folder with a link in it', 'd', '`d/inner` is a link that leads out of the project folder'],
    ['what git keeps', '.git/config', 'what is in `.git` belongs to no project'],
    ['what git keeps, in capitals', '.GIT/config', 'what is in `.git` belongs to no project'],
    ['a pipe', 'pipe', 'cannot read `pipe`: it is no regular file'],
  ])('may not be %s', async (_, path, message) => {
    const files = project({ 'environments.bitesize': environments(path) });
    files.makeLink('/outside/secret.txt', '/project/p/secret');
    files.makeLink('../../outside', '/project/p/e');
    files.makeFolder('/project/p/d');
    files.makeLink('../../../outside/secret.txt', '/project/p/d/inner');
    for (const name of ['.git', '.GIT']) {
      files.makeFolder(`/project/p/${name}`);
      files.write(`/project/p/${name}/config`, SECRET);
    }
    files.makePipe('/project/p/pipe');
    const { code, all } = await everything(files, 'compile', 'p', '--out', 'out');
    expect([code, all]).toEqual([1, expect.stringContaining(message)]);
    expect(all).not.toContain(SECRET);
    // One finding is enough.
    expect(all).not.toContain('missing-gist-file');
  });

  it.each(['job_dsl', 'configuration_as_code', 'init_scripts'])(
    'may be in `%s`, but not over a link that leads out',
    async (field) => {
      const settings = `project: shop\njenkins:\n  ${field}:\n    - file: e/secret.txt\n`;
      const files = project({ 'jenkins.bitesize': settings });
      files.makeLink('/outside', '/project/p/e');
      const { code, all } = await everything(files, 'compile', 'p', '--out', 'out');
      expect([code, all]).toEqual([
        1,
        expect.stringContaining('error[file/outside]: `e/secret.txt` leads out'),
      ]);
      expect(all).not.toContain(SECRET);
      expect(all).not.toMatch(/missing-(job-dsl|file)/);
    },
  );

  it('may be a link that stays in the project, or below the root', async () => {
    const files = project({ 'environments.bitesize': environments('conf, d'), 'd/a.conf': 'a' });
    files.write('/project/p/real.conf', 'kept');
    files.makeLink('real.conf', '/project/p/conf');
    files.makeLink('../real.conf', '/project/p/d/b.conf');
    files.makeLink('..', '/project/p/d/up');
    const { all } = await everything(files, 'compile', 'p', '--out', 'out');
    for (const text of ['kept', 'b.conf']) expect(all).toContain(text);
    files.remove('/project/p/conf');
    files.makeLink('../shared/app.conf', '/project/p/conf');
    expect((await everything(files, 'check', 'p')).all).toContain('`conf` is a link that leads out');
    expect((await everything(files, '--root', '.', 'check', 'p')).all).not.toContain('file/outside');
  });

  it('has a limit together with the others, so that many links to one file cost nothing', async () => {
    const files = project({ 'environments.bitesize': environments('d'), 'd/real': 'x'.repeat(8 << 20) });
    for (let index = 0; index < 9; index++) files.makeLink('real', `/project/p/d/l${index}`);
    expect((await everything(files, 'check', 'p')).all).toContain(
      'cannot read `d/real`: the files that the specs name have more than 67108864 bytes together',
    );
  });
});

describe('a glob', () => {
  const fleet = () =>
    new MemoryFiles('/project', {
      ...inFolder('/project/p/a', called('a')),
      ...inFolder('/project/real', called('b')),
      ...inFolder('/outside/c', { 'build.bitesize': SECRET }),
    });

  it('takes no link that leads out of the folder that it names', async () => {
    const files = fleet();
    files.makeLink('../../outside/c', '/project/p/c');
    const { code, output } = await run(['check', 'p/*'], { fileSystem: files });
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('error[file/outside]: `p/c` is a link that leads out of `p`'),
    ]);
    expect(output).not.toContain(SECRET);
    expect(output).toMatch(/^1 file,/m);
  });

  it('takes a link that stays in it, and seeks nothing behind links', async () => {
    const files = fleet();
    files.makeLink('a', '/project/p/again');
    expect((await run(['check', 'p/*'], { fileSystem: files })).output).toContain('2 projects');
    files.makeLink('..', '/project/p/round');
    expect((await run(['check', '**'], { fileSystem: files })).output).toContain('3 projects');
  });
});

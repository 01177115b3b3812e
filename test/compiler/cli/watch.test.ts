import { describe, expect, it } from 'vitest';
import { failed } from '../../../compiler/host/file-result.ts';
import type { FileSystem } from '../../../compiler/host/file-system.ts';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { readTree } from '../plan/output-folder.ts';
import { called, fine, inFolder, run, textOf } from './run.ts';
import { watching } from './watching.ts';

const compile = ['compile', '--out', 'out', '--emit', 'ir'];

const fleet = {
  ...inFolder('p/a', called('a')),
  ...inFolder('p/b', { 'build.bitesize': broken('b') }),
  ...inFolder('p/c', called('c')),
};

describe('bitesize check --watch', () => {
  it('checks only what changed, and sums up all', async () => {
    const watched = await watching(['check', 'p/*'], { files: fleet });
    expect(watched.first).toContain('unknown field `colour`');
    expect(watched.first).toMatch(
      /3 projects, 3 files, 1 error, 0 warnings, 0 ms\nwatching 3 projects; Ctrl-C ends\n$/,
    );
    watched.save({ 'p/c/build.bitesize': broken('c') });
    const second = await watched.until(' ms');
    expect(second).toMatch(/^\np\/c\/build\.bitesize changed\nerror\[/);
    expect(second.match(/-->.*/g)).toEqual(['--> p/c/build.bitesize:11:5']);
    expect(second).toContain('3 projects, 3 files, 2 errors, 0 warnings');
    watched.save(fleet);
    expect(await watched.until(' ms')).toBe(
      '\np/c/build.bitesize changed\n3 projects, 3 files, 1 error, 0 warnings, 0 ms\n',
    );
    expect(await watched.end()).toEqual({ code: 0, rest: '' });
  });

  it('reads no project again that did not change', async () => {
    const files = new MemoryFiles('/project', fleet);
    const reads: string[] = [];
    const counting: FileSystem = {
      ...files,
      read: (path) => {
        reads.push(path);
        return files.read(path);
      },
    };
    const watched = await watching(['check', 'p/*'], { fileSystem: counting });
    await settled();
    reads.length = 0;
    watched.save({ 'p/a/build.bitesize': called('other')['build.bitesize'] ?? '' });
    await watched.until(' ms');
    expect(new Set(reads)).toEqual(new Set(['p/a/build.bitesize', '/project/p/a/build.bitesize']));
    await watched.end();
  });

  it('takes several files that are saved at once as one change', async () => {
    const watched = await watching(['check', 'p/*'], { files: fleet });
    watched.save(inFolder('p/a', { 'build.bitesize': broken('a'), 'jenkins.bitesize': 'jenkins: {}\n' }));
    watched.save(inFolder('p/b', called('b')));
    watched.save(inFolder('p/c', called('d')));
    expect(await watched.until(' ms')).toMatch(
      /^\np\/a\/jenkins\.bitesize added, p\/a\/build\.bitesize changed, p\/b\/build\.bitesize changed, and 1 more\n/,
    );
    expect((await watched.end()).rest).toBe('');
  });

  it('does not mind a save without a change, nor what editors leave beside a spec', async () => {
    const watched = await watching(['check'], { files: fine });
    watched.save(fine);
    watched.save({ '.build.bitesize.swp': 'x', 'build.bitesize~': 'x', '4913': '', 'notes.md': 'x' });
    watched.host.files.setMode('build.bitesize', 0o600);
    await settled();
    expect((await watched.end()).rest).toBe('');
  });

  it('sees new and removed specs, also those that are saved by renaming', async () => {
    const watched = await watching(['check'], { files: fine });
    watched.save({ 'jenkins.bitesize': 'jenkins: {}\n' });
    expect(await watched.until(' ms')).toMatch(/^\njenkins\.bitesize added\n[\s\S]*^2 files, 0 errors/m);
    watched.host.files.write('build.bitesize.new', broken('shop'));
    watched.host.files.rename('build.bitesize.new', 'build.bitesize');
    expect(await watched.until(' ms')).toMatch(/^\nbuild\.bitesize changed\n[\s\S]*^2 files, 1 error,/m);
    watched.host.files.remove('build.bitesize');
    expect(await watched.until(' ms')).toMatch(/^\nbuild\.bitesize removed\n[\s\S]*^1 file, /m);
    await watched.end();
  });

  it('sees a project folder go and come back', async () => {
    const watched = await watching(['check', 'p/a', 'p/c'], { files: fleet });
    watched.host.files.remove('p/a/build.bitesize');
    watched.host.files.removeFolder('p/a');
    const gone = await watched.until(' ms');
    expect(gone).toMatch(/^\np\/a removed\nerror\[file\/not-found\]/);
    watched.save(inFolder('p/a', called('a')));
    expect(await watched.until(' ms')).toBe('\np/a added\n2 projects, 2 files, 0 errors, 0 warnings, 0 ms\n');
    watched.save({ 'p/a/build.bitesize': broken('a') });
    expect(await watched.until(' ms')).toContain('p/a/build.bitesize changed\n');
    await watched.end();
  });

  it('sees files that specs name, be they there or not', async () => {
    const files = {
      'environments.bitesize':
        'project: shop\nenvironments:\n  - name: Production\n    namespace: shop\n    gists:\n      - type: ingress\n        files: [gists/deep/web.yaml]\n',
    };
    const watched = await watching(['check'], { files });
    expect(watched.first).toContain('gists/deep/web.yaml');
    watched.save({ 'gists/deep/other.yaml': 'a: 1\n' });
    await settled();
    watched.save({ 'gists/deep/web.yaml': 'kind: Ingress\n' });
    expect(await watched.until(' ms')).toMatch(/^\ngists\/deep\/web\.yaml added\n/);
    watched.save({ 'gists/deep/web.yaml': 'kind: [\n' });
    expect(await watched.until(' ms')).toMatch(/^\ngists\/deep\/web\.yaml changed\n/);
    expect((await watched.end()).rest).toBe('');
  });

  it('sees what a link leads to', async () => {
    const files = new MemoryFiles('/project', {
      '/shared/build.bitesize': called('a')['build.bitesize'] ?? '',
    });
    files.makeLink('/shared/build.bitesize', 'build.bitesize');
    const watched = await watching(['--root', '/', 'check'], { fileSystem: files });
    watched.save({ '/shared/build.bitesize': broken('a') });
    expect(await watched.until(' ms')).toMatch(/^\n\/shared\/build\.bitesize changed\nerror\[/);
    await watched.end();
  });

  it('sees modules that specs in TypeScript import from a shared folder', async () => {
    const spec = `import { build } from 'bitesize';
import { components } from '../../shared/components.ts';
export default build({ project: 'shop', components });
`;
    const module = (branch: string) =>
      `export const components = [{ name: 'web', repository: { git: 'git@github.com:shop/web.git', branch: '${branch}' }, build: [{ shell: './build.sh' }], artifacts: [{ location: 'web.deb' }] }];\n`;
    const files = { ...inFolder('p/a', { 'build.bitesize.ts': spec }), ...inFolder('p/b', called('b')) };
    const watched = await watching(['--root', '.', 'check', 'p/*'], { files });
    expect(watched.first).toContain('error[ts/unknown-import]');
    watched.save({ 'shared/components.ts': module('main') });
    expect(await watched.until(' ms')).toBe(
      '\nshared added\n2 projects, 2 files, 0 errors, 0 warnings, 0 ms\n',
    );
    watched.save({ 'shared/components.ts': `${module('main')}export const wrong: number = 'three';\n` });
    expect(await watched.until(' ms')).toMatch(/^\nshared\/components\.ts changed\nerror\[/);
    // The finding counts once, as one of the first project, and is told with every project that has it.
    watched.host.files.remove('p/b/build.bitesize');
    watched.save({ 'p/b/build.bitesize.ts': spec });
    expect(await watched.until(' ms')).toMatch(
      /^\np\/b\/build\.bitesize\.ts added, p\/b\/build\.bitesize removed\nerror\[[\s\S]*\n2 projects, 2 files, 1 error,/,
    );
    await watched.end();
  });

  it('looks at the names that projects share anew', async () => {
    const spec = (name: string, namespace: string) =>
      inFolder(`p/${name}`, {
        ...called(name),
        'environments.bitesize': `environments:\n  - name: Production\n    namespace: ${namespace}\n`,
      });
    const files = { ...spec('a', 'one'), ...spec('b', 'two'), ...spec('c', 'two') };
    const watched = await watching(['check', 'p/*'], { files });
    expect(watched.first.match(/fleet\/shared-namespace/g)).toHaveLength(1);
    // The finding is one of `p/b`, and of interest because of `p/a`.
    watched.save(spec('a', 'two'));
    expect((await watched.until(' ms')).match(/namespace `two`.* project `.*`/g)).toHaveLength(2);
    watched.save(spec('c', 'three'));
    expect(await watched.until(' ms')).toMatch(/changed\n3 projects, 6 files, 0 errors, 1 warning,/);
    await watched.end();
  });

  it('rewrites reports in files with the findings of all projects', async () => {
    const watched = await watching(['check', 'p/*', '--report', 'json=report.json'], { files: fleet });
    const projects = () =>
      JSON.parse(textOf(watched.host, 'report.json')).diagnostics.map(
        ({ project }: { project: string }) => project,
      );
    expect(projects()).toEqual(['p/b']);
    watched.save({ 'p/a/build.bitesize': broken('a') });
    await watched.until(' ms');
    expect(projects()).toEqual(['p/a', 'p/b']);
    await watched.end();
  });
});

describe('a glob that is watched', () => {
  it('sees new and removed projects, and keeps the output of those', async () => {
    const watched = await watching([...compile, 'p/*'], { files: inFolder('p/a', called('a')) });
    watched.host.files.makeFolder('p/b');
    await settled();
    watched.save(inFolder('p/b', called('b')));
    expect(await watched.until(' ms')).toBe(
      '\np/b added\nout/b: 1 added, 0 changed, 0 removed, 0 unchanged\n2 projects, 2 files, 0 errors, 0 warnings, 0 ms\n',
    );
    const output = readTree(watched.host.files, '/project/out/b');
    watched.host.files.remove('p/b/build.bitesize');
    watched.host.files.removeFolder('p/b');
    expect(await watched.until(' ms')).toBe(
      '\np/b removed\nout/b stays: its project is gone\n1 file, 0 errors, 0 warnings, 0 ms\n',
    );
    expect(readTree(watched.host.files, '/project/out/b')).toEqual(output);
    expect(JSON.parse(textOf(watched.host, 'out/fleet.json')).projects).toHaveLength(1);
    await watched.end();
  });

  it('goes through folders that come later', async () => {
    const watched = await watching(['check', 'teams/*/projects/**'], {});
    expect(watched.first).toMatch(/error\[file\/no-match\][\s\S]*watching 0 projects/);
    watched.save(inFolder('teams/red/projects/deep/down', called('a')));
    expect(await watched.until(' ms')).toBe(
      '\nteams/red/projects/deep/down added\n1 file, 0 errors, 0 warnings, 0 ms\n',
    );
    watched.save(inFolder('teams/blue/projects/b', called('b')));
    expect(await watched.until(' ms')).toMatch(/^\nteams\/blue\/projects\/b added\n2 projects, /);
    watched.host.files.remove('teams/blue/projects/b/build.bitesize');
    watched.host.files.remove('teams/red/projects/deep/down/build.bitesize');
    expect(await watched.until(' ms')).toMatch(
      /^\nteams\/red\/projects\/deep\/down removed, teams\/blue\/projects\/b removed\nerror\[file\/no-match\]/,
    );
    await watched.end();
  });

  it('compiles a project whose output folder has become free', async () => {
    const files = { ...inFolder('a/shop', called('a')), ...inFolder('b/shop', called('b')) };
    const watched = await watching([...compile, '*/shop'], { files });
    expect(watched.first).toContain('error[output/same-folder]');
    watched.host.files.remove('a/shop/build.bitesize');
    expect(await watched.until(' ms')).toMatch(/^\na\/shop removed\nout\/shop: 0 added, 1 changed, /);
    await watched.end();
  });
});

describe('bitesize compile --watch', () => {
  it('keeps the output of a project with errors, and compiles it when it is mended', async () => {
    const watched = await watching(compile, { files: fine });
    const before = readTree(watched.host.files, '/project/out');
    watched.save({ 'build.bitesize': broken('shop') });
    expect(await watched.until(' ms')).toMatch(
      /^\nbuild\.bitesize changed\nerror\[[\s\S]*\n1 file, 1 error,/,
    );
    expect(readTree(watched.host.files, '/project/out')).toEqual(before);
    watched.save(called('mended'));
    expect(await watched.until(' ms')).toBe(
      '\nbuild.bitesize changed\nout: 0 added, 1 changed, 0 removed, 0 unchanged\n1 file, 0 errors, 0 warnings, 0 ms\n',
    );
    expect(await watched.end()).toEqual({ code: 0, rest: '' });
  });
});

describe('the command line of --watch', () => {
  it.each([
    [['check', '-', '--stdin-name', 'build.bitesize'], '-'],
    [['check', '--shard', '1/2'], '--shard'],
    [['check', '--fix'], '--fix'],
    [['compile', '--out', 'out', '--check'], '--check'],
    [['check', '--baseline', 'b.json', '--update-baseline'], '--update-baseline'],
  ])('%j cannot be watched', async (argv, other) => {
    const { code, output, errors } = await run([...argv, '--watch'], { files: fine });
    expect([code, output, errors]).toEqual([
      2,
      '',
      `error: \`--watch\` cannot be combined with \`${other}\`\n`,
    ]);
  });

  it('ends with 2 for another wrong command line', async () => {
    const { code, errors } = await run(['compile', '--out', 'out', '--emit', 'nothing', '--watch']);
    expect([code, errors]).toEqual([2, expect.stringContaining("unknown emitter 'nothing'")]);
  });

  it.each([
    ['too-many-watches', /the system allows no more watches\nhelp: raise the limit .*max_user_watches/],
    ['too-many-files', /too many files are open\nhelp: raise the limits .*max_user_instances/],
    ['other', /the operation failed\nhelp: set `CHOKIDAR_USEPOLLING=1`/],
  ] as const)('says what to do about %s', async (kind, message) => {
    const { code, output, errors } = await run(['check', '--watch'], {
      files: fine,
      watchFailure: failed(kind).failure,
    });
    expect([code, output]).toEqual([3, '1 file, 0 errors, 0 warnings, 0 ms\n']);
    expect(errors).toMatch(message);
    expect(errors).toMatch(/^error: cannot watch `\/project`: /);
  });

  it('tells people elsewhere when a report for programs goes to standard output', async () => {
    const { code, errors } = await run(['check', '--report', 'json', '--watch'], {
      files: fine,
      watchFailure: failed('other').failure,
    });
    expect([code, errors.split('\n')[0]]).toEqual([
      3,
      'error: cannot watch `/project`: the operation failed',
    ]);
  });
});

/** Lets everything happen that is under way. */
async function settled(): Promise<void> {
  for (let round = 0; round < 200; round++) await new Promise((resolve) => setImmediate(resolve));
}

function broken(name: string): string {
  return `${called(name)['build.bitesize']}    colour: red\n`;
}

import { describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { baseName } from '../../../compiler/host/path.ts';
import { writeSealed } from '../../../compiler/host/sealed-file.ts';
import { findKept } from '../../../compiler/specs-as-code/spec-cache.ts';
import { imports, loadSpecs, originAt, plain, sha256 } from './load-specs.ts';

const text = `${imports}import { name } from './name.ts';\nexport default build({ project: name });\n`;
const specs = { 'build.bitesize.ts': text };

/** A project whose evaluation would show: the cached value is marked by hand. */
async function cached() {
  const files = new MemoryFiles('/projects', {
    '/projects/shop/build.bitesize.ts': text,
    '/projects/shop/name.ts': "export const name = 'shop';\n",
  });
  const load = (options: { readonly version?: string; readonly root?: string } = {}) =>
    loadSpecs(specs, { files, cache: { folder: '/cache' }, ...options });
  const first = await load();
  const listed = files.list('/cache');
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  return { files, load, first, path: `/cache/${names[0]}`, names };
}

function textOf(files: MemoryFiles, path: string): string {
  const read = files.read(path);
  return read.ok ? new TextDecoder().decode(read.value) : '';
}

/** Replaces a word of what is kept, and its sum. */
async function mark(files: MemoryFiles, path: string): Promise<void> {
  const body = textOf(files, path).slice(65).replaceAll('"shop"', '"kept"');
  files.write(path, `${sha256(`${baseName(path)}\n${body}`)}\n${body}`);
}

/** Returns data with one part of it, however deep, replaced by what has another form. */
function variants(data: unknown): readonly unknown[] {
  if (Array.isArray(data))
    return [null, ...data.flatMap((item, at) => variants(item).map((other) => data.with(at, other)))];
  if (typeof data === 'object' && data !== null)
    return [
      null,
      {},
      ...Object.entries(data).flatMap(([name, value]) =>
        variants(value).map((other) => ({ ...data, [name]: other })),
      ),
    ];
  return typeof data === 'number' ? ['x', -1, 0.5] : [null, 5, ['x']];
}

describe('a value that was evaluated before', () => {
  test('is taken again, with all origins', async () => {
    const { files, load, first, path, names } = await cached();
    expect(names).toHaveLength(1);
    await mark(files, path);
    const { sources, imports: read } = await load();
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'kept' });
    expect(originAt(sources[0], 'project')).toEqual(originAt(first.sources[0], 'project'));
    expect(read.map(({ name }) => name)).toEqual(['name.ts']);
  });

  test.each([
    [
      'an imported file changed',
      (files: MemoryFiles) => files.write('/projects/shop/name.ts', "export const name = 'new';\n"),
      'new',
    ],
    [
      'it is broken',
      (files: MemoryFiles, path: string) => files.write(path, `${textOf(files, path)} `),
      'shop',
    ],
    ['it is no cache', (files: MemoryFiles, path: string) => files.write(path, 'x'), 'shop'],
  ])('is not taken when %s', async (_, change, expected) => {
    const { files, load, path } = await cached();
    await mark(files, path);
    change(files, path);
    const { sources } = await load();
    expect(plain(sources[0]?.value.root)).toEqual({ project: expected });
  });

  test('is not taken by another version, or for another root', async () => {
    const { files, load, path } = await cached();
    await mark(files, path);
    expect(plain((await load({ root: '/projects' })).sources[0]?.value.root)).toEqual({ project: 'shop' });
    expect(plain((await load({ version: '2' })).sources[0]?.value.root)).toEqual({ project: 'shop' });
  });

  test('is not taken when the spec changed', async () => {
    const { files, path } = await cached();
    await mark(files, path);
    const changed = { 'build.bitesize.ts': text.replace('project: name', "project: name + '!'") };
    const { sources } = await loadSpecs(changed, { files, cache: { folder: '/cache' } });
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'shop!' });
  });

  test('is not kept when there were findings', async () => {
    const files = new MemoryFiles('/projects');
    await loadSpecs(
      { 'build.bitesize.ts': `${imports}export default build({ project: 1 });\n` },
      { files, cache: { folder: '/cache' } },
    );
    expect(files.list('/cache').ok).toBe(false);
  });

  test('is not taken in another form, under a right seal', async () => {
    const { files, load, path } = await cached();
    const seal = (body: string) =>
      writeSealed({ files, sha256, folder: '/cache' }, path.replace('/cache/', ''), body);
    const stored: unknown = JSON.parse(textOf(files, path).slice(65).replaceAll('"shop"', '"kept"'));
    const value = async () => plain((await load()).sources[0]?.value.root);
    const whole = JSON.stringify(stored);
    const deep = `${'["l",0,['.repeat(5_000)}["z",0,""]${']]'.repeat(5_000)}`;
    const odd = [
      ...['', 'x', 'null', '{}', '[]'],
      whole.replace(/"root":.*,"origins"/, `"root":${deep},"origins"`),
      // What leads nowhere.
      whole.replace(/"root":\["m",\d+/, '"root":["m",9000000'),
      whole.replaceAll(/"place":\d+/g, '"place":9000000'),
      whole.replace(/"places":.*,"specs"/, '"places":[],"specs"'),
      whole.replace(/"places":.*,"specs"/, (rows) => rows.replaceAll(/\[\d+,/g, '[9000000,')),
      whole.replace(/"places":.*,"specs"/, (rows) => rows.replaceAll(/,\d+\]/g, ',9000000]')),
      whole.replace(/"files":\[\[.*\]\],/, '"files":[],'),
    ];
    expect(odd).not.toContain(whole);
    const texts = variants(stored).map((data) => JSON.stringify(data));
    seal(whole);
    expect(await value()).toEqual({ project: 'kept' });
    // One evaluation for all: what is not taken is not asked for its value.
    const context = { files, sha256, folder: '/cache', version: 'test', project: '/projects/shop' };
    const now = new Map(
      ['build.bitesize.ts', 'name.ts'].map((name) => [name, textOf(files, `/projects/shop/${name}`)]),
    );
    const taken = (body: string) => {
      seal(body);
      const found = findKept(context, (name) => now.get(name));
      return found !== undefined && found.evaluated.specs[0]?.name === 'build.bitesize.ts' ? body : undefined;
    };
    expect(taken(whole)).toBeDefined();
    expect([...odd, ...texts].filter(taken)).toEqual([]);
    seal(JSON.stringify(variants(stored).at(-1)));
    expect(await value()).toEqual({ project: 'shop' });
  });

  test('is no need: a cache that cannot be written costs only time', async () => {
    const files = new MemoryFiles('/projects', { '/cache': 'a file' });
    const { sources } = await loadSpecs(
      { 'build.bitesize.ts': `${imports}export default build({ project: 'shop' });\n` },
      { files, cache: { folder: '/cache' } },
    );
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'shop' });
  });
});

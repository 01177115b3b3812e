import { describe, expect, test } from 'vitest';
import { MemoryFiles } from '../../../compiler/host/memory-files.ts';
import { brief, imports, loadSpecs, plain } from './load-specs.ts';

const spec = {
  'build.bitesize.ts': `${imports}import { name } from '../shared/name.ts';\nexport default build({ project: name });\n`,
};
const others = { 'shared/name.ts': "export const name = 'shop';\n" };

describe('imports', () => {
  test('reach a shared folder below the root', async () => {
    const { sources, imports: files, diagnostics } = await loadSpecs(spec, { others, root: '/projects' });
    expect(diagnostics).toEqual([]);
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'shop' });
    expect(files.map(({ name }) => name)).toEqual(['../shared/name.ts']);
  });

  test('stop at the project folder without a root', async () => {
    const { diagnostics } = await loadSpecs(spec, { others });
    expect(diagnostics.map(brief)).toEqual([
      "ts/forbidden-import: cannot import `../shared/name.ts`: it lies outside the folder that specs may import from @ build.bitesize.ts:2:22 '../shared/name.ts'",
    ]);
    expect(diagnostics[0]?.help[0]).toContain('--root');
  });

  test('need a root above the project', async () => {
    const { diagnostics } = await loadSpecs(spec, { others, root: '/projects/shared' });
    expect(diagnostics.map(brief)).toEqual([
      'file/unreadable: cannot read `/projects/shared`: the project folder `shop` does not lie in it @ -',
    ]);
  });

  test('of a file that is not there suggest the one that is', async () => {
    const { diagnostics } = await loadSpecs(spec, { others: { 'shared/names.ts': '' }, root: '/projects' });
    expect(diagnostics.map(({ code, help }) => [code, ...help])).toEqual([
      ['ts/unknown-import', 'did you mean `../shared/names.ts`?'],
    ]);
  });

  test('may go in circles', async () => {
    const { sources, diagnostics } = await loadSpecs(
      {
        'build.bitesize.ts': `${imports}import { a } from './a.ts';\nexport default build({ project: a() });\n`,
      },
      {
        others: {
          'shop/a.ts': "import { b } from './b.ts';\nexport const a = (): string => b;\n",
          'shop/b.ts':
            "import { a } from './a.ts';\nexport const b = 'b';\nexport const again = () => a();\n",
        },
      },
    );
    expect(diagnostics).toEqual([]);
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'b' });
  });

  test('of types alone leave nothing behind', async () => {
    const { sources, diagnostics } = await loadSpecs(
      {
        'build.bitesize.ts':
          "import { build, type BuildSpec } from 'bitesize';\nimport type { Team } from './team.ts';\nconst team: Team = { name: 'red' };\nconst spec: BuildSpec = { project: team.name };\nexport default build(spec);\n",
      },
      {
        others: {
          'shop/team.ts': 'throw new Error("never runs");\nexport interface Team { name: string }\n',
        },
      },
    );
    expect(diagnostics).toEqual([]);
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'red' });
  });

  test.each([
    ['invalid JSON', 'x.json', '{ "a": }', 'ts/syntax: property value can only be'],
    ['a text that is not TypeScript', 'x.ts', 'export const = 1;', 'ts/syntax: '],
  ])('of %s are reported in the file', async (_, name, text, finding) => {
    const code = `${imports}import * as x from './${name}';\nexport default build({ project: String(x) });\n`;
    const { diagnostics } = await loadSpecs(
      { 'build.bitesize.ts': code },
      { others: { [`shop/${name}`]: text } },
    );
    expect(diagnostics.map(brief).join('\n')).toContain(finding);
    expect(diagnostics.map(({ span }) => span?.file.name)).toEqual([name]);
  });

  test('of a file that is not UTF-8 are refused', async () => {
    const files = new MemoryFiles('/projects', {
      '/projects/shop/x.json': new Uint8Array([0x22, 0xff, 0x22]),
    });
    const code = `${imports}import x from './x.json';\nexport default build({ project: x });\n`;
    const { diagnostics } = await loadSpecs({ 'build.bitesize.ts': code }, { files });
    expect(diagnostics.map(brief)).toEqual([
      "ts/unreadable-import: cannot read `./x.json`: it is not valid UTF-8 @ build.bitesize.ts:2:15 './x.json'",
    ]);
  });

  test('are counted', async () => {
    const names = Array.from({ length: 501 }, (_, index) => `m${index}`);
    const code = `${imports}${names.map((name) => `import './${name}.ts';\n`).join('')}export default build({});\n`;
    const { diagnostics } = await loadSpecs(
      { 'build.bitesize.ts': code },
      { others: Object.fromEntries(names.map((name) => [`shop/${name}.ts`, 'export {};\n'])) },
    );
    expect(new Set(diagnostics.map(({ message }) => message))).toEqual(
      new Set(['the spec imports more than 500 files']),
    );
  });
});

describe('values', () => {
  test('are text, numbers, booleans, nothing, lists and objects', async () => {
    const code = `${imports}export default environments({ environments: [environment('dev', { services: [service('db', {
      type: 'postgres',
      options: { text: '1.10', number: 2.5, big: 1e21, yes: true, none: null, left: undefined, list: [1, []] },
      ...(1 > 2 ? { replicas: 1 } : {}),
    })] })] });\n`;
    const { sources, diagnostics } = await loadSpecs({ 'environments.bitesize.ts': code });
    expect(diagnostics).toEqual([]);
    const options = { text: '1.10', number: '2.5', big: '1e+21', yes: 'true', none: '', list: ['1', []] };
    expect(plain(sources[0]?.value.root)).toEqual({
      environments: [{ name: 'dev', services: [{ name: 'db', type: 'postgres', options }] }],
    });
  });

  test('are the same every time', async () => {
    const code = `${imports}const names = ['b', 'a'];\nexport default build({ components: names.map((name) => component(name, {})) });\n`;
    const values = [];
    for (let time = 0; time < 2; time++) {
      const { sources } = await loadSpecs({ 'build.bitesize.ts': code });
      values.push(JSON.stringify(sources[0]?.value.root));
    }
    expect(values[0]).toBe(values[1]);
  });
});

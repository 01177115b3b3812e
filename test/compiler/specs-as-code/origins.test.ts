import { describe, expect, test } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { brief, loadSpecs, nodeAt, originAt, plain, shown } from './load-specs.ts';

const start =
  "import { build, component, environment, environments, service, type Component, type Service } from 'bitesize';\n";

/** Evaluates `build.bitesize.ts`; the first line of `code` is line 2 of the file. */
async function build(code: string, others: Readonly<Record<string, string>> = {}) {
  const loaded = await loadSpecs({ 'build.bitesize.ts': `${start}${code}\n` }, { others, root: '/projects' });
  expect(loaded.diagnostics.map(brief)).toEqual([]);
  return loaded.sources[0];
}

describe('a literal', () => {
  test('is where it stands, key and value', async () => {
    const source = await build("export default build({ components: [{ name: 'web', env: [] }] });");
    expect(originAt(source, 'components[0].name')).toEqual(["build.bitesize.ts:2:45 'web'"]);
    expect(originAt(source, 'components[0].env')).toEqual(['build.bitesize.ts:2:57 []']);
    expect(originAt(source, 'components[0]')).toEqual(["build.bitesize.ts:2:37 { name: 'web', env: [] }"]);
    const root = source?.value.root;
    const key = root?.kind === 'mapping' ? root.entries[0]?.key : undefined;
    expect(key && shown(key.span)).toBe('build.bitesize.ts:2:24 components');
  });

  test('of a constant leads to the constant, by way of its name', async () => {
    const source = await build(
      "const version = '1.10';\nexport default build({ components: [component('web', { version })] });",
    );
    expect(originAt(source, 'components[0].version')).toEqual([
      "build.bitesize.ts:2:17 '1.10'",
      'use build.bitesize.ts:3:56 version',
    ]);
  });

  test('of an imported constant leads into its file', async () => {
    const source = await build(
      "import { version } from '../shared/versions.ts';\nexport default build({ components: [component('web', { version })] });",
      { 'shared/versions.ts': "export const version = '2.0';\n" },
    );
    expect(originAt(source, 'components[0].version')).toEqual([
      "../shared/versions.ts:1:24 '2.0'",
      'use build.bitesize.ts:3:56 version',
    ]);
  });

  test('of a JSON file leads into the JSON', async () => {
    const source = await build(
      "import data from '../shared/data.json';\nexport default build({ project: data.names[1], components: [component('a', data.rest)] });",
      { 'shared/data.json': '{\n  "names": ["x", "shop"],\n  "rest": { "version": "3" }\n}\n' },
    );
    expect(originAt(source, 'project')).toEqual([
      '../shared/data.json:2:18 "shop"',
      'use build.bitesize.ts:3:33 data.names[1]',
    ]);
    expect(originAt(source, 'components[0].version')).toEqual(['../shared/data.json:3:24 "3"']);
  });

  test('that is a template or a sum is the whole expression', async () => {
    const source = await build(
      "const team = 'red';\nexport default build({ project: `${team}-shop`, components: [component('a' + team, {})] });",
    );
    expect(originAt(source, 'project')).toEqual(['build.bitesize.ts:3:33 `${team}-shop`']);
    expect(originAt(source, 'components[0].name')).toEqual(["build.bitesize.ts:3:72 'a' + team"]);
  });
});

describe('a helper', () => {
  const helper = [
    "const base = { os: 'linux' };",
    'function web(name: string, version: string): Component {',
    '  return component(name, { ...base, version, type: `${name}-type`, agent: "small" });',
    '}',
  ].join('\n');
  const code = `${helper}\nexport default build({ components: [web('shop', '1.0')] });`;
  const call = "call build.bitesize.ts:6:37 web('shop', '1.0')";

  test('hands an argument through to where it was given', async () => {
    const source = await build(code);
    expect(originAt(source, 'components[0].name')).toEqual([
      "build.bitesize.ts:6:41 'shop'",
      'use build.bitesize.ts:4:20 name',
    ]);
    expect(originAt(source, 'components[0].version')).toEqual([
      "build.bitesize.ts:6:49 '1.0'",
      'use build.bitesize.ts:4:37 version',
    ]);
  });

  test('makes what it computes at its call', async () => {
    const source = await build(code);
    expect(originAt(source, 'components[0].type')).toEqual([
      "build.bitesize.ts:6:37 web('shop', '1.0')",
      'use build.bitesize.ts:4:52 `${name}-type`',
    ]);
  });

  test('keeps its own literals, with the call that led to them', async () => {
    const source = await build(code);
    expect(originAt(source, 'components[0].agent')).toEqual(['build.bitesize.ts:4:75 "small"', call]);
    expect(originAt(source, 'components[0].os')).toEqual([
      "build.bitesize.ts:2:20 'linux'",
      'use build.bitesize.ts:4:31 base',
      call,
    ]);
  });

  test('within helpers gives the whole chain of calls', async () => {
    const source = await build(
      [
        'const step = (shell: string) => ({ shell: shell.trim() });',
        'const npm = (name: string) => component(name, { build: [step(" npm test ")] });',
        "export default build({ components: [npm('web')] });",
      ].join('\n'),
    );
    expect(originAt(source, 'components[0].build[0].shell')).toEqual([
      'build.bitesize.ts:3:57 step(" npm test ")',
      'use build.bitesize.ts:2:43 shell.trim()',
      "call build.bitesize.ts:4:37 npm('web')",
    ]);
  });

  test('with a pattern as parameter leads to the property of the argument', async () => {
    const source = await build(
      [
        'function web({ name, branch = "main", ...rest }: { name: string; branch?: string; version: string }) {',
        '  return component(name, { repository: { git: "x", branch }, ...rest });',
        '}',
        "export default build({ components: [web({ name: 'a', branch: 'b', version: '7' })] });",
      ].join('\n'),
    );
    expect(originAt(source, 'components[0].name')[0]).toBe("build.bitesize.ts:5:49 'a'");
    expect(originAt(source, 'components[0].repository.branch')[0]).toBe("build.bitesize.ts:5:62 'b'");
    expect(originAt(source, 'components[0].version')[0]).toBe("build.bitesize.ts:5:76 '7'");
  });

  test('in a shared file names the file', async () => {
    const source = await build(
      "import { web } from '../shared/web.ts';\nexport default build({ components: [web('shop')] });",
      {
        'shared/web.ts':
          "import { component, type Component } from 'bitesize';\nexport const web = (name: string): Component =>\n  component(name, { agent: 'big' });\n",
      },
    );
    expect(originAt(source, 'components[0].agent')).toEqual([
      "../shared/web.ts:3:28 'big'",
      "call build.bitesize.ts:3:37 web('shop')",
    ]);
  });

  test('that recurses names each place once', async () => {
    const source = await build(
      'const deep = (n: number): string => (n === 0 ? "x".trim() : deep(n - 1));\nexport default build({ project: deep(50) });',
    );
    expect(originAt(source, 'project')).toEqual(['build.bitesize.ts:3:33 deep(50)']);
  });
});

describe('a loop', () => {
  test('over rows leads to the cells', async () => {
    const source = await build(
      [
        'const rows = [',
        "  { name: 'web', version: '1' },",
        "  { name: 'api', version: '2' },",
        '];',
        'export default build({',
        '  components: [',
        '    ...rows.map(({ name, version }) => component(name, { version })),',
        '    ...rows.map((row) => ({ name: row.name + "-x", version: row.version })),',
        '  ],',
        '});',
      ].join('\n'),
    );
    expect(originAt(source, 'components[1].name')).toEqual([
      "build.bitesize.ts:4:11 'api'",
      'use build.bitesize.ts:8:50 name',
      'call build.bitesize.ts:8:8 rows.map(({ name, version }) => component(name, { version }))',
    ]);
    expect(originAt(source, 'components[3].version')[0]).toBe("build.bitesize.ts:4:27 '2'");
    expect(originAt(source, 'components[2].name')[0]).toBe(
      'build.bitesize.ts:9:8 rows.map((row) => ({ name: row.name + "-x", version: row.version }))',
    );
  });

  test('over texts leads to the texts', async () => {
    const source = await build(
      "export default build({ components: ['web', 'api'].map((name) => component(name, {})) });",
    );
    expect(originAt(source, 'components[1].name')[0]).toBe("build.bitesize.ts:2:44 'api'");
  });

  test('that filters and sorts keeps the origins of what is left', async () => {
    const source = await build(
      [
        "const all = [{ name: 'c' }, { name: 'a' }, { name: 'b' }];",
        'export default build({ components: all.filter(({ name }) => name !== "b").sort((x, y) => (x.name < y.name ? -1 : 1)) });',
      ].join('\n'),
    );
    expect(plain(source?.value.root)).toEqual({ components: [{ name: 'a' }, { name: 'c' }] });
    expect(originAt(source, 'components[0].name')).toEqual(["build.bitesize.ts:2:37 'a'"]);
    expect(originAt(source, 'components[1].name')).toEqual(["build.bitesize.ts:2:22 'c'"]);
  });

  test('with texts that are computed is the whole expression', async () => {
    const source = await build(
      "export default build({ components: [{ name: 'a', artifacts: ['x', 'y'].map((name) => ({ location: `${name}.deb` })) }] });",
    );
    expect(originAt(source, 'components[0].artifacts[1].location')).toEqual([
      "build.bitesize.ts:2:61 ['x', 'y'].map((name) => ({ location: `${name}.deb` }))",
      'use build.bitesize.ts:2:99 `${name}.deb`',
    ]);
  });
});

describe('code keeps its meaning', () => {
  const programs: readonly (readonly [string, string, unknown])[] = [
    ['optional chains', 'const o: { f?: () => string } = {};\nconst r = o.f?.().trim() ?? "none";', 'none'],
    [
      'optional calls with arguments',
      'const o: { f?: (x: string) => string } = {};\nlet n = 0;\no.f?.(String(n++));\nconst r = String(n);',
      '0',
    ],
    [
      'spreads in order',
      'const r = JSON.stringify({ a: 1, ...({ a: 2, b: 3 } as object), b: 4, ...(null as unknown as object) });',
      '{"a":2,"b":4}',
    ],
    [
      'computed keys',
      'const k = "x";\nconst r = JSON.stringify({ [k]: 1, [`${k}y`]: 2 });',
      '{"x":1,"xy":2}',
    ],
    ['lists with spreads', 'const r = JSON.stringify([1, ...[2, 3], ...new Set([4]), 5]);', '[1,2,3,4,5]'],
    [
      'destructuring',
      'let a = 0;\nlet b = 0;\n({ a, b = 5 } = { a: 1 } as { a: number; b?: number });\n[a, b] = [b, a];\nconst r = `${a},${b}`;',
      '5,1',
    ],
    [
      'destructuring in loops',
      'let s = 0;\nlet x = 0;\nfor ({ x } of [{ x: 1 }, { x: 2 }]) s += x;\nfor (const [i] of [[3]]) s += i ?? 0;\nconst r = String(s);',
      '6',
    ],
    [
      'defaults of patterns',
      'const f = ({ a = 1, b: { c } = { c: 2 } }: { a?: number; b?: { c: number } } = {}) => a + c;\nconst r = String(f() + f({ a: 10 }));',
      '15',
    ],
    [
      'methods and this',
      'const o = { n: 2, twice() { return this.n * 2; } };\nconst r = String(o.twice());',
      '4',
    ],
    ['getters outside of the result', 'const o = { get n() { return "g"; } };\nconst r = o.n;', 'g'],
    [
      'classes',
      'class A { constructor(readonly x: string) {} }\nclass B extends A { constructor() { super("b"); } }\nconst r = new B().x;',
      'b',
    ],
    [
      'exceptions',
      'const f = (): string => { throw new Error("x"); };\nlet r = "";\ntry { r = f(); } catch (e) { r = (e as Error).message; } finally { r += "!"; }',
      'x!',
    ],
    [
      'generators',
      'function* g(): Generator<number> { yield 1; yield* [2, 3]; }\nconst r = [...g()].join();',
      '1,2,3',
    ],
    [
      'enumerations',
      'enum E { A = "a", B = "b" }\nconst enum C { X = "x" }\nconst r = E.A + C.X + Object.values(E).join("");',
      'axab',
    ],
    [
      'tagged templates',
      'const tag = (parts: TemplateStringsArray, n: number) => parts.join(String(n));\nconst r = tag`a${1}b`;',
      'a1b',
    ],
    [
      'labels and loops',
      'let r = "";\nouter: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; r += `${a}${b}`; } }',
      '1121',
    ],
    ['assertions', 'const x: unknown = "y";\nconst r = (x as string)! satisfies string;', 'y'],
    ['namespaces of functions', 'function f() { return f.n; }\nf.n = "n";\nconst r = f();', 'n'],
    [
      'a name that is used before its literal',
      'const f = () => later.x;\nconst later = { x: "late" };\nconst r = f();',
      'late',
    ],
  ];
  test.each(programs)('%s', async (_, code, expected) => {
    const source = await build(`${code}\nexport default build({ project: r });`);
    expect(nodeAt(source, 'project')).toMatchObject({ text: expected });
  });
});

describe('the front end', () => {
  const sources = async () => {
    const code = [
      "const web = (host: string): Service => service('web', { external_url: host, port: [80, 70000] });",
      "export default environments({ project: 'shop', environments: [",
      "  environment('dev', { namespace: 'dev', next_environment: 'nowhere', services: [web('a.example.org')] }),",
      '] });',
    ].join('\n');
    const loaded = await loadSpecs({ 'environments.bitesize.ts': `${start}${code}\n` });
    expect(loaded.diagnostics.map(brief)).toEqual([]);
    return loaded.sources;
  };

  test('finds the same mistakes as in YAML, at the expressions', async () => {
    const { diagnostics } = analyse(await sources());
    expect(diagnostics.map(brief)).toContainEqual(
      expect.stringMatching(/^link\/unknown-environment: .* @ environments.bitesize.ts:4:60 'nowhere'$/),
    );
  });

  test('says which call led to a finding, and offers no edit of a program', async () => {
    const { diagnostics } = analyse(await sources());
    const found = diagnostics.find(({ span }) => span?.file.text.slice(span.start, span.end) === '70000');
    expect(found?.labels.map(({ span, text }) => `${text}: ${shown(span)}`)).toEqual([
      "called here: environments.bitesize.ts:4:82 web('a.example.org')",
    ]);
    expect(diagnostics.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  test('finds fields that the types could not see', async () => {
    const loaded = await loadSpecs({
      'build.bitesize.ts': `${start}export default build({ components: ['web'].map((name) => ({ name, dependecies: [] })) });\n`,
    });
    const { diagnostics } = analyse(loaded.sources);
    expect(diagnostics.map(brief)).toContain(
      'schema/unknown-field: unknown field `dependecies` @ build.bitesize.ts:2:67 dependecies',
    );
  });

  test('refuses a source that nobody evaluated', () => {
    const { diagnostics } = analyse([{ name: 'build.bitesize.ts', text: 'export default 1;' }]);
    expect(diagnostics.map(({ code }) => code)).toContain('ts/not-loaded');
  });

  test('refuses a character that no output can hold', async () => {
    const loaded = await loadSpecs({
      'build.bitesize.ts': `${start}export default build({ project: 'a\\u0007' });\n`,
    });
    expect(analyse(loaded.sources).diagnostics.map(brief)).toContainEqual(
      expect.stringMatching(/^source\/control-character: .*U\+0007.* @ build.bitesize.ts:2:33 /),
    );
  });
});

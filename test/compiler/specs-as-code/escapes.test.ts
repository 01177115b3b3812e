import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../../compiler/host/node-files.ts';
import { type SpecLimits, specLimits } from '../../../compiler/specs-as-code/limits.ts';
import { brief, imports, loadBuild, loadSpecs, plain } from './load-specs.ts';

/** A spec that tries to get out, the finding that it must give, and the turns that it may take where they end it. */
type Attempt = readonly [name: string, code: string, finding: RegExp, turns?: number];

const USUAL = specLimits.evaluation.turns;

/** Enough for any spec of these tests, and soon used up. */
const FEW = 20_000_000;

/** The usual limits, with another one for the turns of the engine. */
const within = (turns: number): SpecLimits => ({
  ...specLimits,
  evaluation: { ...specLimits.evaluation, turns },
});

const spec = 'export default build({});';
const value = (expression: string) => `export default build({ project: String(${expression}) });`;
const any = (expression: string) => value(`(${expression} as any)`);
const inGlobal = (name: string) => any(`(globalThis as any).${name}`);

const reaching: readonly Attempt[] = [
  ['require', value("require('node:fs').readdirSync('/')"), /ts\/type: cannot find name `require`/],
  [
    'require past the types',
    `// @ts-ignore\n${value("require('node:fs')")}`,
    /ts\/threw: .*require is not defined/,
  ],
  ['process', value('process.env.HOME'), /ts\/type: cannot find name `process`/],
  ['process past the types', inGlobal('process.exit(0)'), /ts\/threw: .*property 'exit' of undefined/],
  [
    'process of a constructor',
    any("(build as any).constructor('return process')()"),
    /ts\/not-available: `Function`/,
  ],
  ['Buffer', value("Buffer.from('x')"), /ts\/type: cannot find name `Buffer`/],
  ['console', value('console.log(1)'), /ts\/type: cannot find name `console`/],
  ['console past the types', inGlobal("console.log('x')"), /ts\/threw/],
  ['fetch', value("fetch('https://example.com')"), /ts\/type: cannot find name `fetch`/],
  ['fetch past the types', inGlobal("fetch('https://example.com')"), /ts\/threw/],
  ['setTimeout', value('setTimeout(() => 1, 1)'), /ts\/type: cannot find name `setTimeout`/],
  ['setTimeout past the types', inGlobal('setTimeout(() => 1, 1)'), /ts\/threw/],
  ['queueMicrotask', inGlobal('queueMicrotask(() => 1)'), /ts\/threw/],
  ['Worker', inGlobal("Worker('x')"), /ts\/threw/],
  ['WebAssembly', inGlobal('WebAssembly.Memory'), /ts\/threw/],
  ['std and os of QuickJS', inGlobal("std.loadFile('/etc/passwd')"), /ts\/threw/],
  ['scriptArgs of QuickJS', inGlobal('scriptArgs.length'), /ts\/threw/],
  [
    'the sandbox itself',
    `import { install } from 'bitesize:sandbox';\n${spec}`,
    /ts\/forbidden-import: .*address/,
  ],
  [
    'other functions of the package',
    `import { compile } from 'bitesize';\n${value('compile')}`,
    /ts\/type: .*no exported member `compile`/,
  ],
];

const importing: readonly Attempt[] = [
  ['node:fs', `import fs from 'node:fs';\n${value('fs')}`, /ts\/forbidden-import: .*it is an address/],
  ['fs', `import fs from 'fs';\n${value('fs')}`, /ts\/forbidden-import: .*it is a package/],
  ['a package', `import _ from 'lodash';\n${value('_')}`, /ts\/forbidden-import: .*it is a package/],
  [
    'an inner path of our package',
    `import x from 'bitesize/dist/index.js';\n${value('x')}`,
    /ts\/forbidden-import: .*package/,
  ],
  ['a private name', `import x from '#x';\n${value('x')}`, /ts\/forbidden-import: /],
  ['file:', `import x from 'file:///etc/passwd';\n${value('x')}`, /ts\/forbidden-import: .*it is an address/],
  [
    'https:',
    `import x from 'https://example.com/x.ts';\n${value('x')}`,
    /ts\/forbidden-import: .*it is an address/,
  ],
  [
    'data:',
    `import x from 'data:text/javascript,export default 1';\n${value('x')}`,
    /ts\/forbidden-import: .*it is an address/,
  ],
  [
    'an absolute path',
    `import x from '/etc/passwd.json';\n${value('x')}`,
    /ts\/forbidden-import: .*it is an absolute path/,
  ],
  [
    'a path of Windows',
    `import x from 'C:/secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*it is an address/,
  ],
  [
    'a path with backslashes',
    `import x from '.\\\\..\\\\secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  [
    '.. out of the project',
    `import x from '../secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*outside the folder/,
  ],
  [
    '.. and back in',
    `import x from '../../../../../../etc/passwd.json';\n${value('x')}`,
    /ts\/forbidden-import: .*outside the folder/,
  ],
  [
    '.. behind a name',
    `import x from './a/../../secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*outside the folder/,
  ],
  [
    'full-width dots',
    `import x from '．．/secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  [
    'a fraction slash',
    `import x from './..\u2044secret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  ['a ligature', `import x from './ﬁle.json';\n${value('x')}`, /ts\/forbidden-import: .*characters/],
  [
    'an escaped slash',
    `import x from '.%2f..%2fsecret.json';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  [
    'a null character',
    `import x from './x.json\\0.ts';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  [
    'a mark of direction',
    `import x from './\u202enosj.x.ts';\n${value('x')}`,
    /ts\/forbidden-import: .*characters/,
  ],
  ['a query', `import x from './x.ts?raw';\n${value('x')}`, /ts\/forbidden-import: .*characters/],
  ['an empty specifier', `import x from '';\n${value('x')}`, /ts\/forbidden-import: /],
  ['JavaScript', `import x from './x.js';\n${value('x')}`, /ts\/forbidden-import: .*does not end in/],
  [
    'import()',
    `export default build({ components: (import('node:fs')) as any });`,
    /ts\/forbidden-syntax: `import\(\)`/,
  ],
  [
    'import() of a computed name',
    `const name = 'node:' + 'fs';\nexport default build({ components: import(name) as any });`,
    /ts\/forbidden-syntax: `import\(\)`/,
  ],
  [
    'import type of a module',
    `type S = import('node:fs').Stats;\nexport default build({ project: '' as unknown as S & string });`,
    /ts\/forbidden-import: .*it is an address/,
  ],
  [
    'import = require',
    `import fs = require('fs');\n${value('fs')}`,
    /ts\/forbidden-import: .*it is a package/,
  ],
  ['export from', `export * from 'node:fs';\n${spec}`, /ts\/forbidden-import: .*it is an address/],
  ['import.meta', any('(import.meta as any).url'), /ts\/forbidden-syntax: `import.meta`/],
  ['await', `await Promise.resolve();\n${spec}`, /ts\/forbidden-syntax: `await`/],
  [
    'a module that is declared',
    `declare module 'node:fs' { const x: string; export default x; }\n${spec}`,
    /ts\/forbidden-syntax: a declaration/,
  ],
];

const changing: readonly Attempt[] = [
  ['eval', value("eval('1')"), /ts\/not-available: `eval`/],
  ['indirect eval', any("(0, eval)('this')"), /ts\/not-available: `eval`/],
  ['Function', value("new Function('return this')()"), /ts\/not-available: `Function`/],
  [
    'the constructor of an async function',
    any("(async () => {}).constructor('return 1')()"),
    /ts\/not-available: `Function`/,
  ],
  [
    'the constructor of a generator',
    any("Object.getPrototypeOf(function* () {}).constructor('yield 1')()"),
    /ts\/not-available: `Function`/,
  ],
  ['Date.now', value('Date.now()'), /ts\/not-available: `Date.now`/],
  ['new Date', value('new Date().toISOString()'), /ts\/not-available: `Date`/],
  ['Math.random', value('Math.random()'), /ts\/not-available: `Math.random`/],
  [
    'an attempt that is caught',
    `let x = '';\ntry { x = String(Math.random()); } catch { x = 'fine'; }\n${value('x')}`,
    /ts\/not-available: `Math.random`/,
  ],
  ['performance.now', inGlobal('performance.now()'), /ts\/threw/],
  ['WeakRef', value('new WeakRef({}).deref()'), /ts\/not-available: `WeakRef`/],
  ['SharedArrayBuffer', value('new SharedArrayBuffer(8)'), /ts\/not-available: `SharedArrayBuffer`/],
  ['a polluted prototype', `(Object.prototype as any).polluted = 1;\n${spec}`, /ts\/threw: .*not extensible/],
  ['a polluted __proto__', `({} as any).__proto__.polluted = 1;\n${spec}`, /ts\/threw: .*not extensible/],
  ['a replaced method', `Array.prototype.map = (() => []) as any;\n${spec}`, /ts\/threw: .*read-only/],
  [
    'a replaced global',
    `(globalThis as any).JSON = { stringify: () => '{}' };\n${spec}`,
    /ts\/threw: .*read-only/,
  ],
  ['a new global', `(globalThis as any).shared = 1;\n${spec}`, /ts\/threw: .*not extensible/],
  [
    'a replaced toJSON',
    `(String.prototype as any).toJSON = () => 1;\n${spec}`,
    /ts\/threw: .*not extensible/,
  ],
];

const returning: readonly Attempt[] = [
  [
    'a getter',
    'export default build({ get project() { return String(1); } });',
    /ts\/not-plain: `project` is a getter/,
  ],
  [
    'a proxy',
    `export default build(new Proxy({}, { ownKeys: () => ['project'] }));`,
    /ts\/not-available: `Proxy`/,
  ],
  [
    'a function',
    any('1').replace('String((1 as any))', '(() => 1) as any'),
    /ts\/not-plain: `project` is a function/,
  ],
  [
    'a symbol',
    'export default build({ project: Symbol("x") as any });',
    /ts\/not-plain: `project` is a symbol/,
  ],
  [
    'a key that is a symbol',
    'export default build({ [Symbol("x")]: 1 } as any);',
    /ts\/not-plain: .*symbol as key/,
  ],
  ['a big integer', 'export default build({ project: 1n as any });', /ts\/not-plain: `project` is a bigint/],
  [
    'a class instance',
    'class A { name = "x" }\nexport default build({ components: [new A()] });',
    /ts\/not-plain: `components\[0\]` is a A/,
  ],
  [
    'a map',
    'export default build({ components: new Map() as any });',
    /ts\/not-plain: `components` is a Map/,
  ],
  [
    'a promise',
    'export default build({ components: (async () => [])() as any });',
    /ts\/not-plain: `components` is a Promise/,
  ],
  [
    'a value that contains itself',
    'const a: any = { name: "x" };\na.env = [a];\nexport default build({ components: [a] });',
    /ts\/not-plain: .*contains itself/,
  ],
  [
    'a list with holes',
    'export default build({ components: new Array(3) });',
    /ts\/not-plain: `components\[0\]` is undefined/,
  ],
  [
    'an endless list',
    'export default build({ components: new Array(4_000_000_000) });',
    /ts\/not-plain: `components` is more than/,
  ],
  [
    'an inherited value',
    'export default build({ components: [Object.create({ name: "x" })] });',
    /ts\/not-plain: `components\[0\]`/,
  ],
  [
    'a literal with a prototype',
    'export default build({ components: [{ __proto__: { name: "x" } } as any] });',
    /ts\/not-plain: `components\[0\]`/,
  ],
  [
    'a list of a class',
    'class L extends Array<any> {}\nexport default build({ components: new L() });',
    /ts\/not-plain: `components` is an instance/,
  ],
  ['NaN', 'export default build({ project: NaN as any });', /ts\/not-plain: `project` is the number NaN/],
  [
    'a value that is too deep',
    'let o: any = {};\nfor (let i = 0; i < 200; i++) o = { o };\nexport default build({ components: [o] });',
    /ts\/not-plain: .*deeper than 100/,
  ],
  [
    'a value that branches without end',
    'let o: any = [1];\nfor (let i = 0; i < 40; i++) o = [o, o];\nexport default build({ components: o });',
    /ts\/not-plain: .*more than 100000 values/,
  ],
  ['a gigantic text', value("'x'.repeat(9_000_000)"), /ts\/not-plain: .*more than 8388608 characters/],
  ['a spec that build did not make', 'export default { kind: "build", spec: {} };', /ts\/no-spec/],
  ['the result of another function', 'export default jenkins({});', /ts\/wrong-spec/],
  ['no spec', 'export const x = build({});', /ts\/no-spec/],
];

const bombs: readonly Attempt[] = [
  ['an endless loop', `for (;;) {}\n${spec}`, /ts\/limit: the spec takes too (many steps|long)/],
  ['an endless recursion', `const f = (): number => f() + 1;\n${value('f()')}`, /ts\/threw: .*call stack/],
  [
    'a recursion that catches',
    `const f = (): void => { try { f(); } catch { f(); } };\nf();\n${spec}`,
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'an endless generator',
    `function* g(): Generator<number> { for (;;) yield 1; }\n${value('[...g()]')}`,
    /ts\/limit: the spec takes too/,
  ],
  [
    'a list that grows',
    `const a: object[] = [];\nfor (;;) a.push({});\n${spec}`,
    /ts\/limit: the spec takes too much memory/,
  ],
  [
    'texts that grow',
    `const a: string[] = [];\nfor (;;) a.push('x'.repeat(100_000));\n${spec}`,
    /ts\/limit: the spec takes too much memory/,
  ],
  ['a text that doubles', `let s = 'x';\nfor (;;) s += s;\n${spec}`, /ts\/(threw|limit)/],
  ['a huge buffer', value('new ArrayBuffer(2 ** 31)'), /ts\/(threw|limit)/],
  ['nested JSON', value("JSON.parse('['.repeat(100_000))"), /ts\/threw/],
  [
    'an expression that backtracks',
    value("/^(a+)+$/.test('a'.repeat(60) + 'b')"),
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'work that nothing interrupts',
    value('new Array(2 ** 32 - 1).indexOf(1)'),
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'many sorts',
    `const a = Array.from({ length: 10_000 }, (_, i) => -i);\nfor (;;) a.slice().sort();\n${spec}`,
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'many searches',
    `const text = 'x'.repeat(10_000);\nfor (;;) text.indexOf('y');\n${spec}`,
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'large products',
    `const big = 3n ** 10_000n;\nfor (;;) big * big;\n${spec}`,
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  [
    'many texts of JSON',
    `const list = Array.from({ length: 1_000 }, (_, i) => ({ i }));\nfor (;;) JSON.stringify(list);\n${spec}`,
    /ts\/limit: the spec takes too many steps/,
    FEW,
  ],
  ['a bomb in a thrown value', `throw { get message() { for (;;) {} } };\n${spec}`, /ts\/(threw|limit)/],
];

const attempts = { reaching, importing, changing, returning, bombs };

describe.each(Object.entries(attempts))('%s', (_, list) => {
  const named = list.map(([name, code, finding, turns = USUAL]) => ({ name, code, finding, turns }));
  test.each(named)('$name', async ({ code, finding, turns }) => {
    const { sources, diagnostics } = await loadBuild(code, { limits: within(turns) });
    expect(diagnostics.map(brief).join('\n')).toMatch(finding);
    expect(diagnostics.every(({ severity, span }) => severity === 'error' && span !== undefined)).toBe(true);
    expect(sources).toEqual([]);
  });
});

test('the process is as healthy as before', async () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
  const { sources, diagnostics } = await loadBuild("export default build({ project: 'fine' });");
  expect(diagnostics).toEqual([]);
  expect(plain(sources[0]?.value.root)).toEqual({ project: 'fine' });
});

test('two specs of a project, and two projects, share no state', async () => {
  const counter = 'export const seen: string[] = [];\n';
  const code = (name: string, rest: string) =>
    `import { ${name} } from 'bitesize';\nimport { seen } from './counter.ts';\nseen.push('${name}');\nexport default ${name}({ project: seen.join(), ${rest} });\n`;
  const specs = {
    'build.bitesize.ts': code('build', ''),
    'jenkins.bitesize.ts': code('jenkins', ''),
  };
  const others = { 'shop/counter.ts': counter };
  for (let time = 0; time < 2; time++) {
    const { sources } = await loadSpecs(specs, { others });
    expect(sources.map(({ value: { root } }) => plain(root))).toEqual([
      { project: 'build' },
      { project: 'jenkins' },
    ]);
  }
});

test('a spec that fails leaves the others their values', async () => {
  const { sources, diagnostics } = await loadSpecs(
    {
      'build.bitesize.ts': `${imports}for (;;) {}\nexport default build({});\n`,
      'jenkins.bitesize.ts': `${imports}export default jenkins({ project: 'fine' });\n`,
    },
    { limits: within(USUAL) },
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['ts/limit']);
  expect(sources.map(({ name }) => name)).toEqual(['jenkins.bitesize.ts']);
});

test('at least 60 attempts are tested', () => {
  expect(Object.values(attempts).flat().length).toBeGreaterThanOrEqual(60);
});

describe('links', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bitesize-links-'));
    mkdirSync(join(folder, 'outside'));
    mkdirSync(join(folder, 'root/shop'), { recursive: true });
    writeFileSync(join(folder, 'outside/secret.json'), '{ "secret": "x" }');
    writeFileSync(join(folder, 'root/shared.json'), '{ "name": "fine" }');
    symlinkSync(join(folder, 'outside/secret.json'), join(folder, 'root/shop/file.json'));
    symlinkSync(join(folder, 'outside'), join(folder, 'root/shop/folder'));
    symlinkSync('../shared.json', join(folder, 'root/shop/inside.json'));
    symlinkSync('loop.json', join(folder, 'root/shop/loop.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const load = (path: string, root?: string) =>
    loadSpecs(
      {
        'build.bitesize.ts': `${imports}import data from '${path}';\nexport default build({ project: data.name });\n`,
      },
      {
        files: nodeFiles,
        cwd: folder,
        folder: 'root/shop',
        ...(root === undefined ? {} : { root }),
      },
    );

  test.each([
    ['to a file outside', './file.json', /ts\/forbidden-import: .*link to a file outside/],
    ['of a folder to one outside', './folder/secret.json', /ts\/forbidden-import: .*link to a file outside/],
    ['that leads to itself', './loop.json', /ts\/unreadable-import/],
    [
      'to a file of the root, when there is no root',
      './inside.json',
      /ts\/forbidden-import: .*link to a file/,
    ],
  ])('a link %s is refused', async (_, path, finding) => {
    const before = readdirSync(folder, { recursive: true });
    const { sources, diagnostics } = await load(path);
    expect(diagnostics.map(brief).join('\n')).toMatch(finding);
    expect(sources).toEqual([]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  test('a link inside the root is followed', async () => {
    const { sources, diagnostics } = await load('./inside.json', 'root');
    expect(diagnostics).toEqual([]);
    expect(plain(sources[0]?.value.root)).toEqual({ project: 'fine' });
  });
});

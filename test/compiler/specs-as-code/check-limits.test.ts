import { describe, expect, test } from 'vitest';
import { type CheckLimits, specLimits } from '../../../compiler/specs-as-code/limits.ts';
import { run } from '../cli/run.ts';
import { brief, imports, loadBuild, loadSpecs, plain } from './load-specs.ts';

/** The usual limits, but for some of what TypeScript may be asked. */
const within = (check: Partial<CheckLimits>) => ({
  limits: { ...specLimits, check: { ...specLimits.check, ...check } },
});

const spec = "export default build({ project: 'fine' });";
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('what TypeScript is asked', () => {
  const attempts: readonly (readonly [string, string, Partial<CheckLimits>, string])[] = [
    [
      'nested lists',
      `const x: unknown = ${nested(20)};`,
      { depth: 20 },
      'is nested deeper than 20 levels @ ',
    ],
    ['a chain of calls', `const x = 'a'${'.trim()'.repeat(20)};`, { depth: 20 }, 'is nested deeper than 20 '],
    ['a long sum', `const x = ${'1 + '.repeat(20)}1;`, { depth: 20 }, 'is nested deeper than 20 levels'],
    ['nested types', `type X = string${'[]'.repeat(20)};`, { depth: 20 }, 'is nested deeper than 20 levels'],
    [
      'statements in each other',
      `${'if (1) '.repeat(20)}{}`,
      { depth: 20 },
      'is nested deeper than 20 levels',
    ],
    [
      'much syntax',
      `const x = [${'1, '.repeat(200)}];`,
      { nodes: 200 },
      'has more than 200 pieces of syntax',
    ],
    ['much text', `// ${'x'.repeat(500)}`, { characters: 500 }, 'has more than 500 characters with what it'],
    [
      'types that count',
      'type Count<A extends 0[] = []> = A["length"] extends 60 ? A : Count<[...A, 0]>;\nlet x!: Count["length"];',
      { types: 100 },
      'types to be worked out',
    ],
  ];

  test.each(attempts)('%s is bounded', async (_, code, limits, what) => {
    const { sources, diagnostics } = await loadBuild(`${code}\n${spec}`, within(limits));
    expect(diagnostics.map(brief)).toEqual([expect.stringContaining(what)]);
    expect(diagnostics.map(({ code: found, span }) => [found, span?.file.name])).toEqual([
      ['ts/limit', 'build.bitesize.ts'],
    ]);
    expect(sources).toEqual([]);
  });

  test.each(attempts)('%s of a usual size is fine', async (_, code) => {
    const { diagnostics } = await loadBuild(`${code}\n${spec}`);
    expect(diagnostics.filter(({ code: found }) => found === 'ts/limit')).toEqual([]);
  });

  test('names the place that is nested too deeply, where it is known', async () => {
    const { diagnostics } = await loadBuild(
      `const x: unknown =\n${nested(6)};\n${spec}`,
      within({ depth: 8 }),
    );
    expect(diagnostics.map(brief)).toEqual([
      'ts/limit: the spec is nested deeper than 8 levels @ build.bitesize.ts:3:6 [',
    ]);
  });

  test('names the imported file that asks too much', async () => {
    const { diagnostics } = await loadSpecs(
      { 'build.bitesize.ts': `${imports}import x from './x.json';\nexport default build({ project: x });\n` },
      { others: { 'shop/x.json': nested(1001) } },
    );
    expect(diagnostics.map(({ code, span }) => [code, span?.file.name])).toEqual([['ts/limit', 'x.json']]);
  });

  test('counts what cannot be imported, too', async () => {
    const lines = ['./a.ts', './b.ts', './c.ts'].map((name) => `import '${name}';`);
    const { diagnostics } = await loadBuild([...lines, spec].join('\n'), within({ files: 2 }));
    expect(diagnostics.map(brief)).toEqual([
      "ts/limit: the spec imports more than 2 files @ build.bitesize.ts:4:8 './c.ts'",
    ]);
  });

  test('is the same in a thread that has done much before', async () => {
    const code = `let x!: ReturnType<typeof build>;\n${spec}`;
    const madeAtMost = async (types: number) =>
      (await loadBuild(code, within({ types }))).diagnostics.length === 0;
    const verdicts: boolean[] = [];
    // Another heap, another thread.
    await loadBuild(spec, within({ heap: 512 }));
    for (let time = 0; time < 2; time++)
      for (const types of [-1000, 0, 1000]) verdicts.push(await madeAtMost(types));
    expect(verdicts.slice(0, 3)).toEqual(verdicts.slice(3));
  });
});

describe('a spec that asks too much', () => {
  const bad = `${imports}const x: unknown = ${nested(1001)};\nexport default build({});\n`;

  test('leaves the other specs of the project their values', async () => {
    const { sources, diagnostics } = await loadSpecs({
      'build.bitesize.ts': bad,
      'jenkins.bitesize.ts': `${imports}export default jenkins({ project: 'fine' });\n`,
    });
    expect(diagnostics.map(({ code, span }) => [code, span?.file.name])).toEqual([
      ['ts/limit', 'build.bitesize.ts'],
    ]);
    expect(sources.map(({ name, value: { root } }) => [name, plain(root)])).toEqual([
      ['jenkins.bitesize.ts', { project: 'fine' }],
    ]);
  });

  test('leaves the other projects of a run their findings', async () => {
    const files = {
      'p/a/build.bitesize.ts': bad,
      'p/b/build.bitesize.ts': `${imports}export default build({ components: [{ name: 'web', colour: 'red' }] });\n`,
      'p/c/build.bitesize': 'project: shop\ncolour: red\n',
    };
    const { code, output } = await run(['check', 'p/*'], { files });
    expect(code).toBe(1);
    expect(output).toContain('error[ts/limit]: the spec is nested deeper than 1000 levels\n --> p/a/build');
    expect(output).toContain('p/b/build.bitesize.ts:2:');
    expect(output).toContain('p/c/build.bitesize:2:1');
    expect(output).not.toContain('this is a bug');
  });
});

import { describe, expect, it } from 'vitest';
import { run, runOn } from '../../compiler/cli/run.ts';

function components(count: number, line: (index: number) => string): Readonly<Record<string, string>> {
  const lines = Array.from({ length: count }, (_, index) => `  - ${line(index)}\n`);
  return { 'build.bitesize': `project: shop\ncomponents:\n${lines.join('')}` };
}

const wrong = components(3000, (index) => `{name: c${index}, f: 1}`);
const gradle = '{gradle: {tasks: a}, description: a}';

interface Report {
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

async function report(argv: readonly string[], files: Readonly<Record<string, string>>): Promise<Report> {
  const { output } = await run(['check', '--report', 'json', ...argv], { files });
  return JSON.parse(output) as Report;
}

describe('findings without number', () => {
  it('are counted after the first thousand', async () => {
    const { summary, diagnostics } = await report([], wrong);
    expect([summary.errors, diagnostics.at(-1)?.message]).toEqual([1001, '2000 more errors were left out']);
  });

  it('are kept as far as `--max-diagnostics` says', async () => {
    const kept = async (most: string) =>
      (await report(['--max-diagnostics', most], wrong)).diagnostics.length;
    expect([await kept('5'), await kept('2500'), await kept('3000'), await kept('0')]).toEqual([
      1001, 2501, 3000, 3000,
    ]);
  });

  it('get help while that helps: the others are reported without', async () => {
    const files = {
      'build.bitesize': `project: shop\ncomponents:\n  - name: a\n${Array.from({ length: 401 }, (_, index) => `    dependencies${index}: 1\n`).join('')}`,
    };
    const { diagnostics } = (await report([], files)) as unknown as {
      readonly diagnostics: readonly { readonly help: readonly string[] }[];
    };
    const helped = diagnostics.filter(({ help }) => help.length > 0);
    expect([diagnostics.length, helped.length]).toEqual([401, 200]);
  });

  it('are the same from a cache', async () => {
    const first = await run(['check', '--cache-dir', '/cache'], { files: wrong });
    const second = await runOn(first.host, ['check', '--cache-dir', '/cache']);
    expect(second.output).toBe(first.output);
    const all = await runOn(first.host, ['check', '--cache-dir', '/cache', '--max-diagnostics', '0']);
    expect(all.output).toContain('3000 errors');
  });

  it('leave a comment alone that may be about one that was left out', async () => {
    const line = (index: number) =>
      `{name: c${index}, build: [${gradle}], os: "" }${index === 1400 ? ' # bitesize-ignore spelling/empty-value: generated' : ''}`;
    const { diagnostics } = await report([], components(1500, line));
    expect(diagnostics.filter(({ code }) => code === 'limit/warnings')).toHaveLength(1);
    expect(diagnostics.filter(({ code }) => code === 'suppression/unused')).toEqual([]);
  });

  it('are no reason to go on with a spec that is none', async () => {
    const files = {
      'environments.bitesize': `project: shop\nenvironments:\n  - name: dev\n    services:\n      - name: web\n        port: [${'x,'.repeat(30_000)}]\n`,
    };
    const { diagnostics } = await report([], files);
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['schema/wrong-type', 'limit/errors']);
    expect(diagnostics.at(-1)?.message).toBe('29000 more errors were left out');
  });
});

describe('a file of very many mistakes', () => {
  it.each([
    ['of one key', { 'build.bitesize': `project: shop\n${'a: 1\n'.repeat(200_000)}` }],
    ['of merged keys', { 'build.bitesize': `project: shop\n${'<<: 1\n'.repeat(200_000)}` }],
  ])('%s is reported like any other', async (_, files) => {
    const { code, output, errors } = await run(['check'], { files });
    expect([code, errors]).toEqual([1, '']);
    expect(output).toContain('more findings not shown');
  });
});

describe('a project of thousands of entries', () => {
  it('is refused where its entries would all be compiled', async () => {
    const { diagnostics } = await report(
      [],
      components(5001, (index) => `{name: c${index}}`),
    );
    expect(diagnostics.map(({ message }) => message)).toContain(
      'the project has 5001 components, and at most 5000 are compiled',
    );
  });

  it('has no more folders than a path has', async () => {
    const folder = (count: number) => ({
      'jenkins.bitesize': `project: shop\njenkins:\n  folder: ${'a/'.repeat(count)}\n`,
    });
    const codesOf = async (count: number) =>
      (await report([], folder(count))).diagnostics.map(({ code }) => code);
    expect(await codesOf(49)).not.toContain('limit/entries');
    expect(await codesOf(51)).toContain('limit/entries');
  });
});

describe('aliases', () => {
  it('repeat a text only so often', async () => {
    const text = (count: number) =>
      components(
        count,
        (index) =>
          `{name: c${index}, build: [{shell: ${index === 0 ? `&a "${'a'.repeat(100_000)}"` : '*a'}}]}`,
      );
    const { diagnostics } = await report([], text(12));
    expect(diagnostics.map(({ message }) => message)).toContain(
      'the aliases of this file repeat more than 1000000 characters',
    );
    const fewer = await report([], text(11));
    expect(fewer.diagnostics.map(({ code }) => code)).not.toContain('source/too-many-nodes');
  });
});

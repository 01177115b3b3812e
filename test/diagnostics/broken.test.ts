import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../compiler/cli/main.ts';
import { createMemoryHost } from '../../compiler/host/memory-host.ts';

/**
 * Kinds of broken input that other tools for Jenkins jobs accept in silence, answer with a traceback, or execute. Each
 * folder has an `input/` and what `bitesize check` prints; `UPDATE=1` writes it anew.
 */
const folder = join(import.meta.dirname, 'broken');

const kinds = readdirSync(folder).sort();

function inputOf(kind: string): Readonly<Record<string, string>> {
  const input = join(folder, kind, 'input');
  return Object.fromEntries(
    readdirSync(input).map((name) => [name, readFileSync(join(input, name), 'utf8')]),
  );
}

async function check(files: Readonly<Record<string, string>>, ...projects: string[]) {
  const host = createMemoryHost({ files, columns: 100, env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' } });
  const code = await main(['check', ...projects, '--report', 'text', '--report', 'json=report.json'], host);
  const report = host.files.read('report.json');
  const json = report.ok ? new TextDecoder().decode(report.value) : '';
  return { code, output: host.output(), errors: host.errors(), codes: json.match(/"code": "[^"]+"/g) ?? [] };
}

describe('broken input', () => {
  it.each(kinds)('%s: one finding for each mistake, in the right place', async (kind) => {
    const expected = join(folder, kind, 'diagnostics.txt');
    const { code, output, errors, codes } = await check(inputOf(kind));
    if (process.env.UPDATE === '1' || !existsSync(expected)) writeFileSync(expected, output);
    expect(output).toBe(readFileSync(expected, 'utf8'));
    expect(errors).toBe('');
    expect(code).toBe(1);
    expect(codes).toHaveLength(kind === 'two-typos' ? 2 : 1);
  });

  it('all of it in one run', async () => {
    const files = kinds.flatMap((kind) =>
      Object.entries(inputOf(kind)).map(([name, text]) => [`projects/${kind}/${name}`, text] as const),
    );
    const { code, codes } = await check(Object.fromEntries(files), 'projects/*');
    expect(code).toBe(1);
    expect(codes).toHaveLength(kinds.length + 1);
  });

  it.each([
    ['random words', 'lorem ipsum [dolor} sit: amet, '.repeat(7_000)],
    ['open brackets', '['.repeat(200_000)],
    ['open braces', '{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(100_000)],
    [
      'bytes of a picture',
      Array.from({ length: 200_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(''),
    ],
    ['a single line of text', 'x'.repeat(200_000)],
    ['quotes', '"\''.repeat(100_000)],
  ])('200 KB of nonsense: %s', async (_, text) => {
    const { code, output, codes } = await check({ 'build.bitesize': text });
    expect(code).toBe(1);
    expect(codes).toHaveLength(1);
    expect(output.split('\n').length).toBeLessThan(20);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThan(250);
  });
});

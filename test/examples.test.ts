import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../compiler/cli/main.ts';
import { createNodeHost } from '../compiler/host/node-host.ts';

const root = new URL('../', import.meta.url);
const examples = readdirSync(new URL('examples/', root)).filter((name) =>
  readdirSync(new URL(`examples/${name}/`, root)).some((file) => file.endsWith('.bitesize')),
);

/** Runs the real command on the real files; output is kept for the message of a failure. */
async function run(...argv: string[]): Promise<{ code: number; text: string }> {
  const host = createNodeHost(root);
  const pieces: string[] = [];
  const keep = { isTerminal: false, columns: 100, write: (piece: string) => void pieces.push(piece) };
  const code = await main(argv, { ...host, cwd: fileURLToPath(root), stdout: keep, stderr: keep });
  return { code, text: pieces.join('') };
}

describe('examples', () => {
  it('exist', () => {
    expect(examples).toEqual(expect.arrayContaining(['docs-site', 'sample-app']));
  });

  it.each(examples)(
    '%s: the committed output is what the compiler makes, nothing missing and nothing extra',
    async (name) => {
      const { code, text } = await run(
        'compile',
        `examples/${name}`,
        '--out',
        `examples/${name}/output`,
        '--check',
      );
      expect(text).toContain(': 0 to add, 0 to change, 0 to remove, ');
      expect(code).toBe(0);
    },
  );

  it.each(examples)('%s: the committed picture is that of its pipeline', async (name) => {
    const { code, text } = await run('graph', `examples/${name}`);
    expect(code).toBe(0);
    expect(text).toBe(readFileSync(new URL(`examples/${name}/pipeline.svg`, root), 'utf8'));
  });
});

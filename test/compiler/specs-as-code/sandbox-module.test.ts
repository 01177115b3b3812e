import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { sandboxModule } from '../../../scripts/generate-sandbox/sandbox-module.ts';

test('the code of the sandbox is what `npm run generate` writes', async () => {
  const committed = readFileSync('compiler/specs-as-code/generated/sandbox.ts', 'utf8');
  expect(committed === (await sandboxModule())).toBe(true);
});

test('a project in YAML loads nothing of it: neither TypeScript nor the sandbox', async () => {
  const { metafile } = await build({
    entryPoints: ['compiler/cli/bin.ts'],
    outdir: 'out',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    external: ['typescript', 'quickjs-emscripten-core'],
    logLevel: 'silent',
  });
  const outputs = Object.entries(metafile.outputs);
  const chunkOf = (part: string) =>
    outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(part))?.[0] ?? '';
  const seen = new Set<string>();
  const load = (chunk: string): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const { path, kind } of metafile.outputs[chunk]?.imports ?? []) {
      if (kind === 'import-statement') load(path);
    }
  };
  for (const part of ['cli/bin.ts', 'actions/check.ts', 'actions/compile.ts']) load(chunkOf(part));
  const inputs = [...seen].flatMap((chunk) => Object.keys(metafile.outputs[chunk]?.inputs ?? {}));
  expect(inputs.length).toBeGreaterThan(50);
  expect(inputs.filter((input) => input.includes('specs-as-code'))).toEqual([]);
  expect([...seen].filter((chunk) => /^(typescript|quickjs)/.test(chunk))).toEqual([]);
  // Not even a project in TypeScript brings it to this thread.
  const imported = outputs.flatMap(([, { imports }]) => imports.map(({ path }) => path));
  expect(imported.filter((path) => path === 'typescript')).toEqual([]);
});

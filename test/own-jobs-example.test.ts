import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../compiler/cli/main.ts';
import { createNodeHost } from '../compiler/host/node-host.ts';

/* examples/own-jobs says in YAML what examples/own-jobs-typescript says by functions. */

const root = new URL('../', import.meta.url);
const committed = fileURLToPath(new URL('examples/own-jobs/output', root));
const out = mkdtempSync(join(tmpdir(), 'own-jobs-'));
let code = -1;
const printed: string[] = [];

beforeAll(async () => {
  const keep = { isTerminal: false, columns: 100, write: (piece: string) => void printed.push(piece) };
  const host = { ...createNodeHost(root), cwd: fileURLToPath(root), stdout: keep, stderr: keep };
  code = await main(['compile', 'examples/own-jobs-typescript', '--out', out], host);
}, 120_000);

afterAll(() => rmSync(out, { recursive: true }));

test('the jobs in TypeScript have no finding', () => {
  expect(printed.join('')).toContain(' 0 errors, 0 warnings');
  expect(code).toBe(0);
});

test('both become the same files, byte for byte, but for the places of the specs', () => {
  const files = filesBelow(committed);
  expect(filesBelow(out)).toEqual(files);
  expect(files).toContain('jenkins/jobs/nightly/jobs/full/config.xml');
  for (const name of files) expect(textOf(out, name), name).toBe(textOf(committed, name));
});

/** What is about the specs and not about what they become. */
const aboutSpecs = /^(manifest\.json|\.bitesize\/)/;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !aboutSpecs.test(name))
    .sort();
}

/** The Job DSL says where each item stands, and the tag of the image is made of all files in it. */
function textOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, name), 'utf8');
  return text
    .replace(/^( *\/\/ )[\w.]+:\d+$/gm, '$1PLACE')
    .replace(/(own-jobs\/jenkins:[\d.]+-)[0-9a-f]{12}/g, '$1HASH');
}

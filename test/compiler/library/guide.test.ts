import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guides } from '../../../compiler/docs/generated/guides.ts';
import { bundledCommand } from '../../bundle/bundled-command.ts';

const blocks = [...(guides.library ?? '').matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```/gm)];
const block = (name: string): string => blocks.find(([, , file]) => file === name)?.[3] ?? '';

let folder: string;

/** A folder of a user, with the package as npm installs it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bitesize-library-'));
  const installed = join(folder, 'node_modules/bitesize');
  mkdirSync(installed, { recursive: true });
  cpSync(join(import.meta.dirname, '../../../package.json'), join(installed, 'package.json'));
  symlinkSync(dirname(await bundledCommand()), join(installed, 'dist'));
  for (const [, , name, text = ''] of blocks) if (name !== undefined) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has an example for Node that prints what the guide says', () => {
  const printed = execFileSync(process.execPath, ['compile.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(printed).toBe(blocks.find(([, language]) => language === 'text')?.[3]);
});

it('has an example for browsers that a bundler resolves to the build for browsers', async () => {
  expect(block('page.js')).toContain("from 'bitesize'");
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, 'page.js')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    logLevel: 'error',
  });
  expect(Object.keys(metafile.inputs).some((name) => name.endsWith('browser/index.js'))).toBe(true);
  const page: { findings?: readonly string[]; paths?: readonly string[] } = {};
  runInContext(outputFiles[0]?.text ?? '', createContext(Object.assign(page, { TextEncoder, atob })));
  expect(page.findings).toEqual(['warning: the key of the host `git.acme.dev` is not known']);
  expect(page.paths).toContain('jenkins/jobs/shop/config.xml');
});

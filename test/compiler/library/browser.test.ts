import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { compileFully } from '../../../compiler/index.ts';
import { openProject } from '../../../compiler/read/open-project.ts';
import { browserLibrary } from '../../../scripts/bundle/browser-options.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'examples');
// A spec in TypeScript is evaluated by the command line: the library takes YAML.
const examples = readdirSync(folder).filter((name) => {
  const files = readdirSync(join(folder, name));
  return files.some((file) => file.endsWith('.bitesize'));
});

const bundle = () =>
  build({
    ...browserLibrary,
    absWorkingDir: root,
    format: 'iife',
    splitting: false,
    globalName: 'bitesize',
    metafile: true,
    write: false,
  });

let bundled: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  bundled = await bundle();
});

describe('the library for browsers', () => {
  it('imports nothing', () => {
    const [output] = Object.values(bundled.metafile.outputs);
    expect(output?.imports).toEqual([]);
    const inputs = Object.entries(bundled.metafile.inputs);
    expect(inputs.length).toBeGreaterThan(500);
    expect(inputs.filter(([name]) => name.includes('(disabled)'))).toEqual([]);
    expect(inputs.flatMap(([, { imports }]) => imports.filter(({ external }) => external))).toEqual([]);
  });

  it('loads where there is nothing but the language, and looks for nothing of Node', () => {
    const looked: string[] = [];
    const global = {};
    for (const name of ['process', 'Buffer', 'require', 'module', 'exports', 'global', 'setImmediate'])
      Object.defineProperty(global, name, { get: () => void looked.push(name) });
    runInContext(`${bundled.outputFiles?.[0]?.text}; globalThis.bitesize = bitesize`, createContext(global));
    expect(Object.keys((global as { bitesize: object }).bitesize)).toEqual(
      expect.arrayContaining(['analyse', 'compile', 'diff']),
    );
    expect(looked).toEqual([]);
  });

  it.each(examples)('gives the bytes that Node gives: %s', async (name) => {
    const { sources, files, trees } = await openProject(
      createNodeHost(pathToFileURL(`${root}/`)),
      join(folder, name),
    );
    const options = { files, trees, allowPlainSecrets: true };
    const expected = (await compileFully(sources, options)).artifacts;
    expect(expected.length).toBeGreaterThan(0);
    const given = (await inBrowser()(sources, options)).artifacts;
    expect(given.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
    for (const [index, { path, content }] of expected.entries())
      expect(given[index]?.content.text, path).toBe(content.text);
  });
});

/** The function of the bundle, loaded where there is nothing but the language and what browsers have. */
let loaded: typeof compileFully | undefined;
function inBrowser(): typeof compileFully {
  if (loaded !== undefined) return loaded;
  const context = createContext({ TextEncoder, TextDecoder, atob });
  runInContext(`${bundled.outputFiles?.[0]?.text}; globalThis.compile = bitesize.compileFully`, context);
  loaded = (context as unknown as { compile: typeof compileFully }).compile;
  return loaded;
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { chunkPath } from '../../compiler/cli/start/load-chunks.ts';
import { codeFolder, keptFiles, MAIN } from '../../compiler/cli/start/open-code.ts';
import { chunksOf } from './chunks.ts';
import { lazyModules } from './lazy-modules.ts';
import { trainingRun } from './training-run.ts';

/**
 * Builds the command into a folder: `cli.cjs` and `thread.cjs`, which start it, and in `code/` what they run. All chunks that
 * `check` loads are one file, those that `compile` loads beside them another one, and each of the others has its own.
 * What V8 makes of the first two is kept for this version of Node.
 */
export async function buildCommand(target: string, shared: BuildOptions): Promise<void> {
  const options: BuildOptions = { ...shared, define: { 'import.meta.url': 'bundleUrl' } };
  await build({
    ...options,
    entryPoints: { cli: 'compiler/cli/start/cli.ts', thread: 'compiler/cli/start/thread.ts' },
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    banner: {
      js: '"use strict";const bundleUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  });
  const folder = codeFolder(target);
  mkdirSync(folder);
  await build({
    ...shared,
    entryPoints: ['compiler/specs-as-code/resolve-module.ts'],
    outfile: join(folder, RESOLVE_MODULE),
    bundle: true,
    format: 'esm',
  });
  const chunks = chunksOf(
    await build({
      ...options,
      entryPoints: { [MAIN]: 'compiler/cli/start/code.ts' },
      outdir: folder,
      chunkNames: '[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      plugins: [
        ...(shared.plugins ?? []),
        await lazyModules(options),
        jsonAsText,
        resolveModule,
        quickCommander,
        quickFdir,
      ],
    }),
  );
  writeFiles(folder, chunks, [[MAIN]]);
  writeFiles(folder, chunks, await trainingRun('list', target, options));
  await trainingRun('keep', target, options);
}

/** Writes all chunks: the first groups into the files that are kept, each of the others into one of its own. */
function writeFiles(
  folder: string,
  chunks: ReadonlyMap<string, string>,
  groups: readonly (readonly string[])[],
): void {
  const files = new Map(
    groups.flatMap((group, index) => group.map((name) => [name, keptFiles[index] ?? name] as const)),
  );
  for (const file of new Set([...keptFiles, ...chunks.keys()])) {
    const names = [...chunks.keys()].filter((name) => (files.get(name) ?? name) === file);
    const path = chunkPath(folder, file);
    if (names.length === 0) rmSync(path, { force: true });
    else writeFileSync(path, fileOf(names, chunks, file === keptFiles[0] ? files : new Map()));
  }
}

/** A file of chunks is a CommonJS module. Run as a script, where there is no module, its value is what it exports. */
function fileOf(
  names: readonly string[],
  chunks: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): string {
  const functions = names.map(
    (name) =>
      `${JSON.stringify(name)}:function(load,require,exports,bundleUrl){"use strict";${chunks.get(name)}}`,
  );
  const places = JSON.stringify(Object.fromEntries(files));
  return `(typeof module==="object"?module:{}).exports={chunks:{\n${functions.join(',\n')}\n},files:${places}};\n`;
}

/**
 * Data is read as JSON, which V8 does faster than it makes objects of code, and each of its fields when it is asked for first:
 * few runs need all of them.
 */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[.]json$/ }, ({ path }) => {
      const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (typeof data !== 'object' || data === null || Array.isArray(data))
        throw new Error(`${path} is no object`);
      const fields = Object.entries(data).map(([field, value], index) => {
        const text = JSON.stringify(JSON.stringify(value));
        return `get ${JSON.stringify(field)}(){return read[${index}]??=JSON.parse(${text})}`;
      });
      return { contents: `const read=[];export default {${fields.join()}};`, loader: 'js' };
    }),
};

/** It loads the module that starts programs, and with it many others; none of our commands is a program of its own. */
const quickCommander: Plugin = {
  name: 'quick-commander',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]commander[/\\]lib[/\\]command[.]js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const line = "const childProcess = require('node:child_process');";
      if (!code.includes(line)) throw new Error('commander loads modules in another way now');
      return { contents: code.replace(line, 'const childProcess = {};'), loader: 'js' };
    }),
};

/** It loads a matcher from the disk for a method that nobody calls: tinyglobby has its own. */
const quickFdir: Plugin = {
  name: 'quick-fdir',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]fdir[/\\]dist[/\\]index[.]mjs$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      const load = /__require[.]resolve\("picomatch"\);\s*pm = __require\("picomatch"\);/;
      if (!load.test(code)) throw new Error('fdir loads modules in another way now');
      return { contents: code.replace(load, ''), loader: 'js' };
    }),
};

const RESOLVE_MODULE = 'resolve-module.mjs';

/** Only an ES module can resolve as `import` does, so this one stays what it is. */
const resolveModule: Plugin = {
  name: 'resolve-module',
  setup: ({ onResolve }) =>
    onResolve({ filter: /[/]resolve-module[.]ts$/ }, () => ({ path: `./${RESOLVE_MODULE}`, external: true })),
};

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildParts } from './parts.ts';

/**
 * Builds the command into a folder: `cli.cjs` and `thread.cjs`, which start it, and in `code/` what they run. That is one
 * script with all modules in one scope, each of which runs when it is first asked for, and the parts of `parts.ts`.
 */
export async function buildCommand(target: string, shared: BuildOptions): Promise<void> {
  const code = join(target, 'code');
  mkdirSync(code, { recursive: true });
  const options: BuildOptions = {
    ...shared,
    define: { 'import.meta.url': 'bundleUrl' },
  };
  const banner = { js: '"use strict";const bundleUrl = require("node:url").pathToFileURL(__filename).href;' };
  const parts = await buildParts(code, options);
  const start = { ...options, bundle: true, format: 'cjs', banner } as const;
  await build({
    ...start,
    entryPoints: { cli: 'compiler/cli/start/cli.ts', thread: 'compiler/cli/start/thread.ts' },
    outdir: target,
    outExtension: { '.js': '.cjs' },
  });
  const script = join(code, 'bitesize.cjs');
  const parameters = 'exports, require, module, __filename, __dirname';
  await build({
    ...start,
    // Node makes a function of a module. Where there is none around it, the file gives that function: see `runCode`.
    banner: {
      js: `(typeof module === "undefined" ? (code) => code : (code) => code(${parameters}))((${parameters}) => {\n${banner.js}`,
    },
    footer: { js: '});' },
    entryPoints: ['compiler/cli/start/code.ts'],
    outfile: script,
    plugins: [parts, jsonAsText],
  });
  writeFileSync(script, asciiCode(readFileSync(script, 'utf8')));
}

/** Data is read as JSON, which V8 does faster than it makes objects of code; what it keeps of a text is the text. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[.]json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    }),
};

/** Regular expressions are the one place where letters stay as they are. Throws where that cannot be mended. */
function asciiCode(code: string): string {
  const escaped = /\\[^\x00-\x7f]/.exec(code);
  if (escaped) throw new Error(`${JSON.stringify(escaped[0])} is an escape of a letter that needs none`);
  return code.replace(
    /[^\x00-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

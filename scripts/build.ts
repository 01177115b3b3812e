import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { buildCommand } from './build/build-command.ts';
import { buildId } from './build-id.ts';

/*
 * Bundles the command and the library into dist/ (or the folder that is named), dependencies included, so that starting
 * up reads few files. Names are kept: a stack trace in a report must be readable. `--no-types` leaves out the type
 * declarations of the library, which take most of the time.
 */

const args = process.argv.slice(2);
const target = args.find((option) => !option.startsWith('--')) ?? 'dist';
const pages = 'compiler/diagnostics/pages';

const options: BuildOptions = {
  platform: 'node',
  target: 'node20',
  external: ['typescript'],
  // Its CommonJS form asks for its parts in a way that no bundler follows.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  logLevel: 'warning',
  // Half the bytes to read at every start; names stay, so that a stack trace can be understood.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
};

rmSync(target, { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { index: 'compiler/index.ts' },
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  // Some dependencies are CommonJS and call `require` for modules of Node; others import `createRequire` themselves.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
});
await buildCommand(target, options);
// Results are kept for this very build: another one may make other output of the same specs.
writeFileSync(`${target}/build-id`, buildId(target));
if (existsSync(pages)) cpSync(pages, `${target}/${pages}`, { recursive: true });
if (!args.includes('--no-types')) {
  const { buildTypes } = await import('./build-types.ts');
  buildTypes(target);
}

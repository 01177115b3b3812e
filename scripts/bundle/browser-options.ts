import type { BuildOptions, Plugin } from 'esbuild';

/**
 * xmlbuilder2 knows no browsers: it asks Node for these, for parts that nothing of ours uses (writing by callbacks, and
 * the addresses of documents). A class is needed where it loads; the others throw when somebody calls them after all.
 */
const nodeModules: Readonly<Record<string, string>> = {
  events: 'export class EventEmitter {}',
  url: `const absent = () => { throw new Error('this build for browsers resolves no host names'); };
export { absent as domainToASCII, absent as domainToUnicode };`,
};

const withoutNode: Plugin = {
  name: 'without-node',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:events|url)$/ }, ({ path }) => ({ path, namespace: 'without-node' }));
    onLoad({ filter: /.*/, namespace: 'without-node' }, ({ path }) => ({
      contents: nodeModules[path] ?? '',
    }));
  },
};

/**
 * How code is bundled for browsers: it neither has nor looks for what Node adds to the
 * language. A module of Node that anything imports is an error of the build.
 */
export const browserOptions = {
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  plugins: [withoutNode],
  // Its CommonJS form asks for its parts in a way that no bundler follows.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  define: { process: 'undefined', Buffer: 'undefined' },
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The library for browsers: what `compiler/index.ts` exports as an ES module, and what it loads when it is needed. */
export const browserLibrary = {
  ...browserOptions,
  entryPoints: { index: 'compiler/index.ts' },
  format: 'esm',
  splitting: true,
} as const satisfies BuildOptions;

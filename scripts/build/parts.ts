import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** A module of the command that is a file of its own when it is built. */
interface Part {
  /** The file of the module, from the root of the repository or as Node finds it. */
  readonly module: string;
  /**
   * What its exports are: `functions`, for which the file is loaded when one of them is called first, or `values`, for which
   * it is loaded with the module that imports them; `esm` stays an ES module, which can only be imported when it is needed.
   */
  readonly exports: 'functions' | 'values' | 'esm';
}

/**
 * The parts: what is large, needs nothing of the compiler and is used by few runs. A start reads whatever is not listed
 * here, and V8 looks through all of it where it has nothing from an earlier run.
 */
const parts: readonly Part[] = [
  { module: 'compiler/diagnostics/generated/pages.ts', exports: 'functions' },
  { module: 'compiler/docs/generated/guides.ts', exports: 'values' },
  { module: 'compiler/docs/generated/page-script.ts', exports: 'values' },
  { module: 'compiler/docs/generated/pictures.ts', exports: 'values' },
  { module: 'compiler/host/node-http.ts', exports: 'functions' },
  { module: 'compiler/plugins/data/catalogue-2.568.x.others.json', exports: 'values' },
  { module: 'compiler/specs-as-code/generated/sandbox.ts', exports: 'values' },
  { module: 'compiler/specs-as-code/resolve-module.ts', exports: 'esm' },
  { module: 'schema/generated/jobs.ts', exports: 'functions' },
  { module: 'schema/generated/validators/jobs.js', exports: 'functions' },
  { module: 'schema/application.schema.json', exports: 'values' },
  { module: 'schema/build.schema.json', exports: 'values' },
  { module: 'schema/environments.schema.json', exports: 'values' },
  { module: 'schema/jenkins.schema.json', exports: 'values' },
  { module: 'schema/jobs.schema.json', exports: 'values' },
  { module: '@viz-js/viz', exports: 'values' },
  { module: 'markdown-it', exports: 'values' },
  { module: 'minisearch', exports: 'values' },
];

const NAMESPACE = 'part';

/** Builds the parts into a folder and returns the plugin that puts them in place of their modules. */
export async function buildParts(folder: string, options: BuildOptions): Promise<Plugin> {
  const stubs = new Map<string, { readonly part: Part; readonly code: string }>();
  for (const part of parts) {
    const file =
      part.module.startsWith('.') || (part.module.includes('/') && !part.module.startsWith('@'))
        ? resolve(part.module)
        : part.module;
    stubs.set(file, { part, code: await buildPart(part, file, folder, options) });
  }
  return {
    name: 'parts',
    setup: ({ onResolve, onLoad, resolve: resolveAgain }) => {
      onResolve({ filter: /^part:/ }, ({ path }) => ({
        path: `./${path.slice('part:'.length)}`,
        external: true,
      }));
      onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === NAMESPACE || rest.kind === 'entry-point') return undefined;
        const named = stubs.get(path) ? path : undefined;
        const found =
          named ??
          (/[.](ts|js|json)$/.test(path)
            ? (await resolveAgain(path, { ...rest, pluginData: NAMESPACE })).path
            : '');
        const stub = stubs.get(found);
        if (stub === undefined) return undefined;
        if (stub.part.exports === 'esm') return { path: `./${stub.code}`, external: true };
        return { path: found, namespace: NAMESPACE };
      });
      onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({
        contents: stubs.get(path)?.code ?? '',
        loader: 'js',
        resolveDir: '.',
      }));
    },
  };
}

/** Builds a part and returns the code that stands in its place, or the name of its file where nothing does. */
async function buildPart(
  { module, exports }: Part,
  file: string,
  folder: string,
  options: BuildOptions,
): Promise<string> {
  const name = module
    .replace(/^@/, '')
    .replace(/[.](ts|js|json)$/, '')
    .replaceAll('/', '-');
  const target = `${name}.${exports === 'esm' ? 'mjs' : module.endsWith('.json') ? 'json' : 'cjs'}`;
  if (module.endsWith('.json')) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder, target), JSON.stringify(JSON.parse(readFileSync(module, 'utf8'))));
    return `export default require('part:${target}');`;
  }
  const common = { ...options, entryPoints: [file], bundle: true };
  await build({ ...common, outfile: join(folder, target), format: exports === 'esm' ? 'esm' : 'cjs' });
  if (exports === 'esm') return basename(target);
  // What a CommonJS file exports is not told; the same as an ES module is.
  const { metafile } = await build({
    ...common,
    outfile: 'unused',
    format: 'esm',
    write: false,
    metafile: true,
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  return exports === 'functions' ? lazyFunctions(target, names) : values(target, names);
}

function lazyFunctions(target: string, names: readonly string[]): string {
  const functions = names.map((name) => `export const ${name} = (...given) => part().${name}(...given);`);
  return [`const part = () => require('part:${target}');`, ...functions].join('\n');
}

function values(target: string, names: readonly string[]): string {
  const all = names.map((name) =>
    name === 'default' ? 'export default part.default;' : `export const ${name} = part.${name};`,
  );
  return [`const part = require('part:${target}');`, ...all].join('\n');
}

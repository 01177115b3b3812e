import { resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Large modules of functions that only some runs call: each becomes a file of its own, which is loaded when one of its
 * functions is called first. All other code that few runs need is behind an `import()`.
 */
const modules: readonly string[] = [
  'compiler/diagnostics/generated/pages.ts',
  'schema/generated/jobs.ts',
  'schema/generated/validators/jobs.js',
];

/** Returns the plugin that puts functions in place of the modules which load the modules. */
export async function lazyModules(options: BuildOptions): Promise<Plugin> {
  const stubs = new Map<string, string>();
  for (const module of modules) stubs.set(resolve(module), await stub(resolve(module), options));
  return {
    name: 'lazy-modules',
    setup: ({ onLoad, onResolve }) => {
      onLoad({ filter: /[/\\](generated|validators)[/\\][^/\\]+$/ }, ({ path, suffix }) => {
        const contents = suffix === WHOLE ? undefined : stubs.get(path);
        return contents === undefined ? undefined : { contents, loader: 'js' };
      });
      onResolve({ filter: /[?]whole$/ }, ({ path }) => ({
        path: path.slice(0, -WHOLE.length),
        suffix: WHOLE,
      }));
    },
  };
}

const WHOLE = '?whole';

async function stub(module: string, options: BuildOptions): Promise<string> {
  const { metafile } = await build({
    ...options,
    entryPoints: [module],
    outfile: 'unused',
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const whole = JSON.stringify(`${module}${WHOLE}`);
  // `loadNow` is `import()` without the wait: see `functionBody` in `chunks.ts`.
  return names
    .map((name) => `export const ${name} = (...given) => loadNow(() => import(${whole})).${name}(...given);`)
    .join('\n');
}

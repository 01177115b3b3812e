import { basename, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Large modules of functions that only some runs call: each becomes a file of its own, with all that nobody else needs, which
 * is loaded when one of its functions is called first. All other code that few runs need is behind an `import()`.
 */
const modules: readonly string[] = [
  'compiler/check/describe-error.ts',
  'compiler/diagnostics/generated/pages.ts',
  'compiler/lower/controller/agents/check-pod.ts',
  'compiler/lower/controller/agents/read-pod.ts',
  'compiler/lower/controller/check-shared.ts',
  'compiler/lower/jobs/components/component-stages.ts',
  'compiler/lower/jobs/requests/request-job.ts',
  'compiler/lower/jobs/spec-jobs/spec-jobs.ts',
  'compiler/lower/plugins/problem-diagnostics.ts',
  'compiler/plugins/plugin-of-class.ts',
  'compiler/print/parse-xml-fragment.ts',
  'compiler/run/project/compile-project.ts',
  'jenkins/builders/other-builders.ts',
  'jenkins/other-items.ts',
  'jenkins/parameters/other-parameters.ts',
  'jenkins/properties/other-properties.ts',
  'jenkins/publishers/other-publishers.ts',
  'jenkins/triggers/other-triggers.ts',
  'jenkins/wrappers/other-wrappers.ts',
  'schema/generated/controllers.ts',
  'schema/generated/jobs.ts',
  'schema/generated/validators/controllers.js',
  'schema/generated/validators/jobs.js',
];

/** Returns the plugin that puts functions in place of the modules which load the modules. */
export async function lazyModules(options: BuildOptions): Promise<Plugin> {
  const stubs = new Map<string, string>();
  for (const module of modules) stubs.set(resolve(module), await stub(resolve(module), options));
  return {
    name: 'lazy-modules',
    setup: ({ onLoad, onResolve }) => {
      onLoad({ filter: namesOf(modules) }, ({ path, suffix }) => {
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

/** Returns the pattern of all paths that end as one of these, and of few others. */
function namesOf(paths: readonly string[]): RegExp {
  const names = paths.map((path) => basename(path).replaceAll('.', '[.]'));
  return new RegExp(`[/\\\\](?:${names.join('|')})$`);
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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import type { PlaygroundProgram } from '../../compiler/playground/program.ts';
import { browserOptions } from './browser-options.ts';

/** The examples of the playground, the first one first, and what is said of them. */
const examples: Readonly<Record<string, string>> = {
  'sample-app': 'two components, two images, three environments',
  'web-service': 'a Node service and a Python worker',
  'docs-site': 'the smallest useful project',
  'own-jobs': 'jobs beside a pipeline',
};

/** Puts the scripts of the playground into the command that is bundled. */
export const withPlayground: Plugin = {
  name: 'with-playground',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]compiler[\\/]playground[\\/]program\.ts$/ }, async () => ({
      contents: `export const playgroundProgram = ${JSON.stringify(await playgroundProgram())};`,
    }));
  },
};

let made: Promise<PlaygroundProgram> | undefined;

/** Returns what is put in: made once, however many bundles ask for it. */
function playgroundProgram(): Promise<PlaygroundProgram> {
  made ??= bundledProgram();
  return made;
}

async function bundledProgram(): Promise<PlaygroundProgram> {
  const [page, service, picture] = await Promise.all(
    ['main', 'service-worker', 'picture-worker'].map(async (name) => {
      const entryPoints = [`compiler/playground/page/${name}.ts`];
      const { outputFiles } = await build({ ...browserOptions, entryPoints, format: 'iife', write: false });
      return outputFiles[0]?.text ?? '';
    }),
  );
  return {
    page: page ?? '',
    service: packed(service ?? ''),
    picture: packed(picture ?? ''),
    examples: Object.entries(examples).map(([name, about]) => ({ name, about, files: filesOf(name) })),
  };
}

function packed(program: string): string {
  return gzipSync(program, { level: 9 }).toString('base64');
}

/** The specs of an example, and the files that jobs of its own name. */
function filesOf(name: string): PlaygroundProgram['examples'][number]['files'] {
  const folder = join('examples', name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[^/]*\.bitesize$|^(?:pipelines|xml)\/.*\./.test(path))
    .sort()
    .map((path) => ({ name: path, text: readFileSync(join(folder, path), 'utf8') }));
}

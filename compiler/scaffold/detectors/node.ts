import { type Found, isObject, type SourceFolder, textIn } from '../source-folder.ts';
import { copyAll, type Detector, type FoundVersion, matched, type Place } from './detector.ts';

/** Frameworks that listen on a port. */
const SERVERS = ['express', 'fastify', 'koa', 'next', 'nuxt', '@nestjs/core', '@hapi/hapi', 'hono', 'vite'];

/** Programs of Node: package.json and the lock files of its package managers. */
export const nodeDetector: Detector = {
  language: 'Node',
  agent: 'node',
  files: ['package.json'],
  look: (place) => {
    const { folder } = place;
    const manifest = folder.json('package.json');
    if (manifest === undefined) return undefined;
    const scripts = isObject(manifest.scripts) ? manifest.scripts : {};
    const start = startOf(folder, manifest);
    const isRoot = manifest.workspaces !== undefined;
    // A folder of workspaces, and a library, are nothing that runs.
    if (start === undefined && (isRoot || folder.path !== '') && !folder.files.has('Dockerfile'))
      return undefined;
    const inTop = isWorkspace(place);
    const manager = managerOf(inTop ? place.top : folder);
    const run = (script: string) =>
      script in scripts ? [manager.run(script, inTop ? folder.path : undefined)] : [];
    const [test] = isPlaceholder(textIn(scripts, 'test')) ? [] : run('test');
    const version = versionOf(place, manifest);
    const name = textIn(manifest, 'name')?.replace(/^@[^/]*\//, '');
    return {
      ...(name === undefined ? {} : { name }),
      build: [manager.install, ...run('build')],
      test: test === undefined ? [] : [{ value: test, from: folder.at('package.json') }],
      install: [...manager.prune, ...copyAll()],
      ...(inTop ? { fromTop: true as const, startIn: folder.path } : {}),
      runtime: { ...version, value: `node:${version.value}-bookworm-slim` },
      tools: `node:${version.value}-bookworm`,
      ...(start === undefined ? {} : { start }),
      ...(hasServer(manifest) ? { port: { value: 3000 } } : {}),
    };
  },
};

interface Manager {
  readonly install: string;
  /** Takes out what only builds and tests need. */
  readonly prune: readonly string[];
  readonly run: (script: string, workspace: string | undefined) => string;
}

const isPlain = (path: string) => /^[\w@./-]+$/.test(path);

function managerOf(folder: SourceFolder): Manager {
  const inFolder = (command: string, flag: string) => (script: string, workspace: string | undefined) =>
    workspace !== undefined && isPlain(workspace)
      ? `${command} run ${script} ${flag}${workspace}`
      : `${command} run ${script}`;
  if (folder.files.has('pnpm-lock.yaml'))
    return {
      install: 'npx --yes pnpm install --frozen-lockfile',
      prune: [],
      run: (script, workspace) =>
        workspace !== undefined && isPlain(workspace)
          ? `npx --yes pnpm --filter ./${workspace} run ${script}`
          : `npx --yes pnpm run ${script}`,
    };
  if (folder.files.has('yarn.lock'))
    return {
      install: folder.files.has('.yarnrc.yml')
        ? 'npx --yes corepack yarn install --immutable'
        : 'yarn install --frozen-lockfile',
      prune: [],
      run: (script, workspace) =>
        workspace !== undefined && isPlain(workspace)
          ? `yarn --cwd ${workspace} run ${script}`
          : `yarn run ${script}`,
    };
  const hasLock = folder.files.has('package-lock.json') || folder.files.has('npm-shrinkwrap.json');
  return {
    install: hasLock ? 'npm ci' : 'npm install',
    prune: ['npm prune --omit=dev'],
    run: inFolder('npm', '--workspace '),
  };
}

function isWorkspace({ folder, top }: Place): boolean {
  if (folder.path === '') return false;
  const isOfTop = top.json('package.json')?.workspaces !== undefined || top.files.has('pnpm-workspace.yaml');
  return (
    isOfTop && !['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml'].some((name) => folder.files.has(name))
  );
}

function startOf(
  folder: SourceFolder,
  manifest: Readonly<Record<string, unknown>>,
): Found<string> | undefined {
  const script = textIn(manifest, 'scripts', 'start');
  const from = folder.at('package.json');
  if (script !== undefined) {
    // The program itself gets the signals of Kubernetes; npm hands them on to nobody.
    const isProgram = /^node [\w./-]+$/.test(script);
    return { value: isProgram ? script : 'npm start', from };
  }
  const main = textIn(manifest, 'main');
  if (main !== undefined && isPlain(main) && hasServer(manifest)) return { value: `node ${main}`, from };
  const file = ['server.js', 'index.js', 'app.js'].find((name) => folder.files.has(name));
  return file !== undefined && hasServer(manifest)
    ? { value: `node ${file}`, from: folder.at(file) }
    : undefined;
}

function hasServer(manifest: Readonly<Record<string, unknown>>): boolean {
  const { dependencies } = manifest;
  return isObject(dependencies) && SERVERS.some((name) => Object.hasOwn(dependencies, name));
}

/** What `npm init` writes. */
function isPlaceholder(script: string | undefined): boolean {
  return script?.includes('no test specified') === true;
}

const ASSUMED = '22';

function versionOf({ folder, top }: Place, manifest: Readonly<Record<string, unknown>>): FoundVersion {
  for (const each of [folder, top])
    for (const name of ['.nvmrc', '.node-version']) {
      const pinned = matched(each, name, /^\s*v?(\d{2,})(?:[.\s]|$)/);
      if (pinned !== undefined) return pinned;
    }
  const [, least, engine] = /(>?)[=\s]*(\d{2,})/.exec(textIn(manifest, 'engines', 'node') ?? '') ?? [];
  if (engine === undefined) return { value: ASSUMED };
  return { value: engine, from: folder.at('package.json'), isLeast: least !== '' };
}

import { type Found, isObject, type SourceFolder, textIn } from '../source-folder.ts';
import { type Detector, type FoundVersion, matched, type Place, type Program } from './detector.ts';

/** Frameworks that listen on a port. */
const SERVERS = ['express', 'fastify', 'koa', 'next', 'nuxt', '@nestjs/core', '@hapi/hapi', 'hono', 'vite'];

/** Programs of Node: package.json and the lock files of its package managers. */
export const nodeDetector: Detector = {
  language: 'Node',
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
    const workspace = inTop ? folder.path : undefined;
    const build = 'build' in scripts ? [manager.run('build', workspace)] : [];
    const name = textIn(manifest, 'name')?.replace(/^@[^/]*\//, '');
    return {
      ...(name === undefined ? {} : { name }),
      build: [manager.install, ...build],
      ...testOf(textIn(scripts, 'test'), manifest, {
        from: folder.at('package.json'),
        folder: workspace,
        run: (flags) => manager.run('test', workspace, flags),
      }),
      caches: ['npm'],
      image: {
        name: 'node',
        version: versionOf(place, manifest),
        tools: (wanted) => `node:${wanted}-bookworm`,
      },
      recipe: {
        make: [[manager.install, ...build, ...manager.prune].join(' && ')],
        runtime: (wanted) => `node:${wanted}-bookworm-slim`,
        copies: [['/srv/app', '/srv/app']],
        env: { NODE_ENV: 'production' },
        ...(inTop ? { startIn: folder.path } : {}),
        leavings: ['**/node_modules'],
      },
      ...(inTop ? { fromTop: true as const } : {}),
      ...(start === undefined ? {} : { start }),
      ...(hasServer(manifest) ? { port: { value: 3000 } } : {}),
    };
  },
};

interface Manager {
  readonly install: string;
  /** Takes out what only builds and tests need. */
  readonly prune: readonly string[];
  readonly run: (script: string, workspace: string | undefined, flags?: string) => string;
}

const isPlain = (path: string) => /^[\w@./-]+$/.test(path);

function managerOf(folder: SourceFolder): Manager {
  const inWorkspace = (workspace: string | undefined, flag: string) =>
    workspace !== undefined && isPlain(workspace) ? ` ${flag}${workspace}` : '';
  const behind = (flags: string | undefined, before = '') =>
    flags === undefined ? '' : ` ${before}${flags}`;
  if (folder.files.has('pnpm-lock.yaml'))
    return {
      install: 'npx --yes pnpm install --frozen-lockfile',
      prune: [],
      run: (script, workspace, flags) =>
        `npx --yes pnpm${inWorkspace(workspace, '--filter ./')} run ${script}${behind(flags)}`,
    };
  if (folder.files.has('yarn.lock'))
    return {
      install: folder.files.has('.yarnrc.yml')
        ? 'npx --yes corepack yarn install --immutable'
        : 'yarn install --frozen-lockfile',
      prune: [],
      run: (script, workspace, flags) =>
        `yarn${inWorkspace(workspace, '--cwd ')} run ${script}${behind(flags)}`,
    };
  const hasLock = folder.files.has('package-lock.json') || folder.files.has('npm-shrinkwrap.json');
  return {
    install: hasLock ? 'npm ci' : 'npm install',
    prune: ['npm prune --omit=dev'],
    run: (script, workspace, flags) =>
      `npm run ${script}${inWorkspace(workspace, '--workspace ')}${behind(flags, '-- ')}`,
  };
}

interface TestRun {
  readonly from: string;
  /** Folder of the package in which the tests run, where they are not started in it. */
  readonly folder: string | undefined;
  readonly run: (flags?: string) => string;
}

/** Runners that can write results, by the script that starts them and nothing else, and the flags for it. */
const runners: readonly {
  readonly script: RegExp;
  readonly flags: string;
  /** The package that it needs for it. */
  readonly needs?: string;
}[] = [
  {
    script: /^node(?= .*--test\b)( --[\w=:./-]+)+$/,
    flags:
      '--test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=junit.xml',
  },
  {
    script: /^vitest run( [\w=:./-]+)*$/,
    flags: '--reporter=default --reporter=junit --outputFile.junit=junit.xml',
  },
  {
    script: /^jest( [\w=:./-]+)*$/,
    flags: '--reporters=default --reporters=jest-junit',
    needs: 'jest-junit',
  },
];

function testOf(
  script: string | undefined,
  manifest: Readonly<Record<string, unknown>>,
  { from, folder, run }: TestRun,
): Pick<Program, 'test' | 'results'> {
  if (script === undefined || isPlaceholder(script)) return { test: [] };
  const runner = runners.find(
    ({ script: pattern, needs }) =>
      pattern.test(script) &&
      (needs === undefined || (isObject(manifest.devDependencies) && needs in manifest.devDependencies)),
  );
  if (runner === undefined) return { test: [{ value: run(), from }] };
  return {
    test: [{ value: run(runner.flags), from }],
    results: folder === undefined ? 'junit.xml' : `${folder}/junit.xml`,
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
function isPlaceholder(script: string): boolean {
  return script.includes('no test specified');
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

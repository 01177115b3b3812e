import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Script } from 'node:vm';
import type { CommandCode } from '../../compiler/cli/run-bin.ts';
import { type ChunkFile, chunkPath, loadChunks } from '../../compiler/cli/start/load-chunks.ts';
import {
  chunkScript,
  codeFolder,
  keptContent,
  keptFiles,
  keptPath,
  MAIN,
} from '../../compiler/cli/start/open-code.ts';
import { success } from '../../compiler/host/file-result.ts';
import { setFlags } from '../../compiler/host/v8-flags.ts';

/* `training-run.ts` starts this, which is the boundary: it gives what is said here. */
const [target = '', what = '', out = ''] = process.argv.slice(2);
const folder = codeFolder(target);
const scripts = new Map<string, Script>();

setFlags();
const chunks = loadChunks(folder, keptFiles[0], require, (file): ChunkFile => {
  const path = chunkPath(folder, file);
  if (what === 'list') return require(path);
  const script = chunkScript(path, readFileSync(path, 'latin1'));
  scripts.set(file, script);
  return script.runInThisContext();
});
const { main, createNodeHost } = chunks.load(MAIN) as unknown as CommandCode;
const host = createNodeHost(pathToFileURL(`${target}/`));
const silent = { ...host.stdout, write: () => undefined };
const quiet = Object.create(host, {
  stdout: { value: silent },
  stderr: { value: silent },
  // The build has no name yet, without which nothing is kept.
  readResource: { value: () => success('training') },
  // V8 notes its flags in what it makes: they stay as a start finds them.
  expectLittleWork: { value: undefined },
});

/** The project whose runs are those of most projects: it has most of what they have, and is named as fleets are. */
const EXAMPLE = 'sample-*';

async function run(...argv: readonly string[]): Promise<readonly string[]> {
  const before = new Set(chunks.loaded.keys());
  const code = await main(argv, quiet);
  if (code !== 0) throw new Error(`${argv.join(' ')}: exit code ${code}`);
  return [...chunks.loaded.keys()].filter((name) => !before.has(name));
}

async function work(): Promise<void> {
  const started = [...chunks.loaded.keys()];
  const checked = await run('check', EXAMPLE);
  const compiled = await run('compile', EXAMPLE, '--out', out);
  if (what === 'list') {
    process.stdout.write(JSON.stringify([[...started, ...checked], compiled]));
    return;
  }
  for (const file of keptFiles) {
    const data = scripts.get(file)?.createCachedData();
    if (data === undefined) throw new Error(`the file \`${file}\` was not loaded`);
    const path = keptPath(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, keptContent(readFileSync(chunkPath(folder, file)), data));
  }
}

void work();

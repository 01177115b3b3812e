import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApi } from '../jenkins-api/stubs/api-index.ts';
import { printStubs } from '../jenkins-api/stubs/print-stub.ts';
import { cacheFolder } from '../tools/cache-folder.ts';
import { groovyTool } from '../tools/groovy.ts';
import { javaTool } from '../tools/java.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

const here = dirname(fileURLToPath(import.meta.url));
const inputs = [join(here, 'java'), join(here, '..', 'jenkins-api')];

/** Where the compiled classes are. */
export interface CompiledJava {
  readonly groovyJar: string;
  /** Classes of `java/`. */
  readonly oracleClasses: string;
  /** Folder with `classes/` (the stubs of Jenkins) and `plugins.json` (class to plugin). */
  readonly stubs: string;
}

/** Compiles the runner and the stubs of Jenkins, once per content of their sources; throws what javac says. */
export async function compileJava(): Promise<CompiledJava> {
  const groovyJar = requireTool(groovyTool);
  const javac = requireTool(javaTool);
  const folder = join(cacheFolder('java'), digest([groovyJar, javac]));
  const result: CompiledJava = {
    groovyJar,
    oracleClasses: join(folder, 'oracle'),
    stubs: join(folder, 'stubs'),
  };
  if (existsSync(folder)) return result;
  const work = `${folder}.${process.pid}`;
  try {
    await compile(javac, [groovyJar], filesUnder(join(here, 'java')), join(work, 'oracle'));
    await compileStubs(javac, [groovyJar, join(work, 'oracle')], join(work, 'stubs'));
    renameSync(work, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return result;
}

async function compileStubs(javac: string, classpath: readonly string[], folder: string): Promise<void> {
  const api = readApi();
  const sources = [...printStubs(api)].map(([path, text]) => {
    const file = join(folder, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
  await compile(javac, classpath, sources, join(folder, 'classes'));
  writeFileSync(join(folder, 'plugins.json'), JSON.stringify(Object.fromEntries(api.plugins)));
}

async function compile(
  javac: string,
  classpath: readonly string[],
  sources: readonly string[],
  target: string,
): Promise<void> {
  mkdirSync(target, { recursive: true });
  const list = join(target, '..', 'sources.txt');
  writeFileSync(list, sources.map((source) => `"${source}"\n`).join(''));
  const options = ['-nowarn', '-proc:none', '-encoding', 'UTF-8', '-cp', classpath.join(':'), '-d', target];
  const { code, stderr } = await runCommand(javac, [...options, `@${list}`]);
  if (code !== 0) throw new Error(`javac failed:\n${stderr.slice(0, 4000)}`);
}

/** Returns a name for the content of all inputs. */
function digest(values: readonly string[]): string {
  const hash = createHash('sha256').update(values.join('\n'));
  for (const file of inputs.flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(java|json|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';
import { straceTool } from '../tools/strace.ts';

/** One successful call that has to do with files or programs. */
export interface Call {
  readonly kind: 'read' | 'change' | 'run';
  /** The path as it was given, from the root; of an opened file, where it really is. */
  readonly path: string;
  readonly text: string;
}

/** A traced run. */
export interface Trace {
  readonly code: number;
  readonly calls: readonly Call[];
}

/** Far more than a run takes: only what never ends takes longer. */
const SECONDS = '240';

/** Runs a program in a folder and returns what it, its threads and its children did with files. `folder` is for the trace. */
export async function traceRun(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<Trace> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  // A file for each thread, so that no call is cut in two; descriptors with their paths; long paths whole.
  const options = [
    '-ff',
    '-y',
    '-s',
    '4096',
    '-e',
    'trace=file,process',
    '-e',
    'signal=none',
    '-o',
    join(folder, 't'),
  ];
  const line = ['timeout', '--signal=KILL', SECONDS, process.execPath, ...argv];
  const { code } = await runCommand(requireTool(straceTool), [...options, ...line], { cwd, env });
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return { code, calls: texts.flatMap((text) => text.split('\n')).flatMap((each) => callsOf(each, cwd)) };
}

const CHANGES =
  /^(unlink|rename|mkdir|rmdir|symlink|link|chmod|fchmodat|chown|fchownat|lchown|truncate|mknod|creat|utimensat|utime)/;

function callsOf(line: string, cwd: string): readonly Call[] {
  const [, name = '', given = '', result = ''] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(line) ?? [];
  if (name === '' || result.startsWith('-1') || result.startsWith('?')) return [];
  const paths = [...given.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)].map(
    ([, at = cwd, path = '']) => (isAbsolute(path) ? path : join(at, path)),
  );
  // The text of a link is no path that is touched.
  const touched = name.startsWith('symlink') ? paths.slice(1) : paths;
  const [first = ''] = touched;
  if (/^execve/.test(name)) return [{ kind: 'run', path: first, text: line }];
  if (CHANGES.test(name)) return touched.map((path) => ({ kind: 'change', path, text: line }));
  if (!/^open/.test(name)) return [];
  const real = /<(.*)>$/.exec(result)?.[1] ?? first;
  const isChange = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE/.test(given);
  return [{ kind: isChange ? 'change' : 'read', path: real, text: line }];
}

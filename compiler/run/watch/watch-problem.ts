import type { FileFailure } from '../../host/file-result.ts';
import type { RunOptions } from '../run-options.ts';

/** Options that one of the commands has besides those of every run. */
export interface WatchOptions extends RunOptions {
  readonly fix?: true;
  readonly check?: true;
}

/** Returns why a command line cannot be watched, or undefined. */
export function watchProblem(names: readonly string[], options: WatchOptions): string | undefined {
  const others: readonly (readonly [string, boolean])[] = [
    ['-', names.includes('-')],
    ['--shard', options.shard !== undefined],
    ['--fix', options.fix === true],
    ['--check', options.check === true],
    ['--update-baseline', options.updateBaseline === true],
  ];
  const [other] = others.filter(([, isGiven]) => isGiven).map(([name]) => name);
  return other === undefined ? undefined : `\`--watch\` cannot be combined with \`${other}\``;
}

const help: Partial<Readonly<Record<FileFailure['kind'], string>>> = {
  'too-many-watches':
    'raise the limit (`sysctl fs.inotify.max_user_watches=524288`), name fewer projects, or set `CHOKIDAR_USEPOLLING=1`',
  'too-many-files':
    'raise the limits (`sysctl fs.inotify.max_user_instances=1024`, `ulimit -n 65536`), or set `CHOKIDAR_USEPOLLING=1`',
};

/** Returns the lines that say why a folder cannot be watched, and what to do. */
export function watchFailure(folder: string, { kind, reason }: FileFailure): string {
  const todo = help[kind] ?? 'set `CHOKIDAR_USEPOLLING=1`, which looks at the files again and again';
  return `error: cannot watch \`${folder}\`: ${reason}\nhelp: ${todo}\n`;
}

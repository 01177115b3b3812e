import type { Host } from '../../host/host.ts';
import { baseName, joinPath } from '../../host/path.ts';
import { analyse } from '../../pipeline.ts';
import { removeTree } from '../../plan/remove-tree.ts';
import { newProject } from '../../scaffold/new-project.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { slug } from '../../util/slug.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openProject } from '../read/open-project.ts';
import { readProject } from '../read/read-project.ts';

/** The options of `bitesize init`. */
export interface InitOptions {
  readonly name?: string;
  readonly git?: string;
  readonly branch: string;
  readonly runtime: string;
  readonly host?: string;
  readonly port: number;
  readonly from?: string;
}

/** Runs `bitesize init`: writes the specs of a new project, or adopts those of another folder or repository. */
export async function runInit(host: Host, folder: string, options: InitOptions): Promise<ExitCode> {
  const there = readProject(host.files, folder).names;
  if (there.length > 0)
    return failed(host, `\`${place(folder)}\` has specs already: ${there.join(', ')}`, exitCodes.usage);
  const sources =
    options.from === undefined ? created(host, folder, options) : adopted(host, folder, options.from);
  if (typeof sources === 'string') return failed(host, sources, exitCodes.usage);
  const made = host.files.makeFolder(place(folder));
  if (!made.ok)
    return failed(host, `cannot make \`${place(folder)}\`: ${made.failure.reason}`, exitCodes.failure);
  for (const { name, text } of sources) {
    const written = host.files.write(joinPath(folder, name), text, { exclusive: true });
    if (!written.ok)
      return failed(host, `cannot write \`${name}\`: ${written.failure.reason}`, exitCodes.failure);
    host.stdout.write(`wrote ${joinPath(folder, name)}\n`);
  }
  const written = await openProject(host, folder);
  const errors = [...written.diagnostics, ...analyse(written.sources).diagnostics].filter(
    ({ severity }) => severity === 'error',
  ).length;
  host.stdout.write(
    errors === 0
      ? `next: bitesize compile ${place(folder)} --out out\n`
      : `next: bitesize check ${place(folder)} --fix   (${errors} errors, some may mend themselves)\n`,
  );
  return exitCodes.fine;
}

function created(host: Host, folder: string, options: InitOptions): readonly SourceFile[] | string {
  const name = slug(options.name ?? baseName(folder === '' || folder === '.' ? host.cwd : folder));
  if (name === '') return 'name the project: `--name <name>`';
  return newProject({
    name,
    git: options.git ?? remoteOf(host, folder) ?? `git@git.example.com:${name}/${name}.git`,
    branch: options.branch,
    runtime: options.runtime,
    host: options.host ?? `${name}.example.com`,
    port: options.port,
  });
}

/** The remote of the repository that the folder is in, if there is one. */
function remoteOf(host: Host, folder: string): string | undefined {
  const remote = host.run('git', ['remote', 'get-url', 'origin'], folder);
  const url = remote.started && remote.code === 0 ? remote.stdout.trim() : '';
  return url === '' || /\/\/[^/@]*:[^/@]*@/.test(url) ? undefined : url;
}

/** Copies the specs of a folder, or of the root of a repository that git can clone. */
function adopted(host: Host, folder: string, from: string): readonly SourceFile[] | string {
  if (!/^(https?|ssh|git|file):\/\/|^[\w.-]+@[\w.-]+:/.test(from)) return specsIn(host, from);
  const clone = joinPath(folder, '.bitesize-init');
  const made = host.files.makeFolder(place(folder));
  if (!made.ok) return `cannot make \`${place(folder)}\`: ${made.failure.reason}`;
  const cloned = host.run('git', ['clone', '--quiet', '--depth=1', '--', from, '.bitesize-init'], folder);
  if (!cloned.started) return `cannot run git: ${cloned.reason}`;
  if (cloned.code !== 0)
    return `git cannot clone \`${from}\`: ${cloned.stderr.trim().split('\n').at(-1) ?? ''}`;
  const specs = specsIn(host, clone);
  removeTree(host.files, clone);
  return specs;
}

function specsIn(host: Host, folder: string): readonly SourceFile[] | string {
  const { sources } = readProject(host.files, folder);
  return sources.length > 0 ? sources : `there are no specs in \`${folder}\``;
}

function place(folder: string): string {
  return folder === '' ? '.' : folder;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}

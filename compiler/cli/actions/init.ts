import { makeConfinedFolder } from '../../host/confined-path.ts';
import { openGit } from '../../host/git.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, joinPath } from '../../host/path.ts';
import { createFile } from '../../host/replace-file.ts';
import { analyse } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import { readProject } from '../../read/read-project.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { newProject } from '../../scaffold/new-project.ts';
import { slug } from '../../util/slug.ts';
import { adoptProject, type NewFiles } from '../init/adopt-project.ts';

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
  const there = readProject(host, folder).names;
  if (there.length > 0)
    return failed(host, `\`${place(folder)}\` has specs already: ${there.join(', ')}`, exitCodes.usage);
  const files =
    options.from === undefined
      ? created(host, folder, options)
      : await adoptProject(host, folder, options.from);
  if (typeof files === 'string') return failed(host, files, exitCodes.usage);
  const made = makeConfinedFolder(host, place(folder));
  if (!made.ok)
    return failed(host, `cannot make \`${place(folder)}\`: ${made.failure.reason}`, exitCodes.failure);
  for (const [name, content] of files) {
    const path = joinPath(folder, name);
    const written = createFile(host, path, content);
    if (!written.ok)
      return failed(host, `cannot write \`${name}\`: ${written.failure.reason}`, exitCodes.failure);
    host.stdout.write(`wrote ${path}\n`);
  }
  host.stdout.write(await nextStep(host, folder));
  return exitCodes.fine;
}

async function nextStep(host: Host, folder: string): Promise<string> {
  const written = await openProject(host, folder);
  const found = [...written.diagnostics, ...analyse(written.sources).diagnostics];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return `next: bitesize compile ${place(folder)} --out out\n`;
  const check = `bitesize check ${place(folder)}`;
  if (errors.some(({ code }) => code === 'ts/forbidden-import' || code === 'ts/unknown-import'))
    return `next: ${check}   (the specs import files from outside their folder: copy these, or pass --root)\n`;
  return `next: ${check} --fix   (${count(errors.length, 'error')}, some may mend themselves)\n`;
}

function created(host: Host, folder: string, options: InitOptions): NewFiles | string {
  const given = options.name ?? baseName(absolutePath(host.cwd, folder));
  if (!/[a-z0-9]/i.test(given)) return `\`${given}\` makes no name for a project: pass \`--name <name>\``;
  const name = slug(given);
  const specs = newProject({
    name,
    git: options.git ?? remoteOf(host, folder) ?? `git@git.example.com:${name}/${name}.git`,
    branch: options.branch,
    runtime: options.runtime,
    host: options.host ?? `${name}.example.com`,
    port: options.port,
  });
  return new Map(specs.map((spec) => [spec.name, spec.text]));
}

/** The remote of the repository that the folder is in, if there is one. */
function remoteOf(host: Host, folder: string): string | undefined {
  const opened = openGit(host, folder);
  const remote = opened.ok ? opened.git.run(['remote', 'get-url', 'origin']) : undefined;
  const url = remote?.started && remote.code === 0 ? remote.stdout.trim() : '';
  return url === '' || /\/\/[^/@]*:[^/@]*@/.test(url) ? undefined : url;
}

function place(folder: string): string {
  return folder === '' ? '.' : folder;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}

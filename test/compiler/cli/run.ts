import { main } from '../../../compiler/cli/main.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../../compiler/host/memory-host.ts';

/** A command that ran in memory: its exit code, its streams without the time in the summary, and its host. */
export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  readonly host: MemoryHost;
}

/** Runs the command line in memory; files are named from the working folder `/project`, hosts are those of examples. */
export async function run(argv: readonly string[], options: MemoryHostOptions = {}): Promise<Ran> {
  const env = { BITESIZE_ALLOW_PLACEHOLDERS: '1', ...options.env };
  return runOn(createMemoryHost({ ...options, env }), argv);
}

/** Runs the command line on a host that may have run before. */
export async function runOn(host: MemoryHost, argv: readonly string[]): Promise<Ran> {
  const [before, beforeErrors] = [host.output().length, host.errors().length];
  const code = await main(argv, host);
  return { code, output: host.output().slice(before), errors: host.errors().slice(beforeErrors), host };
}

/** Returns the text of a file of the host; empty when there is none. */
export function textOf(host: MemoryHost, path: string): string {
  const read = host.files.read(path);
  return read.ok ? new TextDecoder().decode(read.value) : '';
}

/** A project that has no findings. */
export const fine: Readonly<Record<string, string>> = {
  'build.bitesize': `project: shop
components:
  - name: web
    repository:
      git: git@github.com:shop/web.git
      branch: master
    build:
      - shell: ./build.sh
    artifacts:
      - location: web.deb
`,
};

/** Returns a project without findings that has another name, and so takes nothing that the first one takes. */
export function called(name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fine).map(([file, text]) => [file, text.replace('project: shop', `project: ${name}`)]),
  );
}

/** Returns the same files below a folder. */
export function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

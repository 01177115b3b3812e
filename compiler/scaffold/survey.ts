import type { ConfinedFiles } from '../host/confined-files.ts';
import { slug } from '../util/slug.ts';
import { allDetectors } from './detectors/all-detectors.ts';
import type { Detector, Program } from './detectors/detector.ts';
import { type CiJob, isPortable, readCiJobs } from './hints/ci-jobs.ts';
import { type BuiltService, type ComposeFacts, readCompose, type Variable } from './hints/compose.ts';
import { type DockerfileFacts, readDockerfile } from './hints/dockerfile.ts';
import { type Found, openSourceFolder, type SourceFolder, type Unread } from './source-folder.ts';

/** A part of a repository that is built and run. */
export interface Part {
  /** What a file calls it, or the name of its folder; it may be any text. */
  readonly name: string;
  /** Path of its folder; empty for the folder that was looked at. */
  readonly path: string;
  /** Path of the folder that was looked at in its repository; empty for the top. */
  readonly within: string;
  readonly language: string;
  readonly agent: string;
  readonly program: Program;
  /** The file that it was found by. */
  readonly from: string;
  /** Variables that another file gives it, and that file. */
  readonly variables: Found<readonly Variable[]>;
}

/** What a repository is made of. */
export interface Survey {
  readonly parts: readonly Part[];
  readonly compose: ComposeFacts;
  /** What the Dockerfile of the folder itself says. */
  readonly docker: DockerfileFacts;
  readonly ciJobs: readonly CiJob[];
  readonly unread: readonly Unread[];
  /** Folders with something that no part was made of, since there are too many. */
  readonly leftOut: number;
  /** Whether git is told to leave out the output. */
  readonly ignoresOutput: boolean;
}

/** Folders below that are looked at; deeper ones are parts of programs. */
const MOST_DEPTH = 3;
const MOST_FOLDERS = 400;
const MOST_PARTS = 12;

/** Folders of dependencies, of output, and of what only tests and examples are made of. */
const SKIPPED =
  /^(\..*|node_modules|vendor|dist|build|target|out|bin|obj|venv|env|__pycache__|site-packages|tests?|spec|fixtures|examples?|docs?|testdata|coverage|tmp)$/;

/** Other names are odd in a script, and nobody builds anything there. */
const PLAIN = /^[\w@+][\w@.+-]*$/;

/**
 * Returns what the folder of `files` is made of; of a folder with nothing known in it, nothing. `within` is its path in its
 * repository.
 */
export function survey(files: ConfinedFiles, within: string): Survey {
  const unread: Unread[] = [];
  const top = openSourceFolder(files, '', unread);
  if (top === undefined || !within.split('/').every((name) => name === '' || PLAIN.test(name)))
    return {
      docker: {},
      parts: [],
      compose: NOTHING,
      ciJobs: [],
      unread,
      leftOut: 0,
      ignoresOutput: false,
    };
  const compose = readCompose(top);
  const ciJobs = readCiJobs(top, openSourceFolder(files, '.github/workflows', unread));
  const folders = foldersBelow(files, top, unread);
  const found = folders.flatMap((folder) => programIn(folder, top) ?? []);
  const kept = found.slice(0, MOST_PARTS);
  const parts = kept.map((each) => describe(each, within, compose, kept.length === 1 ? ciJobs : []));
  return {
    parts,
    compose,
    docker: readDockerfile(top),
    ciJobs,
    unread,
    leftOut: found.length - kept.length,
    ignoresOutput: /^\/?out\/?\s*$/m.test(top.text('.gitignore') ?? ''),
  };
}

const NOTHING: ComposeFacts = { built: [], thirdParties: [], others: [] };

/** The top first, then folder by folder; what is in a part is not looked at, but for the top. */
function foldersBelow(files: ConfinedFiles, top: SourceFolder, unread: Unread[]): readonly SourceFolder[] {
  const found: SourceFolder[] = [top];
  for (let next = 0; next < found.length && found.length < MOST_FOLDERS; next++) {
    const folder = found[next];
    if (folder === undefined) break;
    const depth = folder.path === '' ? 0 : folder.path.split('/').length;
    if (depth >= MOST_DEPTH || (depth > 0 && isKnown(folder))) continue;
    for (const name of folder.folders) {
      if (SKIPPED.test(name) || !PLAIN.test(name) || found.length >= MOST_FOLDERS) continue;
      const child = openSourceFolder(files, folder.at(name), unread);
      if (child !== undefined) found.push(child);
    }
  }
  return found;
}

function isKnown(folder: SourceFolder): boolean {
  return allDetectors.some(({ files }) => files.some((name) => folder.files.has(name)));
}

interface FoundProgram {
  readonly folder: SourceFolder;
  readonly detector: Detector;
  readonly program: Program;
  readonly from: string;
}

/** Of several languages in one folder, that whose program can be started. */
function programIn(folder: SourceFolder, top: SourceFolder): FoundProgram | undefined {
  const found = allDetectors.flatMap((detector) => {
    const file = detector.files.find((name) => folder.files.has(name));
    const program = file === undefined ? undefined : detector.look({ folder, top });
    return file === undefined || program === undefined
      ? []
      : [{ folder, detector, program, from: folder.at(file) }];
  });
  return found.find(({ program }) => program.start !== undefined) ?? found[0];
}

/** What other files say takes the place of what the language's own files let one guess. */
function describe(
  { folder, detector, program, from }: FoundProgram,
  within: string,
  compose: ComposeFacts,
  jobs: readonly CiJob[],
): Part {
  const docker = readDockerfile(folder);
  const service: BuiltService | undefined = compose.built.find((each) => each.folder === folder.path);
  const port = service?.port ?? docker.port ?? program.port;
  const start = program.start ?? docker.command;
  const test = program.test.length > 0 ? program.test : portableTests(jobs);
  const own = folder.path.split('/').at(-1);
  return {
    name: service?.name ?? program.name ?? own ?? '',
    path: folder.path,
    within,
    language: detector.language,
    agent: detector.agent,
    from,
    program: {
      ...program,
      test,
      ...imagesOf(program, docker.base),
      ...(port === undefined ? {} : { port }),
      ...(start === undefined ? {} : { start }),
    },
    variables: { value: service?.variables ?? [], ...(service === undefined ? {} : { from: service.from }) },
  };
}

function portableTests(jobs: readonly CiJob[]): readonly Found<string>[] {
  const job = jobs.find(({ commands }) => commands.every(isPortable));
  return (job?.commands ?? []).map((value) => ({ value, from: job?.from ?? '' }));
}

/**
 * Returns the images of a program. A Dockerfile that starts from one of the same name, such as `node:18-alpine`, tells the
 * version where nothing else does; Alpine has no Debian packages, so the image stays that of Debian.
 */
function imagesOf(
  { runtime, tools }: Program,
  base: Found<string> | undefined,
): Pick<Program, 'runtime' | 'tools'> {
  const own = /^([\w-]+):(\d+(?:\.\d+)?)(.*)$/.exec(runtime.value);
  const theirs = /^(?:docker\.io\/)?(?:library\/)?([\w-]+):(\d+(?:\.\d+)?)/.exec(base?.value ?? '');
  if (own === null || theirs === null || own[1] !== theirs[1] || isPinned(runtime)) return { runtime, tools };
  const [, name = '', assumed = '', rest = ''] = own;
  const [, , version = ''] = theirs;
  return {
    runtime: { value: `${name}:${version}${rest}`, ...(base?.from === undefined ? {} : { from: base.from }) },
    tools: tools.replace(assumed, version),
  };
}

/** A Dockerfile says more than a range does; what the files of the language pin stands above it. */
function isPinned({ from, isLeast }: Program['runtime']): boolean {
  return from !== undefined && isLeast !== true;
}

/** Returns a name as a package, a service and an image may have it; empty when nothing is left of it. */
export function partName(name: string): string {
  if (!/[a-z0-9]/i.test(name)) return '';
  const short = slug(name).slice(0, 40).replace(/-+$/, '');
  const start = /^[a-z]/.test(short) ? short : `app-${short}`;
  return start.length < 2 ? `${start}-app` : start;
}

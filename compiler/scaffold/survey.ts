import type { ConfinedFiles } from '../host/confined-files.ts';
import { slug } from '../util/slug.ts';
import { allDetectors } from './detectors/all-detectors.ts';
import type { Detector, LanguageImage, Program } from './detectors/detector.ts';
import { type CiJob, isPortable, readCiJobs } from './hints/ci-jobs.ts';
import { type BuiltService, type ComposeFacts, readCompose, type Variable } from './hints/compose.ts';
import { type DockerfileFacts, dockerfileIn, readDockerfile } from './hints/dockerfile.ts';
import { type Found, openSourceFolder, type SourceFolder, type Unread } from './source-folder.ts';

/** A part of a repository that is tested, and built into images. */
export interface Part {
  /** What a file calls it, or the name of its folder; it may be any text. */
  readonly name: string;
  /** Path of its folder; empty for the folder that was looked at. */
  readonly path: string;
  /** The file that it was found by. */
  readonly from: string;
  /** What is known of its program; absent where nothing but a Dockerfile is. */
  readonly code?: { readonly language: string; readonly program: Program };
  /** One or more. */
  readonly images: readonly PartImage[];
}

/** An image of a part. */
export interface PartImage {
  /** Path of the folder that it is built from. */
  readonly context: string;
  /** Path of its Dockerfile; absent where there is none yet. */
  readonly dockerfile?: string;
  /** What runs it: the first one as it is, others with commands of their own. */
  readonly services: readonly [PartService, ...PartService[]];
}

/** What runs an image. */
export interface PartService {
  readonly name: string;
  readonly port?: Found<number>;
  readonly command?: readonly string[];
  /** Variables that a file gives it, and that file. */
  readonly variables: Found<readonly Variable[]>;
}

/** What a repository is made of. */
export interface Survey {
  readonly parts: readonly Part[];
  /** Path of the folder that was looked at in its repository; empty for the top. */
  readonly within: string;
  readonly compose: ComposeFacts;
  readonly ciJobs: readonly CiJob[];
  readonly unread: readonly Unread[];
  /** Folders with something that no part was made of, since there are too many. */
  readonly leftOut: number;
  /** Whether git is told to leave out the output. */
  readonly ignoresOutput: boolean;
  /** Folders whose Docker builds are told what to leave out. */
  readonly ignoring: ReadonlySet<string>;
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
      parts: [],
      within: '',
      compose: NOTHING,
      ciJobs: [],
      unread,
      leftOut: 0,
      ignoresOutput: false,
      ignoring: new Set(),
    };
  const compose = readCompose(top);
  const ciJobs = readCiJobs(top, openSourceFolder(files, '.github/workflows', unread));
  const folders = foldersBelow(files, top, unread);
  const places = placesIn(folders, top, compose.built);
  const kept = places.slice(0, MOST_PARTS);
  return {
    parts: kept.map((place) => describe(place, top, kept.length === 1 ? ciJobs : [])),
    within,
    compose,
    ciJobs,
    unread,
    leftOut: places.length - kept.length,
    ignoresOutput: /^\/?out\/?\s*$/m.test(top.text('.gitignore') ?? ''),
    ignoring: new Set(
      folders.filter((folder) => folder.files.has('.dockerignore')).map((folder) => folder.path),
    ),
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
  return (
    dockerfileIn(folder) !== undefined ||
    allDetectors.some(({ files }) => files.some((name) => folder.files.has(name)))
  );
}

/** A folder with a part in it. */
interface PartPlace {
  readonly folder: SourceFolder;
  readonly found: FoundProgram | undefined;
  /** What Docker Compose builds of it. */
  readonly built: readonly BuiltService[];
}

/**
 * Returns the folders with a program or with a Dockerfile, each with what is built of it. A Dockerfile belongs to the
 * program beside it; one apart from any, to that of the folder which it copies from.
 */
function placesIn(
  folders: readonly SourceFolder[],
  top: SourceFolder,
  built: readonly BuiltService[],
): readonly PartPlace[] {
  const programs = new Map(
    folders.flatMap((folder) => {
      const found = programIn(folder, top);
      return found === undefined ? [] : [[folder.path, found] as const];
    }),
  );
  const owners = built.map((service) => {
    const beside = folderOf(service.dockerfile);
    return programs.has(beside) || !programs.has(service.context) ? beside : service.context;
  });
  const used = new Set(built.map(({ dockerfile }) => folderOf(dockerfile)));
  return folders.flatMap((folder) => {
    const own = built.filter((_, index) => owners[index] === folder.path);
    const found = programs.get(folder.path);
    const hasImage = dockerfileIn(folder) !== undefined && !used.has(folder.path);
    return found !== undefined || own.length > 0 || hasImage ? [{ folder, found, built: own }] : [];
  });
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
function describe({ folder, found, built }: PartPlace, top: SourceFolder, jobs: readonly CiJob[]): Part {
  const docker = dockerfileOf(folder);
  const own = folder.path.split('/').at(-1) ?? '';
  const name = built[0]?.name ?? found?.program.name ?? own;
  const images = imagesOf(name, folder, built, docker, found?.program, top);
  const [first] = images;
  const from = found?.from ?? first?.dockerfile ?? folder.path;
  if (found === undefined) return { name, path: folder.path, from, images };
  const { detector, program } = found;
  const test = program.test.length > 0 ? program.test : portableTests(jobs);
  const bases = [docker, ...built.map((service) => factsOf(service, top))].flatMap(
    (facts) => facts?.bases ?? [],
  );
  return {
    name,
    path: folder.path,
    from,
    code: {
      language: detector.language,
      program: { ...program, test, image: imageWith(program.image, bases, first?.dockerfile) },
    },
    images,
  };
}

function dockerfileOf(folder: SourceFolder): DockerfileFacts | undefined {
  const name = dockerfileIn(folder);
  return name === undefined ? undefined : readDockerfile(folder, name);
}

function factsOf({ dockerfile }: BuiltService, top: SourceFolder): DockerfileFacts | undefined {
  const path = folderOf(dockerfile);
  const folder = path === '' ? top : top.below(path);
  return folder && readDockerfile(folder, dockerfile.split('/').at(-1) ?? '');
}

/** The images that Docker Compose builds, else that of the Dockerfile in the folder, else one that is to be written. */
function imagesOf(
  name: string,
  folder: SourceFolder,
  built: readonly BuiltService[],
  docker: DockerfileFacts | undefined,
  program: Program | undefined,
  top: SourceFolder,
): readonly PartImage[] {
  if (built.length === 0) {
    const port = docker?.port ?? program?.port;
    const service = { name, ...(port === undefined ? {} : { port }), variables: { value: [] } };
    const context =
      docker === undefined ? (program?.fromTop === true ? '' : folder.path) : contextOf(docker, folder, top);
    return [{ context, ...(docker === undefined ? {} : { dockerfile: docker.path }), services: [service] }];
  }
  const groups = new Map<string, readonly BuiltService[]>();
  for (const service of built) {
    const key = `${service.context}\n${service.dockerfile}`;
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return [...groups.values()].flatMap((group): readonly PartImage[] => {
    // The one that runs what the image runs comes first.
    const [main, ...others] = [...group].sort((a, b) => Number(!!a.command) - Number(!!b.command));
    if (main === undefined) return [];
    const facts = factsOf(main, top);
    const port = main.port ?? facts?.port ?? program?.port;
    const variables = (service: BuiltService) => ({ value: service.variables, from: service.from });
    return [
      {
        context: main.context,
        ...(facts === undefined ? {} : { dockerfile: facts.path }),
        services: [
          {
            name: main.name,
            ...(port === undefined ? {} : { port }),
            variables: variables(main),
          },
          ...others.map((service) => ({
            name: service.name,
            ...(service.port === undefined ? {} : { port: service.port }),
            ...(service.command === undefined ? {} : { command: service.command }),
            variables: variables(service),
          })),
        ],
      },
    ];
  });
}

/** A Dockerfile that copies what its own folder has not and the top has is built from the top. */
function contextOf({ sources }: DockerfileFacts, folder: SourceFolder, top: SourceFolder): string {
  const has = (place: SourceFolder, source: string) => {
    const [name = ''] = source.replace(/^\.?\/+/, '').split('/');
    return name === '' || /[*?[$]/.test(name) || place.files.has(name) || place.folders.has(name);
  };
  return sources.some((source) => !has(folder, source) && has(top, source)) ? '' : folder.path;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function portableTests(jobs: readonly CiJob[]): readonly Found<string>[] {
  const job = jobs.find(({ commands }) => commands.every(isPortable));
  return (job?.commands ?? []).map((value) => ({ value, from: job?.from ?? '' }));
}

/** Returns the image of a language in the version of the Dockerfile, where the files of the language pin none. */
function imageWith(image: LanguageImage, bases: readonly string[], from: string | undefined): LanguageImage {
  const { version } = image;
  if (version.from !== undefined && version.isLeast !== true) return image;
  for (const base of bases) {
    const [, name, found] = /^(?:docker\.io\/)?(?:library\/)?([\w-]+):(\d+(?:\.\d+)?)/.exec(base) ?? [];
    if (name === image.name && found !== undefined)
      return { ...image, version: { value: found, ...(from === undefined ? {} : { from }) } };
  }
  return image;
}

/** Returns a name as a package, a service and an image may have it; empty when nothing is left of it. */
export function partName(name: string): string {
  if (!/[a-z0-9]/i.test(name)) return '';
  const short = slug(name).slice(0, 40).replace(/-+$/, '');
  const start = /^[a-z]/.test(short) ? short : `app-${short}`;
  return start.length < 2 ? `${start}-app` : start;
}

import type { SharedController } from '../../schema/generated/located.ts';
import type { ServedSources } from '../compile-controller.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../host/file-system.ts';
import { joinPath } from '../host/path.ts';
import type { RepositoryTrees } from '../lower/lowered.ts';
import { allSpecFileNames, fleetSpecNames, isCode, specFileNames, specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/span.ts';
import { isMisnamedSpec, misnamedSpecs } from './misnamed-specs.ts';
import { projectReader, type ReadingHost } from './project-reader.ts';
import { namedTexts, readNamedFiles } from './read-named-files.ts';
import { decodeSpec, readSpec } from './read-spec.ts';

/** The specs of one project folder, or of the root of a fleet. Source names are those of the files alone: output must not name the machine. */
export interface ProjectFiles {
  /** The folder as the user named it; empty for the working folder. */
  readonly folder: string;
  /** Every spec that is there, readable or not. */
  readonly names: readonly string[];
  readonly sources: readonly SourceFile[];
  /** Texts that the specs name, such as the files of gists, by path. One that is not UTF-8 is left out. */
  readonly files: ReadonlyMap<string, string>;
  /** What the repositories of components hold, as far as it is there to look; undefined where no component needs to know. */
  readonly trees?: RepositoryTrees | undefined;
  /** The bytes of the sources and of these files, by name. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** What is wrong with the files themselves; a file that is named here is not among the sources. */
  readonly diagnostics: readonly Diagnostic[];
  /** What it is for, where it is a part of a fleet: projects of one controller. */
  readonly served?: Served;
}

/** Projects that a shared controller serves, as they were read. */
export interface Served {
  readonly controller: SharedController;
  readonly projects: readonly ServedSources[];
  /** The paths of all projects of the controller, those that could not be read among them. */
  readonly paths: readonly string[];
  /** The paths of those that are looked at, where the others only matter to what they have in common. */
  readonly named?: ReadonlySet<string>;
  /** The file of the fleet. */
  readonly fleetFile: SourceFile;
}

/** Returns the specs of all projects of a controller, and the file of the fleet. */
export function servedSources({ projects, fleetFile }: Served): readonly SourceFile[] {
  return [...projects.flatMap(({ sources }) => sources), fleetFile];
}

/** Text that takes the place of a file, such as what an editor has not saved yet. */
export interface ReplacedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Returns what takes the place of a source that was read: the very one of an earlier reading where the text is the same,
 * so that nothing of it is found out again; or the source itself.
 */
export type KnownSources = (source: SourceFile) => SourceFile;

/** Returns the specs of a project folder, read as strict UTF-8 and in the order of `allSpecFileNames`. */
export function readProject(
  host: ReadingHost,
  folder: string,
  replaced?: ReplacedFile,
  known?: KnownSources,
): ProjectFiles {
  return readSpecs(host, folder, allSpecFileNames, replaced, known);
}

/** Returns the controllers.bitesize of the root of a fleet. */
export function readFleetSpec(host: ReadingHost, root: string, replaced?: ReplacedFile): ProjectFiles {
  return readSpecs(host, root, fleetSpecNames, replaced);
}

function readSpecs(
  host: ReadingHost,
  folder: string,
  specNames: readonly string[],
  replaced?: ReplacedFile,
  known: KnownSources = (source) => source,
): ProjectFiles {
  const { files } = host;
  const listed = files.list(folder === '' ? '.' : folder);
  if (!listed.ok && replaced === undefined) {
    const { kind, reason } = listed.failure;
    const finding =
      kind === 'not-found'
        ? diagnose('file/not-found', { path: folder }, undefined)
        : diagnose('file/unreadable', { path: folder, reason }, undefined);
    return { folder, names: [], sources: [], files: new Map(), contents: new Map(), diagnostics: [finding] };
  }
  const present = new Map(listed.ok ? listed.value.map(({ name, kind }) => [name, kind]) : []);
  if (replaced !== undefined) present.set(replaced.name, 'file');
  const names = specNames.filter((name) => present.has(name));
  const reader = projectReader(host, folder);
  const read = names.map((name) =>
    name === replaced?.name
      ? decodeSpec(name, replaced.bytes)
      : readSpec(files, reader, { name, path: joinPath(folder, name), kind: present.get(name) ?? 'file' }),
  );
  const sources = read.flatMap(({ file }) => (file === undefined ? [] : known(file)));
  const diagnostics = read.flatMap((spec) => spec.diagnostics);
  const isProject = specNames === allSpecFileNames;
  const misnamed = misnamedSpecs(listed.ok && isProject ? listed.value : []);
  diagnostics.push(...misnamed);
  if (names.length === 0 && misnamed.length === 0 && isProject) diagnostics.push(noSpecs(files, folder));
  diagnostics.push(...sources.flatMap((second, index) => sameSpec(sources.slice(0, index), second)));
  const specs = read.flatMap(({ file, bytes }) => (file && bytes ? [[file.name, bytes] as const] : []));
  const named = readNamedFiles(reader, sources);
  diagnostics.push(...named.diagnostics);
  return {
    folder,
    names,
    sources,
    files: namedTexts(named.contents),
    contents: new Map([...specs, ...named.contents]),
    diagnostics,
  };
}

/** Returns whether a folder holds at least one spec, or a file that seems to be one. */
export function holdsSpecs(files: FileSystem, folder: string): boolean {
  const listed = files.list(folder === '' ? '.' : folder);
  return (
    listed.ok && listed.value.some((entry) => allSpecFileNames.includes(entry.name) || isMisnamedSpec(entry))
  );
}

function noSpecs(files: FileSystem, folder: string): Diagnostic {
  const below = foldersWithSpecs(files, folder);
  const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
  return diagnose('file/no-specs', { folder: folder === '' ? '.' : folder }, undefined, {
    help:
      below.length === 0
        ? `a project folder holds some of ${quoted(specFileNames)}`
        : `specs are in ${quoted(below)}: name the folder, or use a glob`,
  });
}

/** Returns the first few folders one level down that hold specs, for the hint only. */
function foldersWithSpecs(files: FileSystem, folder: string): readonly string[] {
  const listed = files.list(folder === '' ? '.' : folder);
  if (!listed.ok) return [];
  return listed.value
    .filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'))
    .slice(0, 200)
    .map(({ name }) => joinPath(folder, name))
    .filter((path) => holdsSpecs(files, path))
    .slice(0, 3);
}

/** Two files of one kind, where one would be read and the other would seem to count. */
function sameSpec(before: readonly SourceFile[], second: SourceFile): readonly Diagnostic[] {
  const first = before.find(({ name }) => specKindOf(name) === specKindOf(second.name));
  if (first === undefined) return [];
  const code = isCode(first) || isCode(second) ? 'ts/two-specs' : 'file/two-application-specs';
  const names = { first: first.name, second: second.name };
  return [
    diagnose(
      code,
      names,
      { file: second, start: 0, end: 0 },
      { help: 'keep one of them and move the entries of the other into it' },
    ),
  ];
}

import { compareText } from '../../util/compare-text.ts';
import { type FileResult, failed, success } from '../file-result.ts';
import type { FileSystem, FolderEntry } from '../file-system.ts';
import { FileWindow } from './file-window.ts';
import { readTar, type TarEntry, type TarRange } from './read-tar.ts';

/** Where the files of one folder at the top of an archive stand; of all files where its name is empty. */
export interface ArchiveSection extends TarRange {
  readonly name: string;
}

/** The files of an archive, or of a section of one, by their paths. */
interface Contents {
  readonly files: ReadonlyMap<string, TarEntry>;
  readonly folders: ReadonlyMap<string, readonly FolderEntry[]>;
}

/** What stands at a path in an archive. */
export type ArchiveNode = { readonly kind: 'file'; readonly entry: TarEntry } | { readonly kind: 'folder' };

/**
 * What is in an archive. Where it is known what its sections are, only those are looked at that somebody asks about; else all of
 * it, at the first question.
 */
export class ArchiveIndex {
  readonly window: FileWindow;
  private readonly files: FileSystem;
  private readonly path: string;
  private readonly sections: ReadonlyMap<string, ArchiveSection> | undefined;
  private readonly read = new Map<string, FileResult<Contents>>();

  /** `sections` are those of the archive where they are known. */
  constructor(files: FileSystem, path: string, sections?: readonly ArchiveSection[]) {
    this.files = files;
    this.path = path;
    this.window = new FileWindow(files, path);
    this.sections = sections && new Map(sections.map((section) => [section.name, section]));
  }

  /** Returns what stands at a path below the archive; empty is the archive itself. */
  at(path: string): FileResult<ArchiveNode> {
    if (path === '' && this.isInSections) return success({ kind: 'folder' });
    const contents = this.contentsFor(path);
    if (!contents.ok) return contents;
    const entry = contents.value.files.get(path);
    if (entry !== undefined) return success({ kind: 'file', entry });
    return contents.value.folders.has(path) ? success({ kind: 'folder' }) : failed('not-found');
  }

  /** Returns what is in a folder, sorted by name. */
  list(path: string): FileResult<readonly FolderEntry[]> {
    if (path === '' && this.isInSections) return this.listTop();
    const contents = this.contentsFor(path);
    if (!contents.ok) return contents;
    const entries = contents.value.folders.get(path);
    if (entries !== undefined) return success(entries);
    return failed(contents.value.files.has(path) ? 'not-a-folder' : 'not-found');
  }

  /** Returns the files below a folder, in the order of their paths. */
  below(folder: string): FileResult<readonly TarEntry[]> {
    const contents = this.contentsFor(folder);
    if (!contents.ok) return contents;
    const inside = [...contents.value.files.values()].filter(
      ({ path }) => folder === '' || path.startsWith(`${folder}/`),
    );
    return success(inside.sort((a, b) => compareText(a.path, b.path)));
  }

  /** Whether sections are known, and are not one for all. */
  private get isInSections(): boolean {
    return this.sections !== undefined && !this.sections.has('');
  }

  private listTop(): FileResult<readonly FolderEntry[]> {
    const entries: FolderEntry[] = [];
    for (const name of this.sections?.keys() ?? []) {
      const node = this.at(name);
      if (!node.ok) return node;
      entries.push({ name, kind: node.value.kind });
    }
    return success(sorted(entries));
  }

  private contentsFor(path: string): FileResult<Contents> {
    const [top = ''] = path.split('/');
    const name = this.isInSections ? top : '';
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const contents = this.readSection(name);
    this.read.set(name, contents);
    return contents;
  }

  private readSection(name: string): FileResult<Contents> {
    const section = this.sections?.get(name);
    if (this.sections !== undefined && section === undefined) return success(nothing);
    const range = section === undefined ? this.whole() : success(section);
    const entries = range.ok ? readTar(this.window, range.value, section !== undefined) : range;
    return entries.ok ? contentsOf(entries.value) : entries;
  }

  private whole(): FileResult<TarRange> {
    const status = this.files.status(this.path);
    if (!status.ok) return status;
    return status.value.kind === 'file'
      ? success({ start: 0, end: status.value.size })
      : failed('not-regular');
  }
}

/** More folders than any fleet gives: one path names up to some thousand, and each takes memory. */
const MOST_FOLDERS = 1_000_000;

const nothing: Contents = { files: new Map(), folders: new Map() };

/** Builds the tree. Who reads an archive must not depend on which of two files that it names alike comes first. */
function contentsOf(entries: readonly TarEntry[]): FileResult<Contents> {
  const files = new Map<string, TarEntry>();
  const folders = new Map<string, FolderEntry[]>([['', []]]);
  for (const entry of entries) {
    if (files.has(entry.path)) return failed('other', `\`${entry.path}\` is twice in the archive`);
    files.set(entry.path, entry);
    add(folders, entry.path, 'file');
    if (folders.size > MOST_FOLDERS)
      return failed('other', `the archive has more than ${MOST_FOLDERS} folders`);
  }
  for (const folder of folders.keys())
    if (files.has(folder))
      return failed('other', `\`${folder}\` in the archive is a file and a folder at once`);
  return success({ files, folders: new Map([...folders].map(([path, inside]) => [path, sorted(inside)])) });
}

/** Adds an entry to its folder, and that to the one above it, up to one that is there. */
function add(folders: Map<string, FolderEntry[]>, path: string, kind: FolderEntry['kind']): void {
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, cut));
  const entry = { name: path.slice(cut + 1), kind };
  const inside = folders.get(folder);
  if (inside !== undefined) {
    inside.push(entry);
    return;
  }
  folders.set(folder, [entry]);
  add(folders, folder, 'folder');
}

function sorted(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  return entries.toSorted((a, b) => compareText(a.name, b.name));
}

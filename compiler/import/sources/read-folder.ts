import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Confined, type ConfinedFiles, openConfined } from '../../host/confined-files.ts';
import type { FolderEntry } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { baseName, joinPath } from '../../host/path.ts';
import { MAX_FILE_BYTES } from '../../source/limits.ts';
import type { ConfigSource, ConfigSources } from './config-source.ts';
import { decodeXml } from './decode-xml.ts';

/** Jenkins has a few folders in each other; what is deeper is no folder of jobs. */
const MOST_FOLDERS = 50;

/** Folders of a job that hold no jobs: what Jenkins keeps of its builds, and jobs that it makes by itself. */
const NO_JOBS: ReadonlySet<string> = new Set([
  'builds',
  'branches',
  'configurations',
  'indexing',
  'lastStable',
  'lastSuccessful',
  'modules',
  'promotions',
  'workspace',
  'workspace@tmp',
]);

/**
 * Returns the configurations in a folder: a home of Jenkins or a copy of one, its folder `jobs`, or what Job Builder wrote
 * (`NAME/config.xml`, or a file for each job). The jobs that a multibranch project or an organization makes by itself are
 * left out. Links that lead out of the folder are not followed.
 */
export function readFolder(host: Pick<Host, 'cwd' | 'files'>, folder: string): ConfigSources {
  return (report) => new FolderReader(host, folder, report).read();
}

class FolderReader {
  private readonly folder: string;
  private readonly files: ConfinedFiles;
  private readonly report: (diagnostic: Diagnostic) => void;
  /** Folders without links: one that a link leads to a second time would never end. */
  private readonly seen = new Set<string>();

  constructor(
    { cwd, files }: Pick<Host, 'cwd' | 'files'>,
    folder: string,
    report: (diagnostic: Diagnostic) => void,
  ) {
    this.folder = folder;
    this.files = openConfined(files, { cwd, folder });
    this.report = report;
  }

  async *read(): AsyncGenerator<ConfigSource> {
    const entries = this.list('');
    const names = new Set(entries.map(({ name }) => name));
    // A configuration that lies there alone is that of a job; one with jobs beside it is Jenkins' own or a folder's.
    if (names.has('config.xml'))
      yield* this.file('config.xml', names.has('jobs') ? '' : baseName(this.folder), '');
    if (names.has('jobs')) {
      yield* this.jobs('jobs', '', 0);
      if (names.has('views')) yield* this.jobs('views', '', 0);
      return;
    }
    yield* this.entries(
      entries.filter(({ name }) => name !== 'config.xml'),
      '',
      '',
      0,
    );
  }

  private async *jobs(path: string, folder: string, depth: number): AsyncGenerator<ConfigSource> {
    yield* this.entries(this.list(path), path, folder, depth);
  }

  /** `folder` is the full name of the folder of Jenkins that the entries are in, `path` where they lie. */
  private async *entries(
    entries: readonly FolderEntry[],
    path: string,
    folder: string,
    depth: number,
  ): AsyncGenerator<ConfigSource> {
    for (const entry of entries) {
      const inner = joinPath(path, entry.name);
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = this.kindOf(entry, inner);
      if (kind === 'file') yield* this.file(inner, name.replace(/\.xml$/, ''), '<');
      else if (kind === 'folder') yield* this.job(inner, name, depth + 1);
    }
  }

  /** A folder is a job, a folder of Jenkins, or part of the name of what lies in it. */
  private async *job(path: string, name: string, depth: number): AsyncGenerator<ConfigSource> {
    if (depth > MOST_FOLDERS) {
      const reason = `it lies in more than ${MOST_FOLDERS} folders`;
      this.report(diagnose('import/unreadable', { path: this.place(path), reason }, undefined));
      return;
    }
    const entries = this.list(path);
    const names = new Set(entries.map((entry) => entry.name));
    let root = '';
    if (names.has('config.xml')) {
      for await (const found of this.file(`${path}/config.xml`, name, '')) {
        root = rootOf(found.xml);
        yield found;
      }
      if (!/folder\.Folder$/.test(root)) return;
    }
    if (names.has('jobs')) yield* this.jobs(`${path}/jobs`, name, depth);
    else
      yield* this.entries(
        entries.filter((entry) => entry.name !== 'config.xml' && !NO_JOBS.has(entry.name)),
        path,
        name,
        depth,
      );
  }

  /** Returns a configuration; nothing where the file does not begin as it has to. */
  private async *file(path: string, name: string, start: string): AsyncGenerator<ConfigSource> {
    const place = this.place(path);
    const read = this.files.read(path, MAX_FILE_BYTES);
    if (read.kind !== 'found') return this.fail(path, read);
    const decoded = decodeXml(read.value.bytes);
    if ('problem' in decoded) {
      if (start === '')
        this.report(
          diagnose('import/unreadable', { path: place, reason: decoded.problem }, undefined, {
            help: 'save it as UTF-8',
          }),
        );
      return;
    }
    if (!decoded.text.trimStart().startsWith(start)) return;
    yield { name, xml: decoded.text, place };
  }

  private kindOf({ name, kind }: FolderEntry, path: string): 'file' | 'folder' | undefined {
    if (name.startsWith('.')) return undefined;
    if (kind === 'file' || kind === 'folder') return kind;
    if (kind === 'other') return undefined;
    const found = this.files.find(path);
    if (found.kind !== 'found') {
      this.fail(path, found);
      return undefined;
    }
    const { kind: target } = found.value.status;
    return target === 'file' || target === 'folder' ? target : undefined;
  }

  private list(path: string): readonly FolderEntry[] {
    const found = this.files.find(path);
    const real = found.kind === 'found' ? found.value.path : path;
    if (this.seen.has(real)) return [];
    this.seen.add(real);
    const listed = this.files.list(path);
    if (listed.kind === 'found') return listed.value;
    this.fail(path, listed);
    return [];
  }

  private fail(path: string, failure: Exclude<Confined<unknown>, { readonly kind: 'found' }>): void {
    const place = this.place(path);
    if (failure.kind === 'outside')
      this.report(
        diagnose('import/link', { path: place }, undefined, {
          help: `copy what it leads to, should it be wanted`,
        }),
      );
    else if (failure.kind === 'unreadable')
      this.report(diagnose('import/unreadable', { path: place, reason: failure.reason }, undefined));
  }

  private place(path: string): string {
    return path === '' ? this.folder : joinPath(this.folder, path);
  }
}

/** Returns the name of the first element of a document, as far as that is plain to see. */
function rootOf(xml: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml[at] ?? '')) at++;
    const end = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : undefined;
    if (end === undefined) return /^<([A-Za-z][\w.-]*)/.exec(xml.slice(at, at + LONGEST_NAME))?.[1] ?? '';
    const found = xml.indexOf(end, at);
    if (found === -1) return '';
    at = found + end.length;
  }
}

/** No class of Jenkins has a longer name. */
const LONGEST_NAME = 300;

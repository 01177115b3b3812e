import { diagnose } from '../../diagnostics/diagnose.ts';
import type { FileResult } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import { applyFixes, type FixedFile } from './apply-fixes.ts';
import type { FixChoice } from './project-task.ts';

/** What can be fixed: something that is read, looked at, and read again once its files were changed. */
export interface Fixable<T> {
  readonly filesOf: (state: T) => ProjectFiles;
  readonly look: (state: T) => readonly Finding[];
  readonly again: (state: T) => Promise<T>;
}

/** What was read, after its fixes were written. */
export interface Fixed<T> {
  readonly state: T;
  /** Lines for people: what was fixed. */
  readonly notes: readonly string[];
  /** About a file that could not be written. */
  readonly unwritten: readonly Finding[];
}

/** One fix may make room for another, but not without end. */
const MOST_ROUNDS = 10;

const BYTE_ORDER_MARK = '\ufeff';

/** Applies the chosen fixes to files until there is none left; everything else in a file stays as it is. `name` is theirs in notes. */
export async function fixFiles<T>(
  host: Host,
  first: T,
  { filesOf, look, again }: Fixable<T>,
  { name, choice }: { readonly name: string; readonly choice: FixChoice },
): Promise<Fixed<T>> {
  let state = first;
  let fixed = 0;
  const ended = (unwritten: readonly Finding[]): Fixed<T> => ({
    state,
    notes: fixed > 0 ? [`${name}: fixed ${count(fixed, 'finding')}`] : [],
    unwritten,
  });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = look(state).flatMap(({ diagnostic, muted }) => (muted === undefined ? [diagnostic] : []));
    const files = applyFixes(open, choice);
    if (files.length === 0) break;
    const project = filesOf(state);
    const { folder } = project;
    for (const file of files) {
      const path = joinPath(folder, file.file.name);
      const written = writeFixed(host, path, project, file);
      if (!written.ok) {
        const parameters = { path, reason: written.failure.reason };
        return ended([{ diagnostic: diagnose('output/cannot-write', parameters, undefined), folder }]);
      }
      fixed += file.count;
    }
    state = await again(state);
  }
  return ended([]);
}

/** A byte order mark is not part of the text that was checked; it stays where it was. */
function writeFixed(
  host: Host,
  path: string,
  { contents }: ProjectFiles,
  { file, text }: FixedFile,
): FileResult<undefined> {
  const bytes = contents.get(file.name);
  const hasMark = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return replaceFile(host, path, hasMark ? BYTE_ORDER_MARK + text : text, { links: 'refuse' });
}

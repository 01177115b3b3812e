import { makeConfinedFolder } from '../../host/confined-path.ts';
import { cloneRepository } from '../../host/git.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { removeTree } from '../../plan/remove-tree.ts';
import { openProject, unreadFile } from '../../read/open-project.ts';
import { readProject } from '../../read/read-project.ts';

/** Contents of new files by their paths below the project folder. */
export type NewFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * Returns the specs of a folder, or of the root of a repository that git can clone, and the files that they name; or why
 * there are none.
 */
export async function adoptProject(host: Host, folder: string, from: string): Promise<NewFiles | string> {
  if (!/^(https?|ssh|git|file):\/\/|^[\w.-]+@[\w.-]+:/.test(from)) return specsIn(host, from, from);
  const target = folder === '' ? '.' : folder;
  const clone = joinPath(folder, '.bitesize-init');
  const isNew = !host.files.status(target).ok;
  const made = makeConfinedFolder(host, target);
  if (!made.ok) return `cannot make \`${target}\`: ${made.failure.reason}`;
  if (host.files.status(clone).ok) return `\`${clone}\` is in the way: remove it`;
  const cloned = cloneRepository(host, from, clone);
  // Only what was cloned is read: links may not lead into the folders of whoever clones.
  const alone: Host = Object.create(host, { env: { value: { ...host.env, BITESIZE_ROOT: undefined } } });
  const specs = cloned.started && cloned.code === 0 ? await specsIn(alone, clone, withoutPassword(from)) : '';
  removeTree(host.files, clone);
  if (typeof specs !== 'string') return specs;
  if (isNew) host.files.removeFolder(target);
  if (!cloned.started) return `cannot run git: ${cloned.reason}`;
  if (cloned.code === 0) return specs;
  const said = withoutPassword(cloned.stderr.trim().split('\n').at(-1) ?? '');
  return `git cannot clone \`${withoutPassword(from)}\`: ${said}`;
}

/** Returns specs and named files by their paths; of what specs in TypeScript import, what lies in the folder. */
async function specsIn(host: Host, folder: string, shown: string): Promise<NewFiles | string> {
  const plain = readProject(host, folder);
  const unread = unreadFile(plain.diagnostics);
  if (unread !== undefined) return `in \`${shown}\`: ${unread}`;
  if (plain.sources.length > 0) {
    const { contents, diagnostics } = await openProject(host, folder);
    const missing = unreadFile(diagnostics);
    if (missing !== undefined) return `in \`${shown}\`: ${missing}`;
    const all = new Map([...plain.contents, ...contents]);
    return new Map([...all].filter(([name]) => !name.startsWith('../')));
  }
  const hint = plain.diagnostics
    .flatMap(({ help }) => help)
    .map((text) => `\nhelp: ${text.replaceAll(`${folder}/`, '')}`);
  return `there are no specs in \`${shown}\`${hint.join('')}`;
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//***@');
}

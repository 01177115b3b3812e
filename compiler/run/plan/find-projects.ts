import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pathBelow } from '../../host/confined-files.ts';
import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, fixedPart, folderOf, tidyPath } from '../../host/path.ts';
import { holdsFleet } from '../../read/fleet/fleet-root.ts';
import { holdsSpecs } from '../../read/read-project.ts';
import { specFileNames, specKindOf } from '../../source/spec-kind.ts';
import { groupBy } from '../../util/group-by.ts';

/** The project folders that a command line names. */
export interface FoundProjects {
  /** As the user named them, in that order, each once; empty for the working folder. */
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there may be several: more than one argument, or a glob. */
  readonly isFleet: boolean;
  /** The arguments that are globs. */
  readonly globs: readonly string[];
}

/**
 * Returns the folders behind the arguments: a folder is itself, a spec stands for its folder, a glob for the folders
 * with specs that it matches. No argument means the working folder.
 */
export async function findProjects(host: Host, names: readonly string[]): Promise<FoundProjects> {
  const folders = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const globs: string[] = [];
  const add = (folder: string) => {
    const absolute = absolutePath(host.cwd, folder);
    if (!folders.has(absolute)) folders.set(absolute, folder);
  };
  for (const name of names.length === 0 ? ['.'] : names) {
    const path = fromFolder(host.cwd, name);
    const status = host.files.status(path === '' ? '.' : path);
    const isLink = status.ok && status.value.kind === 'link';
    if ((isLink && specKindOf(path) !== undefined) || (status.ok && status.value.kind === 'file')) {
      if (specKindOf(path) === undefined) diagnostics.push(notASpec(name));
      else add(folderOf(path));
    } else if (status.ok || !/[*?[{]/.test(name)) {
      add(path);
    } else {
      globs.push(name);
      const { inside, outside, unreadable } = await matchesOf(host, name);
      for (const folder of inside) add(folder);
      for (const folder of outside) diagnostics.push(leadsOut(folder, fixedPart(name)));
      diagnostics.push(...unreadable);
      if (inside.length + outside.length + unreadable.length === 0) diagnostics.push(noMatch(name));
    }
  }
  const isFleet = names.length > 1 || globs.length > 0;
  return { folders: [...folders.values()], diagnostics, isFleet, globs };
}

/** What a glob matches. */
interface Matches {
  /** The projects. */
  readonly inside: readonly string[];
  /** The links that lead out of the folder that the glob names: nobody has named those. */
  readonly outside: readonly string[];
  /** A finding for each folder that cannot be looked into: a project in it would count as removed. */
  readonly unreadable: readonly Diagnostic[];
}

async function matchesOf(host: Host, pattern: string): Promise<Matches> {
  const { files } = host;
  const matches = (await host.globFolders(pattern)).map(tidyPath);
  const isLink = (folder: string) => {
    const status = files.status(folder === '' ? '.' : folder);
    return status.ok && status.value.kind === 'link';
  };
  const base = files.realPath(absolutePath(host.cwd, fixedPart(pattern)));
  const isInside = (folder: string) => {
    if (!isLink(folder)) return true;
    const real = files.realPath(folder);
    return base.ok && real.ok && pathBelow(base.value, real.value) !== undefined;
  };
  const sides = groupBy(matches, isInside);
  const folders = groupBy(sides.get(true) ?? [], (folder) => isNamed(files, folder));
  return {
    inside: folders.get(true) ?? [],
    outside: sides.get(false) ?? [],
    unreadable: (folders.get(false) ?? []).flatMap((folder) => unreadableFolder(files, folder)),
  };
}

/** Returns a finding about a folder that is there and cannot be looked into; none about any other. */
export function unreadableFolder(files: FileSystem, folder: string): readonly Diagnostic[] {
  const listed = files.list(folder === '' ? '.' : folder);
  // What went away in the meantime is no project either.
  if (listed.ok || listed.failure.kind === 'not-found' || listed.failure.kind === 'not-a-folder') return [];
  return [
    diagnose('file/unreadable', { path: folder, reason: listed.failure.reason }, undefined, {
      help: 'let the user that runs bitesize read it, or name the projects one by one',
    }),
  ];
}

/** A project, or the root of a fleet. */
function isNamed(files: FileSystem, folder: string): boolean {
  return holdsSpecs(files, folder) || holdsFleet(files, folder);
}

/** Reports show paths from the working folder: a full path below it becomes one of those. */
function fromFolder(cwd: string, path: string): string {
  const tidy = tidyPath(path);
  if (tidy === cwd) return '';
  return tidy.startsWith(`${cwd}/`) ? tidy.slice(cwd.length + 1) : tidy;
}

function notASpec(name: string): Diagnostic {
  return diagnose('file/not-a-spec', { path: name }, undefined, {
    help: `specs are called ${specFileNames.map((spec) => `\`${spec}\``).join(', ')}`,
  });
}

function leadsOut(folder: string, base: string): Diagnostic {
  const parameters = { path: folder, link: folder, from: `\`${base === '' ? '.' : base}\`` };
  return diagnose('file/outside', parameters, undefined, {
    help: 'name the folder itself on the command line if it belongs to the run',
  });
}

function noMatch(pattern: string): Diagnostic {
  return diagnose('file/no-match', { pattern }, undefined, {
    help: 'a glob names project folders, such as `projects/*`',
  });
}

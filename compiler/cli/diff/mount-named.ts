import type { Host } from '../../host/host.ts';
import { absolutePath } from '../../host/path.ts';
import { isArchiveName } from '../../plan/archive/archive-name.ts';

/** A host on which the archives that folders were named in are folders, or what is wrong with one of them. */
export type MountedHost =
  | { readonly ok: true; readonly host: Host }
  | { readonly ok: false; readonly problem: string };

/** Returns the host on which `specs.tar/shop` is a folder where `specs.tar` is an archive; the same host where none is named. */
export async function mountNamed(given: Host, folders: readonly string[]): Promise<MountedHost> {
  let host = given;
  for (const path of archivesOf(given, folders)) {
    const { mountArchive } = await import('../../plan/archive/mount-archive.ts');
    host = mountArchive(host, path);
    const top = host.files.list(path);
    if (!top.ok) return { ok: false, problem: `cannot read \`${path}\`: ${top.failure.reason}` };
  }
  return { ok: true, host };
}

function archivesOf({ cwd, files }: Host, folders: readonly string[]): ReadonlySet<string> {
  const found = folders.flatMap((folder) => {
    const names = absolutePath(cwd, folder).split('/');
    const paths = names.map((_, count) => names.slice(0, count + 1).join('/'));
    return paths.filter(isArchiveName).filter((path) => {
      const status = files.status(path);
      return status.ok && status.value.kind === 'file';
    });
  });
  return new Set(found);
}

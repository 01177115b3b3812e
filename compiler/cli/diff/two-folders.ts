import type { Host } from '../../host/host.ts';
import { tidyPath } from '../../host/path.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import type { FoundSides } from './project-sides.ts';

/** Returns one project that is compared in two folders, the old one first. A folder without specs has nothing in it. */
export function twoFolders(host: Host, names: readonly string[]): FoundSides {
  const [before = '', after = ''] = names.map(tidyPath);
  for (const folder of [before, after]) {
    if (host.files.list(folder === '' ? '.' : folder).ok) continue;
    const why = specKindOf(folder) === undefined ? 'is not there' : 'is a spec: name its folder';
    return { ok: false, problem: `the folder \`${folder}\` ${why}` };
  }
  const project = {
    folder: after,
    before: { host, folder: before },
    after: { host, folder: after },
  };
  return { ok: true, projects: [project], isFleet: false };
}

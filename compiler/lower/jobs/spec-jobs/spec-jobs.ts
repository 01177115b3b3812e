import { type Item, isFolder, isView } from '../../../../jenkins/all-items.ts';
import type { Folder } from '../../../../jenkins/items/folder.ts';
import type { Job } from '../../../../schema/generated/located.ts';
import { sourced } from '../../../text/sourced.ts';
import { originsOf, plainText } from '../../../text/traced-text.ts';
import { compareText } from '../../../util/compare-text.ts';
import { folderPath, type JobScope } from '../job-scope.ts';
import { ownXml } from '../xml/own-xml.ts';
import { freestyleJob } from './freestyle-job.ts';
import { type NodeTable, nodesOf } from './nodes-of.ts';
import { ownPipeline } from './own-pipeline.ts';

/** How each kind becomes an item. */
const kinds: NodeTable<Job, Item> = {
  freestyle: (spec, _, scope) => freestyleJob(spec, scope),
  pipeline: (spec, _, scope) => ownPipeline(spec, scope),
  xml: (spec, _, scope) => ownXml(spec, scope),
};

/** What jobs.bitesize becomes. */
export interface SpecItems {
  /** Outer ones before inner ones: those that the spec declares, and those that a name stands in. */
  readonly folders: readonly Item[];
  /** In file order. */
  readonly jobs: readonly Item[];
  readonly views: readonly Item[];
}

/** Returns the folders, jobs and views of jobs.bitesize. */
export function specItems(scope: JobScope): SpecItems {
  const items = nodesOf(scope.project.ownJobs.jobs, kinds, scope);
  const declared = items.filter(isFolder);
  return {
    folders: [...declared, ...impliedFolders(scope, items)].sort((a, b) =>
      compareText(plainText(a.name), plainText(b.name)),
    ),
    jobs: items.filter((item) => !isFolder(item) && !isView(item)),
    views: items.filter(isView),
  };
}

/** Returns the folders that names stand in and no entry declares; those of the settings are made anyway. */
function impliedFolders({ settings }: JobScope, items: readonly Item[]): readonly Folder[] {
  const known = new Set(items.filter(isFolder).map(({ name }) => plainText(name)));
  const outer = folderPath(settings).split('/');
  outer.forEach((_, index) => void known.add(outer.slice(0, index + 1).join('/')));
  const folders: Folder[] = [];
  for (const item of items) {
    const parts = plainText(item.name).split('/');
    for (let count = 1; count < parts.length; count++) {
      const name = parts.slice(0, count).join('/');
      if (known.has(name)) continue;
      known.add(name);
      const [origin = item.origin] = originsOf(item.name);
      folders.push({ kind: 'folder', family: 'folders', name: sourced(name, origin), origin });
    }
  }
  return folders;
}

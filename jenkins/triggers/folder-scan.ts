import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Looks for branches and pull requests that no webhook told of. */
export interface FolderScan extends ItemNode {
  readonly kind: 'folder-scan';
  readonly every: keyof typeof intervals;
}

/** Schedule and milliseconds, as the plugin makes them of an interval (`PeriodicFolderTrigger.toCrontab`). */
const intervals = {
  '15m': { spec: 'H/5 * * * *', interval: 15 * 60 * 1000 },
  '1d': { spec: 'H H/4 * * *', interval: 24 * 60 * 60 * 1000 },
} as const;

/** Looks for branches in intervals, by the Folders plugin; only the dynamic DSL knows it. */
export const folderScan: Thing<FolderScan> = {
  kind: 'folder-scan',
  needs: elementsOf('cloudbees-folder', 'multibranch pipelines look for branches in intervals'),
  xml: ({ every }) =>
    element('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger', [
      leaf('spec', intervals[every].spec),
      leaf('interval', intervals[every].interval),
    ]),
};

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Looks for branches and pull requests that no webhook told of. */
export interface FolderScan extends ItemNode {
  readonly kind: 'folder-scan';
  readonly every: ScanInterval;
}

/** Looks for branches when a request with the token comes. */
export interface FolderWebhook extends ItemNode {
  readonly kind: 'folder-webhook';
  readonly token: Text;
}

/** What the page of Jenkins offers. */
export type ScanInterval = keyof typeof minutes;

const minutes = {
  '1m': 1,
  '2m': 2,
  '3m': 3,
  '5m': 5,
  '10m': 10,
  '15m': 15,
  '20m': 20,
  '25m': 25,
  '30m': 30,
  '1h': 60,
  '2h': 2 * 60,
  '4h': 4 * 60,
  '8h': 8 * 60,
  '12h': 12 * 60,
  '1d': 24 * 60,
  '2d': 2 * 24 * 60,
  '1w': 7 * 24 * 60,
  '2w': 14 * 24 * 60,
  '4w': 28 * 24 * 60,
} as const;

/** How often the plugin looks whether an interval is over, by its length in minutes (`PeriodicFolderTrigger.toCrontab`). */
const schedules: readonly (readonly [upTo: number, schedule: string])[] = [
  [5, '* * * * *'],
  [30, 'H/5 * * * *'],
  [60, 'H/15 * * * *'],
  [8 * 60, 'H/30 * * * *'],
  [24 * 60, 'H H/4 * * *'],
  [2 * 24 * 60, 'H H/12 * * *'],
];

/** Returns the element of a scan in intervals. */
export function folderScanElement(every: Valued<ScanInterval>): XmlElement {
  const length = minutes[plainValue(every)];
  const schedule = schedules.find(([upTo]) => length <= upTo)?.[1] ?? 'H H * * *';
  return element('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger', [
    leaf('spec', schedule),
    leaf('interval', length * 60 * 1000),
  ]);
}

/** Looks for branches in intervals, by the Folders plugin; only the dynamic DSL knows it. */
export const folderScan: Thing<FolderScan> = {
  kind: 'folder-scan',
  needs: elementsOf('cloudbees-folder', 'multibranch pipelines look for branches in intervals'),
  xml: ({ every }) => folderScanElement(every),
};

/** Looks for branches when it is asked to, by the Multibranch Scan Webhook Trigger plugin. */
export const folderWebhook: Thing<FolderWebhook> = {
  kind: 'folder-webhook',
  needs: elementsOf(
    'multibranch-scan-webhook-trigger',
    'requests make multibranch pipelines look for branches',
  ),
  xml: ({ token }) =>
    element('com.igalg.jenkins.plugins.mswt.trigger.ComputedFolderWebHookTrigger', [
      leaf('spec', ''),
      leaf('token', token),
    ]),
};

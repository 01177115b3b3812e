import type { Text } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { type FolderFields, folderProperties, noteFolder, ownHealthMetrics } from './folder-parts.ts';

/** A folder of jobs. Folders stand before what they hold. */
export interface Folder extends ItemBase {
  readonly kind: 'folder';
  readonly displayName?: Text | undefined;
  /** What jobs.bitesize says of it. */
  readonly spec?: FolderFields | undefined;
}

const PACKAGE = 'com.cloudbees.hudson.plugins.folder';

/** A folder, by the Folders plugin. */
export const folder = itemThing<Folder>({
  kind: 'folder',
  isView: false,
  fragmentPlaces: ['', 'actions', 'properties', 'folderViews', 'healthMetrics'],
  needs: use('DslFactory', 'folder', 'jobs are in folders', '5.14'),
  xml: ({ displayName, description, spec }) => {
    const metrics = ownHealthMetrics(spec);
    return element(`${PACKAGE}.Folder`, [
      element('actions'),
      folderProperties(spec),
      typed('icon', `${PACKAGE}.icons.StockFolderIcon`),
      typed('folderViews', `${PACKAGE}.views.DefaultFolderViewHolder`, [
        element('views', [
          element('hudson.model.AllView', [
            {
              name: 'owner',
              attributes: { class: `${PACKAGE}.Folder`, reference: '../../../..' },
              content: '',
            },
            leaf('name', 'all'),
            leaf('filterExecutors', false),
            leaf('filterQueue', false),
            typed('properties', 'hudson.model.View$PropertyList'),
          ]),
        ]),
        typed('tabBar', 'hudson.views.DefaultViewsTabBar'),
        leaf('primaryView', 'all'),
      ]),
      ...(metrics.length === 0
        ? [
            element('healthMetrics', [
              element(`${PACKAGE}.health.WorstChildHealthMetric`, [saved(leaf('nonRecursive', false))]),
            ]),
          ]
        : []),
      ...optional('displayName', displayName),
      ...optional('description', description),
      ...metrics,
    ]);
  },
  method: 'folder',
  dsl: ({ displayName, description }, dsl) => {
    dsl.given('displayName', displayName);
    dsl.given('description', description);
  },
  inside: ({ spec }, needs) => noteFolder(spec, needs),
});

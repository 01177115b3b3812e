import type { Text } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemBase } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** A folder of jobs. Folders stand before what they hold. */
export interface Folder extends ItemBase {
  readonly kind: 'folder';
  readonly displayName?: Text | undefined;
}

const PACKAGE = 'com.cloudbees.hudson.plugins.folder';

/** A folder, by the Folders plugin. */
export const folder = itemThing<Folder>({
  kind: 'folder',
  isView: false,
  fragmentPlaces: ['', 'actions', 'properties', 'folderViews', 'healthMetrics'],
  needs: use('DslFactory', 'folder', 'jobs are in folders'),
  xml: ({ displayName, description }) =>
    element(`${PACKAGE}.Folder`, [
      element('actions'),
      element('properties'),
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
      element('healthMetrics', [
        element(`${PACKAGE}.health.WorstChildHealthMetric`, [saved(leaf('nonRecursive', false))]),
      ]),
      ...optional('displayName', displayName),
      ...optional('description', description),
    ]),
  method: 'folder',
  dsl: ({ displayName, description }, dsl) => {
    dsl.given('displayName', displayName);
    dsl.given('description', description);
  },
});

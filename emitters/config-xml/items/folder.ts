import type { Folder } from '../../../compiler/ir/items/folder.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, leaf, optional, typed } from '../element.ts';

const PACKAGE = 'com.cloudbees.hudson.plugins.folder';

/** Returns a folder: Job DSL's template in its order, then what the engine appends. */
export function folderElement({ displayName, description }: Folder): XmlElement {
  return element(`${PACKAGE}.Folder`, [
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
    element('healthMetrics', [element(`${PACKAGE}.health.WorstChildHealthMetric`)]),
    ...optional('displayName', displayName),
    ...optional('description', description),
  ]);
}

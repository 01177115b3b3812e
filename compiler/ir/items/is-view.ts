import type { Item } from './item.ts';
import type { View } from './views.ts';

const VIEWS: { readonly [Kind in Item['kind']]: boolean } = {
  folder: false,
  freestyle: false,
  pipeline: false,
  multibranch: false,
  'list-view': true,
  'dashboard-view': true,
  'build-pipeline-view': true,
  'nested-view': true,
  'delivery-pipeline-view': true,
};

/** Says whether an item is a view and not a job or folder. */
export function isView(item: Item): item is View {
  return VIEWS[item.kind];
}

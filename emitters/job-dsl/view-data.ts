import type { View } from '../../compiler/ir/items/views.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { leaf } from '../config-xml/element.ts';
import { addingBlock, type ConfigureBlock, fragmentBlock } from './configure.ts';
import { BLOCK_SIZE } from './limits.ts';
import { placeOf } from './place.ts';

/** Returns what the template of a view prints; views in views are indented further. */
export function viewData(view: View, margin = ''): object {
  const common = {
    ...view,
    margin,
    place: placeOf(view.origin),
    configure: [
      ...statusFilterBlocks(view, margin),
      ...(view.fragments ?? []).map((fragment) => fragmentBlock(fragment, margin)),
    ],
  };
  switch (view.kind) {
    case 'list-view':
    case 'dashboard-view':
      return {
        ...common,
        jobs: chunks(view.jobs ?? [], BLOCK_SIZE).map((names) => ({
          margin,
          names: names.map((name) => ({ margin, name })),
        })),
      };
    case 'nested-view':
      return { ...common, views: view.views.map((inner) => viewData(inner, `${margin}        `)) };
    default:
      return common;
  }
}

/** Job DSL's own method takes a constant of a Java enum, which the sandbox does not let a script read. */
function statusFilterBlocks(view: View, margin: string): ConfigureBlock[] {
  const filter = 'statusFilter' in view ? view.statusFilter : undefined;
  return filter === undefined
    ? []
    : [addingBlock(view.origin, [], leaf('statusFilter', filter === 'ENABLED'), margin)];
}

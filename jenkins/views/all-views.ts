import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import { type ItemThing, itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { type NodeOf, type ThingFamily, thingFamily } from '../shared/thing.ts';
import { childrenOf, element, leaf, optional } from '../shared/xml.ts';
import { buildPipelineView } from './build-pipeline-view.ts';
import { deliveryPipelineView } from './delivery-pipeline-view.ts';
import { categorizedView, dashboardView, listView } from './list-view.ts';
import { sectionedView } from './sectioned-view.ts';
import { columnCalls, columnElements, type FilteredView, filteredViewCalls, viewHead } from './view-base.ts';

/** Views in a view. The names of the inner views are their own, without a folder. */
export interface NestedView extends FilteredView {
  readonly kind: 'nested-view';
  readonly views: readonly View[];
  readonly columns?: readonly ('status' | 'weather')[] | undefined;
  /** Name of the view that is shown first. */
  readonly defaultView?: Text | undefined;
}

/** Views in a view, by the Nested View plugin. It stands here, since it holds all the others. */
const nestedView: ItemThing<NestedView> = itemThing<NestedView>({
  kind: 'nested-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'views'],
  needs: use('ViewFactory', 'nestedView', 'views hold views'),
  xml: (view) =>
    element('hudson.plugins.nested__view.NestedView', [
      ...viewHead(view),
      element('views', view.views.map(innerView)),
      ...optional('description', view.description),
      ...nestedColumns(view),
      ...optional('defaultView', view.defaultView).map((each) => saved(each)),
    ]),
  method: 'nestedView',
  dsl: (view, dsl) => {
    filteredViewCalls(view, dsl);
    dsl.block('views', () => dsl.each(view.views, (inner) => views.dsl(inner, dsl)));
    columnCalls(view.columns ?? [], dsl);
  },
  inside: (view, needs) => {
    for (const inner of view.views) views.needs([inner], needs);
  },
});

/** All kinds of views. */
export const viewThings = [
  listView,
  categorizedView,
  buildPipelineView,
  nestedView,
  dashboardView,
  deliveryPipelineView,
  sectionedView,
] as const;

/** A view of jobs. */
export type View = NodeOf<typeof viewThings>;

const views: ThingFamily<View> = thingFamily(viewThings);

/** The engine doubles the element, and the plugin reads it so. */
function nestedColumns({ columns = [] }: NestedView): XmlElement[] {
  return columns.length === 0 ? [] : [element('columns', [element('columns', columnElements(columns))])];
}

function innerView(view: View): XmlElement {
  const inner = views.xml(view);
  const owner: XmlElement = {
    name: 'owner',
    attributes: { reference: '../../..', class: 'hudson.plugins.nested_view.NestedView' },
    content: '',
  };
  return { ...inner, content: [...childrenOf(inner), leaf('name', view.name), owner] };
}

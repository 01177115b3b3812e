import type {
  BuildPipelineView,
  DeliveryPipelineView,
  NestedView,
  View,
} from '../../../compiler/ir/items/views.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { childrenOf, element, from, leaf, optional, typed } from '../element.ts';
import { withFragments } from '../nodes/fragments.ts';
import { columnElements, dashboardViewElement, listViewElement } from './list-view.ts';
import { viewHead } from './view-head.ts';

const printers: ByKind<View, XmlElement> = {
  'list-view': listViewElement,
  'dashboard-view': dashboardViewElement,
  'build-pipeline-view': buildPipelineViewElement,
  'nested-view': nestedViewElement,
  'delivery-pipeline-view': deliveryPipelineViewElement,
};

/** Returns a view: Job DSL's template in its order, then what the engine appends, then fragments. */
export function viewElement(view: View): XmlElement {
  return from(view.origin, withFragments(byKind(printers, view), view.fragments));
}

function buildPipelineViewElement(view: BuildPipelineView): XmlElement {
  return element('au.com.centrumsystems.hudson.plugin.buildpipeline.BuildPipelineView', [
    ...viewHead(view),
    leaf('noOfDisplayedBuilds', view.displayedBuilds ?? 1),
    leaf('buildViewTitle', view.title ?? ''),
    leaf('consoleOutputLinkStyle', 'Lightbox'),
    leaf('cssUrl', ''),
    leaf('triggerOnlyLatestJob', false),
    leaf('alwaysAllowManualTrigger', view.alwaysAllowManualTrigger ?? false),
    leaf('showPipelineParameters', view.showPipelineParameters ?? false),
    leaf('showPipelineParametersInHeaders', false),
    leaf('refreshFrequency', view.refreshFrequency ?? 3),
    leaf('showPipelineDefinitionHeader', false),
    ...optional('description', view.description),
    leaf('selectedJob', view.selectedJob),
    typed('gridBuilder', 'au.com.centrumsystems.hudson.plugin.buildpipeline.DownstreamProjectGridBuilder', [
      leaf('firstJob', view.selectedJob),
    ]),
  ]);
}

function nestedViewElement(view: NestedView): XmlElement {
  return element('hudson.plugins.nested__view.NestedView', [
    ...viewHead(view),
    element('views', view.views.map(innerView)),
    ...optional('description', view.description),
    ...nestedColumns(view),
  ]);
}

/** The engine doubles the element, and the plugin reads it so. */
function nestedColumns({ columns = [] }: NestedView): XmlElement[] {
  return columns.length === 0 ? [] : [element('columns', [element('columns', columnElements(columns))])];
}

function innerView(view: View): XmlElement {
  const inner = viewElement(view);
  const owner: XmlElement = {
    name: 'owner',
    attributes: { reference: '../../..', class: 'hudson.plugins.nested_view.NestedView' },
    content: '',
  };
  return { ...inner, content: [...childrenOf(inner), leaf('name', view.name), owner] };
}

function deliveryPipelineViewElement(view: DeliveryPipelineView): XmlElement {
  const components = view.components.map(({ origin, name, firstJob }) =>
    from(
      origin,
      element('se.diabol.jenkins.pipeline.DeliveryPipelineView_-ComponentSpec', [
        leaf('name', name),
        leaf('firstJob', firstJob),
      ]),
    ),
  );
  return element('se.diabol.jenkins.pipeline.DeliveryPipelineView', [
    ...viewHead({}),
    leaf('noOfPipelines', view.pipelineInstances ?? 3),
    leaf('showAggregatedPipeline', false),
    leaf('noOfColumns', 1),
    leaf('sorting', 'none'),
    leaf('showAvatars', false),
    leaf('updateInterval', 2),
    leaf('showChanges', false),
    leaf('allowManualTriggers', false),
    ...optional('description', view.description),
    ...(components.length === 0 ? [] : [element('componentSpecs', components)]),
  ]);
}

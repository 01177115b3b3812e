import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type {
  DeliveryPipelineViewItem,
  DeliveryRegexp,
  DeliveryComponent as DeliverySpec,
} from '../../schema/generated/located.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';
import { type FilteredView, filteredViewCalls, settingParts, viewHead } from './view-base.ts';

/** Pipelines of jobs. */
export interface DeliveryPipelineView extends FilteredView {
  readonly kind: 'delivery-pipeline-view';
  readonly pipelineInstances?: Valued<number> | undefined;
  readonly components: readonly DeliveryComponent[];
  /** What jobs.bitesize says; its components stand there, not in `components`. */
  readonly spec?: DeliveryPipelineViewItem | undefined;
}

/** One pipeline, from its first job on. */
export interface DeliveryComponent extends ItemNode {
  readonly name: Text;
  readonly firstJob: Text;
}

const PACKAGE = 'se.diabol.jenkins.pipeline';

const reason = 'views show delivery pipelines';
const settingsOfToday = elementsOf('delivery-pipeline-plugin', reason, '1.3.2');

/** Pipelines of jobs, by the Delivery Pipeline plugin. */
export const deliveryPipelineView = itemThing<DeliveryPipelineView>({
  kind: 'delivery-pipeline-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'componentSpecs'],
  needs: use('ViewFactory', 'deliveryPipelineView', reason),
  xml: (view) => {
    if (view.spec !== undefined) return specView(view, view.spec);
    const components = view.components.map(({ origin, name, firstJob }) =>
      from(
        origin,
        element(`${PACKAGE}.DeliveryPipelineView_-ComponentSpec`, [
          leaf('name', name),
          leaf('firstJob', firstJob),
        ]),
      ),
    );
    return element(`${PACKAGE}.DeliveryPipelineView`, [
      ...viewHead(view),
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
  },
  method: 'deliveryPipelineView',
  dsl: (view, dsl) => {
    filteredViewCalls(view, dsl);
    dsl.given('pipelineInstances', view.pipelineInstances);
    if (view.components.length === 0) return;
    dsl.block('pipelines', () =>
      dsl.each(view.components, ({ name, firstJob }) => dsl.call('component', name, firstJob)),
    );
  },
  inside: ({ spec }, needs) => {
    if (spec !== undefined) needs.use(settingsOfToday, spec.$.origin);
  },
});

const sortings = {
  none: 'none',
  title: `${PACKAGE}.sort.NameComparator`,
  'last-activity': `${PACKAGE}.sort.LatestActivityComparator`,
  'failed-last-activity': `${PACKAGE}.sort.FailedJobComparator`,
} as const;

/** Everything but the head is made by a configure block: Job DSL lacks a third of the settings. */
function specView(view: DeliveryPipelineView, spec: DeliveryPipelineViewItem): XmlElement {
  const settings = settingParts([
    ['noOfPipelines', spec.no_of_pipelines, '3'],
    ['showAggregatedPipeline', spec.show_aggregated_pipeline, 'false'],
    ['noOfColumns', spec.no_of_columns, '1'],
    ['sorting', spec.sorting.map((name) => sortings[name]), 'none'],
    ['showAvatars', spec.show_avatars, 'false'],
    ['updateInterval', spec.update_interval, '2'],
    ['showChanges', spec.show_changes, 'false'],
    ['allowManualTriggers', spec.allow_manual_triggers, 'false'],
  ]);
  const behind = [
    ...optional('fullScreenCss', spec.full_screen_css),
    ...optional('embeddedCss', spec.embedded_css),
    leaf('showTotalBuildTime', spec.show_total_build_time),
    leaf('allowRebuild', spec.allow_rebuild),
    leaf('allowPipelineStart', spec.allow_pipeline_start),
    leaf('allowAbort', spec.allow_abort),
    leaf('showDescription', spec.show_description),
    leaf('showPromotions', spec.show_promotions),
    leaf('showTestResults', spec.show_test_results),
    leaf('showStaticAnalysisResults', spec.show_static_analysis_results),
    leaf('linkRelative', spec.link_relative),
    leaf('pagingEnabled', spec.paging_enabled),
    leaf('showAbsoluteDateTime', spec.show_absolute_date_time),
    leaf('showAggregatedChanges', spec.show_aggregated_changes),
    ...optional('aggregatedChangesGroupingPattern', spec.aggregated_changes_grouping_pattern),
    leaf('maxNumberOfVisiblePipelines', spec.max_number_of_visible_pipelines ?? -1),
    leaf('linkToConsoleLog', spec.link_to_console_log),
    element('componentSpecs', spec.components.map(componentElement)),
    element('regexpFirstJobs', spec.regexps.map(regexpElement)),
  ];
  return element(`${PACKAGE}.DeliveryPipelineView`, [
    ...viewHead(view),
    ...settings.inPlace,
    ...optional('description', view.description),
    ...settings.behind,
    ...behind.map((each) => saved(each)),
  ]);
}

function componentElement(spec: DeliverySpec): XmlElement {
  const { name, initial_job, final_job, show_upstream, $ } = spec;
  return from(
    $.origin,
    element(`${PACKAGE}.DeliveryPipelineView_-ComponentSpec`, [
      leaf('name', name),
      leaf('firstJob', initial_job),
      ...optional('lastJob', final_job),
      leaf('showUpstream', show_upstream),
    ]),
  );
}

function regexpElement({ regexp, show_upstream, $ }: DeliveryRegexp): XmlElement {
  return from(
    $.origin,
    element(`${PACKAGE}.DeliveryPipelineView_-RegExpSpec`, [
      leaf('regexp', regexp),
      leaf('showUpstream', show_upstream),
    ]),
  );
}

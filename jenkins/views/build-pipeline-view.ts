import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { type FilteredView, filteredViewCalls, viewHead } from './view-base.ts';

/** A chain of jobs. */
export interface BuildPipelineView extends FilteredView {
  readonly kind: 'build-pipeline-view';
  readonly selectedJob: Text;
  readonly title?: Text | undefined;
  readonly displayedBuilds?: Valued<number> | undefined;
  readonly alwaysAllowManualTrigger?: Valued<boolean> | undefined;
  readonly showPipelineParameters?: Valued<boolean> | undefined;
  /** In seconds. */
  readonly refreshFrequency?: Valued<number> | undefined;
}

const PACKAGE = 'au.com.centrumsystems.hudson.plugin.buildpipeline';

/** A chain of jobs, by the Build Pipeline plugin. */
export const buildPipelineView = itemThing<BuildPipelineView>({
  kind: 'build-pipeline-view',
  isView: true,
  fragmentPlaces: ['', 'properties'],
  needs: use('ViewFactory', 'buildPipelineView', 'views show build pipelines'),
  xml: (view) =>
    element(`${PACKAGE}.BuildPipelineView`, [
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
      typed('gridBuilder', `${PACKAGE}.DownstreamProjectGridBuilder`, [leaf('firstJob', view.selectedJob)]),
    ]),
  method: 'buildPipelineView',
  dsl: (view, dsl) => {
    filteredViewCalls(view, dsl);
    dsl.given('title', view.title);
    dsl.given('displayedBuilds', view.displayedBuilds);
    dsl.given('alwaysAllowManualTrigger', view.alwaysAllowManualTrigger);
    dsl.given('showPipelineParameters', view.showPipelineParameters);
    dsl.given('refreshFrequency', view.refreshFrequency);
    dsl.call('selectedJob', view.selectedJob);
  },
});

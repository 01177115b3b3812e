import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { BuildPipelineViewItem } from '../../schema/generated/located.ts';
import { itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { type FilteredView, filteredViewCalls, settingParts, viewHead } from './view-base.ts';

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
  /** What jobs.bitesize says beside that. */
  readonly spec?: BuildPipelineSpec | undefined;
}

type BuildPipelineSpec = Pick<
  BuildPipelineViewItem,
  | 'link_style'
  | 'css_url'
  | 'latest_job_only'
  | 'parameters_in_headers'
  | 'start_with_parameters'
  | 'definition_header'
>;

const linkStyles = {
  lightbox: 'Lightbox',
  'this-window': 'This Window',
  'new-window': 'New Window',
} as const;

const PACKAGE = 'au.com.centrumsystems.hudson.plugin.buildpipeline';

/** A chain of jobs, by the Build Pipeline plugin. */
export const buildPipelineView = itemThing<BuildPipelineView>({
  kind: 'build-pipeline-view',
  isView: true,
  fragmentPlaces: ['', 'properties'],
  needs: use('ViewFactory', 'buildPipelineView', 'views show build pipelines'),
  xml: (view) => {
    const { spec } = view;
    const settings = settingParts([
      ['consoleOutputLinkStyle', spec?.link_style.map((name) => linkStyles[name]) ?? 'Lightbox', 'Lightbox'],
      ['cssUrl', spec?.css_url ?? '', ''],
      ['triggerOnlyLatestJob', spec?.latest_job_only ?? false, 'false'],
      ['showPipelineParametersInHeaders', spec?.parameters_in_headers ?? false, 'false'],
      ['showPipelineDefinitionHeader', spec?.definition_header ?? false, 'false'],
    ]);
    return element(`${PACKAGE}.BuildPipelineView`, [
      ...viewHead(view),
      leaf('noOfDisplayedBuilds', view.displayedBuilds ?? 1),
      leaf('buildViewTitle', view.title ?? ''),
      ...named(settings.inPlace, 'consoleOutputLinkStyle', 'cssUrl', 'triggerOnlyLatestJob'),
      leaf('alwaysAllowManualTrigger', view.alwaysAllowManualTrigger ?? false),
      leaf('showPipelineParameters', view.showPipelineParameters ?? false),
      ...named(settings.inPlace, 'showPipelineParametersInHeaders'),
      leaf('refreshFrequency', view.refreshFrequency ?? 3),
      ...named(settings.inPlace, 'showPipelineDefinitionHeader'),
      ...optional('description', view.description),
      leaf('selectedJob', view.selectedJob),
      typed('gridBuilder', `${PACKAGE}.DownstreamProjectGridBuilder`, [leaf('firstJob', view.selectedJob)]),
      ...settings.behind,
      ...(spec?.start_with_parameters.value === true
        ? [saved(leaf('startsWithParameters', spec.start_with_parameters))]
        : []),
    ]);
  },
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

function named(elements: readonly XmlElement[], ...names: readonly string[]): readonly XmlElement[] {
  return elements.filter(({ name }) => names.includes(name));
}

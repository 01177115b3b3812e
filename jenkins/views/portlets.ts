import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type { JobPortlet } from '../../schema/generated/located.ts';
import { type EntryPrinters, entryElements } from '../shared/entry.ts';
import { element, leaf } from '../shared/xml.ts';

const PACKAGE = 'hudson.plugins.view.dashboard';

/*
 * The fields of each class in their order, those of the class above it first; they were read in 2026-11, in the
 * plugin's source of 2026-02.
 */
const printers: EntryPrinters<JobPortlet> = {
  'hudson-std-jobs': (spec) => portlet('core.HudsonStdJobsPortlet', spec),
  'jobs-grid': (spec) =>
    portlet('core.JobsPortlet', spec, [
      leaf('columnCount', spec.column_count),
      leaf('fillColumnFirst', spec.fill_column_first),
    ]),
  'unstable-jobs': (spec) =>
    portlet('core.UnstableJobsPortlet', spec, [
      leaf('showOnlyFailedJobs', spec.show_only_failed_jobs),
      leaf('recurse', spec.recurse),
    ]),
  'latest-builds': (spec) => portlet('builds.LatestBuilds', spec, [leaf('numBuilds', spec.num_builds)]),
  iframe: (spec) =>
    portlet('core.IframePortlet', spec, [
      leaf('iframeSource', spec.source),
      leaf('effectiveUrl', spec.source),
      leaf('divStyle', spec.div_style),
    ]),
  image: (spec) => portlet('core.ImagePortlet', spec, [leaf('url', spec.url)]),
  'stat-jobs': (spec) => portlet('stats.StatJobs', spec),
  'stat-builds': (spec) => portlet('stats.StatBuilds', spec),
  'stat-agents': (spec) => portlet('stats.StatSlaves', spec),
  'test-statistics-chart': (spec) => portlet('test.TestStatisticsChart', spec),
  'test-statistics-grid': (spec) =>
    portlet('test.TestStatisticsPortlet', spec, [
      leaf('useBackgroundColors', spec.use_background_colors),
      leaf('skippedColor', spec.skipped_color),
      leaf('successColor', spec.success_color),
      leaf('failureColor', spec.failure_color),
      leaf('hideZeroTestProjects', spec.hide_zero_test_projects),
      leaf('useAlternatePercentagesOnLimits', spec.use_alternate_percentages),
    ]),
  'test-trend-chart': (spec) =>
    portlet('test.TestTrendChart', spec, [
      leaf('graphWidth', spec.graph_width),
      leaf('graphHeight', spec.graph_height),
      leaf('dateRange', spec.date_range),
      leaf('dateShift', spec.date_shift),
      leaf(
        'displayStatus',
        spec.display_status.map((name) => name.toUpperCase()),
      ),
    ]),
};

/** Returns the elements of portlets, in their order. */
export function portletElements(portlets: readonly JobPortlet[]): readonly XmlElement[] {
  return entryElements(portlets, printers);
}

function portlet(
  type: string,
  { name }: { readonly name: Sourced<string> },
  content: readonly XmlElement[] = [],
): XmlElement {
  return element(`${PACKAGE}.${type}`, [leaf('name', name), ...content]);
}

import { sortedJobNames } from '../../../compiler/ir/items/sorted-job-names.ts';
import type { Column, DashboardView, ListView } from '../../../compiler/ir/items/views.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, ifTrue, leaf, optional, typed } from '../element.ts';
import { viewHead } from './view-head.ts';

const COLUMNS: { readonly [Name in Column]: string } = {
  status: 'hudson.views.StatusColumn',
  weather: 'hudson.views.WeatherColumn',
  name: 'hudson.views.JobColumn',
  lastSuccess: 'hudson.views.LastSuccessColumn',
  lastFailure: 'hudson.views.LastFailureColumn',
  lastDuration: 'hudson.views.LastDurationColumn',
  buildButton: 'hudson.views.BuildButtonColumn',
};

/** Returns the elements of columns. */
export function columnElements(columns: readonly Column[]): XmlElement[] {
  return columns.map((column) => element(COLUMNS[column]));
}

/** Returns a list of jobs. */
export function listViewElement(view: ListView): XmlElement {
  return element('hudson.model.ListView', [
    ...viewHead(view),
    typed('jobNames', 'tree-set', jobNames(view)),
    element('jobFilters'),
    element('columns', columnElements(view.columns)),
    ...optional('description', view.description),
    ...optional('recurse', view.recurse),
    ...ifTrue('includeRegex', view.regex),
    ...statusFilter(view),
  ]);
}

/** Returns a list of jobs with portlets; its `recurse` has a place in the template. */
export function dashboardViewElement(view: DashboardView): XmlElement {
  return element('hudson.plugins.view.dashboard.Dashboard', [
    ...viewHead(view),
    element('jobNames', jobNames(view)),
    element('jobFilters'),
    element('columns', columnElements(view.columns)),
    leaf('recurse', view.recurse ?? false),
    leaf('useCssStyle', false),
    leaf('includeStdJobList', false),
    leaf('hideJenkinsPanels', false),
    leaf('leftPortletWidth', '50%'),
    leaf('rightPortletWidth', '50%'),
    element('leftPortlets'),
    element('rightPortlets'),
    element('topPortlets'),
    element('bottomPortlets'),
    ...optional('description', view.description),
    ...ifTrue('includeRegex', view.regex),
    ...statusFilter(view),
  ]);
}

function jobNames({ jobs = [] }: ListView | DashboardView): XmlElement[] {
  return [
    typed('comparator', 'hudson.util.CaseInsensitiveComparator'),
    ...sortedJobNames(jobs).map((name) => leaf('string', name)),
  ];
}

function statusFilter({ statusFilter: filter }: ListView | DashboardView): XmlElement[] {
  return filter === undefined ? [] : [leaf('statusFilter', filter === 'ENABLED')];
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type {
  CategorizedViewItem,
  DashboardViewItem,
  GroupingRule,
  JobJobFilter,
  JobPortlet,
} from '../../schema/generated/located.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { use } from '../shared/plugin-use.ts';
import { saved, savedWithoutClass } from '../shared/saved.ts';
import { element, from, ifTrue, leaf, optional, typed } from '../shared/xml.ts';
import { jobFilterElements, noteJobFilters } from './job-filters.ts';
import { portletElements } from './portlets.ts';
import {
  type Column,
  columnCalls,
  columnParts,
  type FilteredView,
  filteredViewCalls,
  noteColumns,
  settingParts,
  viewHead,
} from './view-base.ts';

/** What views with a list of jobs have in common. */
interface JobListView extends FilteredView {
  /** Names of jobs as seen from the view's folder. */
  readonly jobs?: readonly Text[] | undefined;
  /** Regular expression for the names of more jobs. */
  readonly regex?: Text | undefined;
  readonly columns: readonly Column[];
  readonly recurse?: Valued<boolean> | undefined;
  readonly statusFilter?: 'ENABLED' | 'DISABLED' | undefined;
  readonly jobFilters?: readonly JobJobFilter[] | undefined;
}

/** A list of jobs. */
export interface ListView extends JobListView {
  readonly kind: 'list-view';
}

/** A list of jobs with portlets. */
export interface DashboardView extends JobListView {
  readonly kind: 'dashboard-view';
  /** What jobs.bitesize says of it as a dashboard. */
  readonly spec?: Dashboard | undefined;
}

type Dashboard = Pick<
  DashboardViewItem,
  | 'use_css_style'
  | 'include_std_job_list'
  | 'hide_jenkins_panels'
  | 'left_portlet_width'
  | 'right_portlet_width'
  | 'top_portlets'
  | 'left_portlets'
  | 'right_portlets'
  | 'bottom_portlets'
>;

/** A list of jobs in groups. */
export interface CategorizedView extends JobListView {
  readonly kind: 'categorized-view';
  readonly spec: Pick<CategorizedViewItem, 'categorization_criteria' | 'regex_to_ignore_on_color_computing'>;
}

/** A list of jobs of Jenkins itself. */
export const listView = itemThing<ListView>({
  kind: 'list-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'jobFilters', 'columns'],
  needs: 'core',
  xml: (view) => {
    const columns = columnParts(view.columns);
    return element('hudson.model.ListView', [
      ...viewHead(view),
      savedWithoutClass(element('jobNames', jobNames(view.jobs))),
      element('jobFilters', viewFilters(view)),
      ...columns.inPlace,
      ...optional('description', view.description),
      leaf('recurse', view.recurse ?? false),
      ...ifTrue('includeRegex', view.regex),
      ...columns.behind,
    ]);
  },
  method: 'listView',
  dsl: jobListCalls,
  inside: noteJobList,
});

/** A list of jobs with portlets, by the Dashboard View plugin; its `recurse` has a place in the template. */
export const dashboardView = itemThing<DashboardView>({
  kind: 'dashboard-view',
  isView: true,
  fragmentPlaces: [
    '',
    'properties',
    'jobFilters',
    'columns',
    'leftPortlets',
    'rightPortlets',
    'topPortlets',
    'bottomPortlets',
  ],
  needs: use('ViewFactory', 'dashboardView', 'views are dashboards'),
  xml: (view) => {
    const columns = columnParts(view.columns);
    const settings = settingParts([
      ['useCssStyle', view.spec?.use_css_style ?? false, 'false'],
      ['includeStdJobList', view.spec?.include_std_job_list ?? false, 'false'],
      ['hideJenkinsPanels', view.spec?.hide_jenkins_panels ?? false, 'false'],
      ['leftPortletWidth', view.spec?.left_portlet_width ?? '50%', '50%'],
      ['rightPortletWidth', view.spec?.right_portlet_width ?? '50%', '50%'],
    ]);
    return element('hudson.plugins.view.dashboard.Dashboard', [
      ...viewHead(view),
      element('jobNames', jobNames(view.jobs)),
      element('jobFilters', viewFilters(view)),
      ...columns.inPlace,
      leaf('recurse', view.recurse ?? false),
      ...settings.inPlace,
      portlets('leftPortlets', view.spec?.left_portlets),
      portlets('rightPortlets', view.spec?.right_portlets),
      portlets('topPortlets', view.spec?.top_portlets),
      portlets('bottomPortlets', view.spec?.bottom_portlets),
      ...optional('description', view.description),
      ...ifTrue('includeRegex', view.regex),
      ...columns.behind,
      ...settings.behind,
    ]);
  },
  method: 'dashboardView',
  dsl: jobListCalls,
  inside: noteJobList,
});

/** A list of jobs in groups, by the Categorized Jobs View plugin; Job DSL's rules do not know the name that Jenkins shows. */
export const categorizedView = itemThing<CategorizedView>({
  kind: 'categorized-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'jobFilters', 'columns', 'categorizationCriteria'],
  needs: use('ViewFactory', 'categorizedJobsView', 'views have groups of jobs', '156.v7a_384fb_fe44b_'),
  xml: (view) => {
    const columns = columnParts(view.columns);
    const content = [
      ...viewHead(view),
      element('jobNames', jobNames(view.jobs)),
      element('jobFilters', viewFilters(view)),
      ...columns.inPlace,
      element('groupingRules'),
      element('categorizationCriteria', view.spec.categorization_criteria.map(groupingRule)),
      ...optional('description', view.description),
      leaf('recurse', view.recurse ?? false),
      ...ifTrue('includeRegex', view.regex),
      ...columns.behind,
      saved(leaf('regexToIgnoreOnColorComputing', view.spec.regex_to_ignore_on_color_computing)),
    ];
    return {
      ...element('org.jenkinsci.plugins.categorizedview.CategorizedJobsView', content),
      // Job DSL's template names the plugin.
      attributes: { plugin: 'categorized-view' },
    };
  },
  method: 'categorizedJobsView',
  dsl: jobListCalls,
  inside: noteJobList,
});

function groupingRule({ group_regex, naming_rule, use_display_name, $ }: GroupingRule): XmlElement {
  return saved(
    from(
      $.origin,
      element('org.jenkinsci.plugins.categorizedview.GroupingRule', [
        leaf('groupRegex', group_regex),
        leaf('namingRule', naming_rule),
        leaf('useDisplayName', use_display_name),
      ]),
    ),
  );
}

function portlets(name: string, entries: readonly JobPortlet[] = []): XmlElement {
  return element(
    name,
    portletElements(entries).map((each) => saved(each)),
  );
}

function noteJobList({ columns, jobFilters = [] }: JobListView, needs: NeedCollector): void {
  noteColumns(columns, needs);
  noteJobFilters(jobFilters, needs);
}

function jobListCalls(view: JobListView, dsl: DslWriter): void {
  filteredViewCalls(view, dsl);
  dsl.call('recurse', view.recurse ?? false);
  dsl.valueBlocks('jobs', 'name', view.jobs);
  if (view.regex !== undefined) dsl.block('jobs', () => dsl.call('regex', view.regex));
  columnCalls(view.columns, dsl);
}

/** Returns the names of the jobs of a view, as Jenkins sorts them. */
export function jobNames(jobs: readonly Text[] = []): XmlElement[] {
  return [
    typed('comparator', 'hudson.util.CaseInsensitiveComparator'),
    ...sortedJobNames(jobs).map((name) => leaf('string', name)),
  ];
}

/** All filters are made by a configure block. */
function viewFilters({ jobFilters = [], ...view }: JobListView): readonly XmlElement[] {
  return [...statusFilter(view), ...jobFilterElements(jobFilters).map((each) => saved(each))];
}

/** Job DSL's own method takes a constant of a Java enum, which the sandbox does not let a script read. */
function statusFilter({ statusFilter: filter }: Pick<JobListView, 'statusFilter'>): XmlElement[] {
  return filter === undefined
    ? []
    : [saved(element('hudson.views.StatusFilter', [leaf('statusFilter', filter === 'ENABLED')]))];
}

/**
 * Returns the names of a view without repetitions, in the order of Java's String.CASE_INSENSITIVE_ORDER, which
 * Jenkins and Job DSL sort them by; names that only differ in case keep their order.
 */
function sortedJobNames(names: readonly Text[]): readonly Text[] {
  const byName = new Map<string, Text>();
  for (const name of names) {
    if (!byName.has(plainText(name))) byName.set(plainText(name), name);
  }
  return [...byName]
    .map(([name, text]) => ({ key: folded(name), text }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text);
}

/**
 * Java compares unit by unit, made upper case and then lower case; a unit that would grow stays as it is, but for `İ`,
 * whose small letter is `i` there.
 */
function folded(name: string): string {
  return name
    .split('')
    .map((unit) => sameLength(unit, unit.toUpperCase()))
    .map((unit) => (unit === 'İ' ? 'i' : sameLength(unit, unit.toLowerCase())))
    .join('');
}

function sameLength(unit: string, changed: string): string {
  return changed.length === unit.length ? changed : unit;
}

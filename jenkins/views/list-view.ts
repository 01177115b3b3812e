import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import { itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { saved, savedWithoutClass } from '../shared/saved.ts';
import { element, ifTrue, leaf, optional, typed } from '../shared/xml.ts';
import {
  type Column,
  columnCalls,
  columnElements,
  type FilteredView,
  filteredViewCalls,
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
}

/** A list of jobs. */
export interface ListView extends JobListView {
  readonly kind: 'list-view';
}

/** A list of jobs with portlets. */
export interface DashboardView extends JobListView {
  readonly kind: 'dashboard-view';
}

/** A list of jobs of Jenkins itself. */
export const listView = itemThing<ListView>({
  kind: 'list-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'jobFilters', 'columns'],
  needs: 'core',
  xml: (view) =>
    element('hudson.model.ListView', [
      ...viewHead(view),
      savedWithoutClass(element('jobNames', jobNames(view))),
      element('jobFilters', statusFilter(view)),
      element('columns', columnElements(view.columns)),
      ...optional('description', view.description),
      leaf('recurse', view.recurse ?? false),
      ...ifTrue('includeRegex', view.regex),
    ]),
  method: 'listView',
  dsl: jobListCalls,
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
  xml: (view) =>
    element('hudson.plugins.view.dashboard.Dashboard', [
      ...viewHead(view),
      element('jobNames', jobNames(view)),
      element('jobFilters', statusFilter(view)),
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
    ]),
  method: 'dashboardView',
  dsl: jobListCalls,
});

function jobListCalls(view: JobListView, dsl: DslWriter): void {
  filteredViewCalls(view, dsl);
  dsl.call('recurse', view.recurse ?? false);
  dsl.valueBlocks('jobs', 'name', view.jobs);
  if (view.regex !== undefined) dsl.block('jobs', () => dsl.call('regex', view.regex));
  columnCalls(view.columns, dsl);
}

function jobNames({ jobs = [] }: JobListView): XmlElement[] {
  return [
    typed('comparator', 'hudson.util.CaseInsensitiveComparator'),
    ...sortedJobNames(jobs).map((name) => leaf('string', name)),
  ];
}

/** Job DSL's own method takes a constant of a Java enum, which the sandbox does not let a script read. */
function statusFilter({ statusFilter: filter }: JobListView): XmlElement[] {
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

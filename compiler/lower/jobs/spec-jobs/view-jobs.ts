import type { View } from '../../../../jenkins/views/all-views.ts';
import type { Section } from '../../../../jenkins/views/sectioned-view.ts';
import { type Column, usualColumns } from '../../../../jenkins/views/view-base.ts';
import type { InnerView, JobColumn, JobSection, ListViewItem } from '../../../../schema/generated/located.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Text } from '../../../text/traced-text.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { itemBase } from './job-base.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';

const columnNodes: NodeTable<JobColumn, Column> = {
  status: (_, origin) => sourced('status', origin),
  weather: (_, origin) => sourced('weather', origin),
  name: (_, origin) => sourced('name', origin),
  'last-success': (_, origin) => sourced('lastSuccess', origin),
  'last-failure': (_, origin) => sourced('lastFailure', origin),
  'last-duration': (_, origin) => sourced('lastDuration', origin),
  'build-button': (_, origin) => sourced('buildButton', origin),
  'last-stable': asWritten('last-stable'),
  'git-branch': asWritten('git-branch'),
  desc: asWritten('desc'),
  'robot-list': asWritten('robot-list'),
  jacoco: asWritten('jacoco'),
  'schedule-build': asWritten('schedule-build'),
  'cron-trigger': asWritten('cron-trigger'),
  claim: asWritten('claim'),
  'progress-bar': asWritten('progress-bar'),
  'next-launch': asWritten('next-launch'),
  'extra-agent-or-label': asWritten('extra-agent-or-label'),
  'extra-last-node': asWritten('extra-last-node'),
  'extra-last-output': asWritten('extra-last-output'),
  'extra-scm-type': asWritten('extra-scm-type'),
  'extra-last-user-name': asWritten('extra-last-user-name'),
  'extra-cron-trigger': asWritten('extra-cron-trigger'),
  'extra-last-modification': asWritten('extra-last-modification'),
  'extra-configure-button': asWritten('extra-configure-button'),
  'extra-workspace-link': asWritten('extra-workspace-link'),
  'extra-disable': asWritten('extra-disable'),
  'extra-description': asWritten('extra-description'),
  'extra-build-description': asWritten('extra-build-description'),
  'extra-build-parameters': asWritten('extra-build-parameters'),
  'extra-last-build': asWritten('extra-last-build'),
  'extra-build-duration': asWritten('extra-build-duration'),
  'extra-tests': asWritten('extra-tests'),
  'extra-job-type': asWritten('extra-job-type'),
};

const sectionNodes: NodeTable<JobSection, Section> = {
  list: (spec, origin, scope) => ({ kind: 'list', spec, columns: columnsOf(spec.columns, scope), origin }),
  text: asWritten('text'),
  'view-listing': asWritten('view-listing'),
  'job-graphs': asWritten('job-graphs'),
  folder: asWritten('folder'),
};

/** What all views say. */
type AnyView = Pick<ListViewItem, 'name' | 'description' | 'filter_executors' | 'filter_queue' | '$'> & {
  readonly kind: Sourced<string>;
};

/** What views with a list of jobs say. */
type JobList = Pick<ListViewItem, 'jobs' | 'regex' | 'recurse' | 'status_filter' | 'job_filters' | 'columns'>;

/** How each kind of view becomes an item. */
export const viewNodes = tableOf((spec, scope) => fullName(scope, spec.name));

/** The name of a view inside another one is its own, without a folder. */
const innerViews = tableOf(({ name }) => name);

function tableOf(nameOf: (spec: AnyView, scope: JobScope) => Text): NodeTable<InnerView, View> {
  const base = (spec: AnyView, scope: JobScope) => ({
    ...itemBase(spec, scope),
    family: 'views' as const,
    name: nameOf(spec, scope),
    filterExecutors: spec.filter_executors,
    filterBuildQueue: spec.filter_queue,
  });
  return {
    'list-view': (spec, _, scope) => ({ ...base(spec, scope), kind: 'list-view', ...jobList(spec, scope) }),
    'categorized-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'categorized-view',
      ...jobList(spec, scope),
      spec,
    }),
    'dashboard-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'dashboard-view',
      ...jobList(spec, scope),
      spec,
    }),
    'nested-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'nested-view',
      views: nodesOf(spec.views, innerViews, scope),
      columns: spec.columns.map(({ value }) => value),
      defaultView: spec.default_view,
    }),
    'build-pipeline-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'build-pipeline-view',
      selectedJob: spec.first_job,
      title: spec.title,
      displayedBuilds: spec.no_of_displayed_builds,
      alwaysAllowManualTrigger: spec.manual_trigger,
      showPipelineParameters: spec.show_parameters,
      refreshFrequency: spec.refresh_frequency,
      spec,
    }),
    'delivery-pipeline-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'delivery-pipeline-view',
      components: [],
      spec,
    }),
    'sectioned-view': (spec, _, scope) => ({
      ...base(spec, scope),
      kind: 'sectioned-view',
      sections: nodesOf(spec.sections, sectionNodes, scope),
    }),
  };
}

function jobList(spec: JobList, scope: JobScope) {
  return {
    jobs: spec.jobs,
    regex: spec.regex,
    recurse: spec.recurse,
    statusFilter: spec.status_filter && statusFilters[spec.status_filter.value],
    jobFilters: spec.job_filters,
    columns: columnsOf(spec.columns, scope),
  };
}

const statusFilters = { enabled: 'ENABLED', disabled: 'DISABLED' } as const;

function columnsOf(entries: readonly JobColumn[], scope: JobScope): readonly Column[] {
  return entries.length === 0 ? usualColumns : nodesOf(entries, columnNodes, scope);
}

import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The views of everything.groovy. */
export const everythingViews: readonly Item[] = [
  node({
    kind: 'list-view',
    family: 'views',
    name: 'Builds',
    description: 'build jobs',
    filterBuildQueue: true,
    filterExecutors: true,
    recurse: true,
    jobs: ['app-scm', 'app-git-short'],
    regex: '.*-build',
    statusFilter: 'ENABLED',
    columns: ['status', 'weather', 'name', 'lastSuccess', 'lastFailure', 'lastDuration', 'buildButton'],
  }),
  node({ kind: 'list-view', family: 'views', name: 'team/inner', jobs: ['app-build'], columns: ['name'] }),
  node({
    kind: 'build-pipeline-view',
    family: 'views',
    name: 'Pipeline',
    title: 'CI Pipeline',
    displayedBuilds: 5,
    selectedJob: 'app-scm',
    alwaysAllowManualTrigger: true,
    showPipelineParameters: true,
    refreshFrequency: 60,
  }),
  node({
    kind: 'nested-view',
    family: 'views',
    name: 'Nested',
    views: [
      node({ kind: 'list-view', family: 'views', name: 'one', regex: 'a.*', columns: ['status', 'name'] }),
      node({ kind: 'list-view', family: 'views', name: 'two', columns: ['status'] }),
    ],
    columns: ['status', 'weather'],
  }),
  node({
    kind: 'dashboard-view',
    family: 'views',
    name: 'Dash',
    jobs: ['app-scm'],
    columns: ['status', 'name'],
  }),
  node({
    kind: 'delivery-pipeline-view',
    family: 'views',
    name: 'Delivery',
    pipelineInstances: 3,
    components: [node({ name: 'Sub', firstJob: 'app-scm' })],
  }),
];

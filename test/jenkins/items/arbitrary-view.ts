import fc, { type Arbitrary } from 'fast-check';
import type { Item } from '../../../jenkins/all-items.ts';
import type { Fragment } from '../../../jenkins/shared/fragment.ts';
import type { View } from '../../../jenkins/views/all-views.ts';
import type { Column } from '../../../jenkins/views/view-base.ts';
import { amount, filled, flag, list, nodeOf, text } from './arbitrary-leaf.ts';

const column = fc.constantFrom<Column>(
  'status',
  'weather',
  'name',
  'lastSuccess',
  'lastFailure',
  'lastDuration',
  'buildButton',
);
const positive = fc.integer({ min: 1, max: 1_000 });
const jobName = fc.string({
  unit: fc.constantFrom('a', 'B', 'b', 'C', '_', '-', '0', 'é', 'Z', '~'),
  minLength: 1,
  maxLength: 4,
});

const base = { family: fc.constant('views' as const), name: fc.constant('inner'), description: text };
const filters = { filterBuildQueue: flag, filterExecutors: flag };
const jobList = {
  ...base,
  ...filters,
  jobs: fc.array(jobName, { maxLength: 8 }),
  regex: text,
  columns: list<Column>(column),
  recurse: flag,
  statusFilter: fc.constantFrom('ENABLED' as const, 'DISABLED' as const),
};

/** Views of all kinds, views in views too. */
export function arbitraryView(fragments: (kind: Item['kind']) => Arbitrary<Fragment[]>): Arbitrary<View> {
  const simple: Arbitrary<View> = fc.oneof(
    nodeOf({ ...jobList, kind: fc.constant('list-view' as const), fragments: fragments('list-view') }, [
      'kind',
      'family',
      'name',
      'columns',
    ]),
    nodeOf(
      { ...jobList, kind: fc.constant('dashboard-view' as const), fragments: fragments('dashboard-view') },
      ['kind', 'family', 'name', 'columns'],
    ),
    nodeOf(
      {
        ...base,
        ...filters,
        kind: fc.constant('build-pipeline-view' as const),
        selectedJob: text,
        title: text,
        displayedBuilds: positive,
        alwaysAllowManualTrigger: flag,
        showPipelineParameters: flag,
        refreshFrequency: positive,
        fragments: fragments('build-pipeline-view'),
      },
      ['kind', 'family', 'name', 'selectedJob'],
    ),
    nodeOf(
      {
        ...base,
        kind: fc.constant('delivery-pipeline-view' as const),
        pipelineInstances: amount,
        components: list(nodeOf({ name: filled, firstJob: filled }), { selector: ({ name }) => name }),
        fragments: fragments('delivery-pipeline-view'),
      },
      ['kind', 'family', 'name', 'components'],
    ),
  );
  const nested: Arbitrary<View> = nodeOf(
    {
      ...base,
      ...filters,
      kind: fc.constant('nested-view' as const),
      views: list(simple),
      columns: list(fc.constantFrom('status' as const, 'weather' as const)),
      fragments: fragments('nested-view'),
    },
    ['kind', 'family', 'name', 'views'],
  );
  return fc.oneof({ weight: 4, arbitrary: simple }, nested);
}

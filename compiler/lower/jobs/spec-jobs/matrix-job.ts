import type { Axis } from '../../../../jenkins/axes/all-axes.ts';
import type { MatrixJob } from '../../../../jenkins/items/matrix.ts';
import type { JobAxis, MatrixItem } from '../../../../schema/generated/located.ts';
import type { JobScope } from '../job-scope.ts';
import { projectParts } from './freestyle-job.ts';
import { itemBase } from './job-base.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';

/** How the axes of the spec become axes of the job. */
const axisNodes: NodeTable<JobAxis, Axis> = {
  'user-defined': asWritten('user-defined'),
  'label-expression': asWritten('label-expression'),
  slave: asWritten('slave'),
  jdk: asWritten('jdk'),
  dynamic: asWritten('dynamic'),
  python: asWritten('python'),
  tox: asWritten('tox'),
  elastic: asWritten('elastic'),
  yaml: asWritten('yaml'),
};

/** Returns the matrix job that a spec asks for. */
export function matrixJob(spec: MatrixItem, scope: JobScope): MatrixJob {
  const { touchstone } = spec;
  return {
    ...itemBase(spec, scope),
    kind: 'matrix',
    ...projectParts(spec, scope),
    axes: nodesOf(spec.axes, axisNodes, scope),
    combinationFilter: spec.combination_filter,
    sequential: spec.sequential,
    touchstone: touchstone && {
      filter: touchstone.expr,
      result: touchstone.result.map((result) => (result === 'stable' ? 'SUCCESS' : 'UNSTABLE')),
    },
    childWorkspace: spec.child_workspace,
  };
}

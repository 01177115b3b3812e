import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import { type Axis, axes } from '../axes/all-axes.ts';
import { itemThing } from '../shared/item-thing.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { completeThresholdContent } from '../shared/threshold.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { noteProject, type ProjectJob, projectCalls, projectElements, projectPlaces } from './freestyle.ts';

/** A job that is built once for each combination of the values of its axes. */
export interface MatrixJob extends ProjectJob {
  readonly kind: 'matrix';
  readonly axes: readonly Axis[];
  readonly combinationFilter?: Text | undefined;
  readonly sequential?: Valued<boolean> | undefined;
  readonly touchstone?: Touchstone | undefined;
  readonly childWorkspace?: Text | undefined;
}

/** Combinations that are built first. */
export interface Touchstone {
  readonly filter: Text;
  /** The worst result with which the others are built. */
  readonly result: Valued<'SUCCESS' | 'UNSTABLE'>;
}

/** A matrix job, by the Matrix Project plugin (hudson.matrix.MatrixProject). */
export const matrix = itemThing<MatrixJob>({
  kind: 'matrix',
  isView: false,
  fragmentPlaces: [...projectPlaces.filter((place) => place !== 'actions'), 'axes', 'executionStrategy'],
  needs: use('DslFactory', 'matrixJob', 'jobs have axes'),
  xml: (job) =>
    element(
      'matrix-project',
      projectElements(
        job,
        [element('axes', axes.elements(job.axes))],
        [strategy(job)],
        [
          ...optional('combinationFilter', job.combinationFilter),
          ...optional('childCustomWorkspace', job.childWorkspace),
        ],
      ),
    ),
  method: 'matrixJob',
  dsl: (job, dsl) => {
    projectCalls(job, dsl);
    dsl.blocks('axes', axes.called(job.axes), (axis) => axes.dsl(axis, dsl));
    dsl.given('combinationFilter', job.combinationFilter);
    if (job.sequential !== undefined && plainValue(job.sequential))
      dsl.call('runSequentially', job.sequential);
    dsl.given('childCustomWorkspace', job.childWorkspace);
  },
  inside: (job, needs) => {
    noteProject(job, needs);
    axes.needs(job.axes, needs);
  },
});

/** Job DSL's own touchstone has no result that Jenkins knows. */
function strategy({ sequential, touchstone }: MatrixJob): XmlElement {
  return typed('executionStrategy', 'hudson.matrix.DefaultMatrixExecutionStrategyImpl', [
    leaf('runSequentially', sequential ?? false),
    ...(touchstone === undefined
      ? []
      : [
          saved(leaf('touchStoneCombinationFilter', touchstone.filter)),
          saved(element('touchStoneResultCondition', completeThresholdContent(touchstone.result))),
        ]),
  ]);
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { NaginatorPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';

const PACKAGE = 'com.chikli.hudson.plugin.naginator';

/** Builds again after a failed build (`NaginatorPublisher`, read 2026-08). */
export const naginator: Thing<SpecNode<'naginator', NaginatorPublisher>> = {
  kind: 'naginator',
  needs: elementsOf('naginator', 'jobs are built again when they fail', '1.17'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.NaginatorPublisher`, [
      leaf('regexpForRerun', spec.regular_expression ?? ''),
      leaf('rerunIfUnstable', spec.rerun_unstable_builds),
      leaf('rerunMatrixPart', spec.rerun_matrix_part),
      leaf('checkRegexp', spec.regular_expression !== undefined),
      leaf('regexpForMatrixStrategy', 'TestParent'),
      delayElement(spec),
      leaf('maxSchedule', spec.max_failed_builds),
    ]),
};

function delayElement(spec: NaginatorPublisher): XmlElement {
  if (spec.fixed_delay !== undefined || spec.progressive_delay_increment === undefined)
    return typed('delay', `${PACKAGE}.FixedDelay`, [leaf('delay', spec.fixed_delay ?? 0)]);
  return typed('delay', `${PACKAGE}.ProgressiveDelay`, [
    leaf('increment', spec.progressive_delay_increment),
    leaf('max', spec.progressive_delay_maximum),
  ]);
}

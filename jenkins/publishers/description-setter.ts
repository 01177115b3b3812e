import type { DescriptionSetterPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, ifTrue, leaf, optional } from '../shared/xml.ts';

/**
 * Sets the description of builds (`DescriptionSetterPublisher`, read 2026-08). An expression for failed builds that is
 * there counts even when it is empty, so it is left out.
 */
export const descriptionSetter: Thing<SpecNode<'description-setter', DescriptionSetterPublisher>> = {
  kind: 'description-setter',
  needs: elementsOf('description-setter', 'jobs set the descriptions of their builds', '238.v6dee627c87e7'),
  xml: ({ spec }) =>
    element('hudson.plugins.descriptionsetter.DescriptionSetterPublisher', [
      leaf('regexp', spec.regexp),
      ...ifTrue('regexpForFailed', spec.regexp_for_failed),
      ...optional('description', spec.description),
      ...optional('descriptionForFailed', spec.description_for_failed),
      leaf('setForMatrix', spec.set_for_matrix),
      leaf('appendMode', spec.append_mode),
    ]),
};

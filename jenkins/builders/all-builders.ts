import type { ConditionalStepBuilder } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, type ThingFamily, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { conditionalStepElement, conditionalStepPlugin } from './conditional-step.ts';
import { environmentBuilder } from './environment.ts';
import { gradleBuilder } from './gradle.ts';
import { otherBuilders } from './other-builders.ts';
import { shellBuilder } from './shell.ts';

const plainThings = [environmentBuilder, shellBuilder, gradleBuilder, xmlThing] as const;

type OtherBuilder = NodeOf<ReturnType<typeof otherBuilders>>;

/** A build step of a freestyle job. */
export type Builder = NodeOf<typeof plainThings> | OtherBuilder | ConditionalStep;

/** Steps that run on a condition. */
export interface ConditionalStep extends SpecNode<'conditional-step', ConditionalStepBuilder> {
  readonly steps: readonly Builder[];
}

const conditionalStepBuilder: Thing<ConditionalStep> = {
  kind: 'conditional-step',
  needs: conditionalStepPlugin,
  xml: ({ spec, steps }) => conditionalStepElement(spec, builders.plain(steps)),
  inside: ({ steps }, needs) => builders.needs(steps, needs),
};

/** All build steps. */
export const builders: ThingFamily<Builder> = thingFamily(
  [...plainThings, conditionalStepBuilder] as const,
  otherBuilders,
);

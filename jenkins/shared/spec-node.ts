import type { LocatedObject } from '../../compiler/source/node.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type { ItemNode } from './node.ts';

/** A node of a job that is what a spec says of it, and nothing else. */
export interface SpecNode<Kind extends string, Spec extends LocatedObject> extends ItemNode {
  readonly kind: Kind;
  readonly spec: Spec;
}

/** What a spec says of a step with its script, whether that is written or comes from a file. */
export type Scripted<Spec, Field extends string = 'command'> = Spec & {
  readonly [F in Field]: Sourced<string>;
};

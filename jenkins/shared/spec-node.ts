import type { LocatedObject } from '../../compiler/source/node.ts';
import type { ItemNode } from './node.ts';

/** A node of a job that is what a spec says of it, and nothing else. */
export interface SpecNode<Kind extends string, Spec extends LocatedObject> extends ItemNode {
  readonly kind: Kind;
  readonly spec: Spec;
}

import { fromPolicy, type Origin } from '../../../compiler/text/origin.ts';

/** The origin of the nodes of these tests. */
export const here: Origin = fromPolicy('an example of the tests');

/** Returns a node of the IR with an origin. */
export function node<const T extends object>(fields: T): T & { readonly origin: Origin } {
  return { ...fields, origin: here };
}

import type { PlaceId } from '../instrument/sites.ts';
import { callChain, currentFrame } from './frames.ts';

/** The use of something that is not available: its name, and the calls in progress. */
export interface Attempt {
  readonly name: string;
  readonly calls: readonly PlaceId[];
}

const attempts: Attempt[] = [];

/** Returns the first thing that a spec tried to use although it is not available, even if it caught the error. */
export function firstAttempt(): Attempt | undefined {
  return attempts[0];
}

/** Returns a function that stands for something that specs cannot use: it throws when it is called. */
export function notAvailable(name: string): (...args: unknown[]) => never {
  return function unavailable(): never {
    attempts[attempts.length] = { name, calls: callChain(currentFrame()) };
    throw new TypeError(`${name} is not available in a spec`);
  };
}

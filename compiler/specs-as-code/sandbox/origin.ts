import type { PlaceId } from '../instrument/sites.ts';

/** How a place leads to the one before it: the value is used there, or a call there ran the code. */
export type StepKind = 'use' | 'call';

/** Where a value was made, and the places that lead there, the nearest first. */
export interface ValueOrigin {
  readonly place: PlaceId;
  readonly steps: readonly (readonly [StepKind, PlaceId])[];
}

/** Returns an origin with steps for the calls in which the value was made. */
export function madeIn(place: PlaceId, calls: readonly PlaceId[], use?: PlaceId): ValueOrigin {
  const steps: (readonly [StepKind, PlaceId])[] = [];
  if (use !== undefined && use !== place) steps[0] = ['use', use];
  for (const call of calls) if (call !== place) steps[steps.length] = ['call', call];
  return { place, steps };
}

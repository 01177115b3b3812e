import type { Origin } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import { assertNever } from '../util/assert-never.ts';
import type { Cause } from './cause.ts';

/** Returns where something comes from, in few words: `build.bitesize:4:11`, `default of ...`, or the reason. */
export function placeText(origin: Origin | undefined): string | undefined {
  if (origin === undefined) return undefined;
  switch (origin.kind) {
    case 'spec': {
      const { line, column } = positionAt(origin.span.file, origin.span.start);
      return `${origin.span.file.name}:${line}:${column}`;
    }
    case 'default':
      return `default of ${origin.field}`;
    case 'policy':
      return origin.reason;
    case 'several':
      return placeText(origin.of.find(({ kind }) => kind === 'spec') ?? origin.of[0]);
    default:
      return assertNever(origin);
  }
}

/** Returns the place that a change comes from: `was build.bitesize:4:11` for a line of the old specs. */
export function causeText(because: Cause | undefined): string | undefined {
  const place = placeText(because?.origin);
  return because?.isOld && because.origin.kind === 'spec' ? `was ${place}` : place;
}

import { type Origin, spanOf } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';

import { assertNever } from '../util/assert-never.ts';
import type { Change } from './change.ts';

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

/** Returns the same for what is gone: a line of the old specs is no place in the new ones. */
export function oldPlace(origin: Origin | undefined): string | undefined {
  const place = placeText(origin);
  return origin !== undefined && spanOf(origin) !== undefined ? `was ${place}` : place;
}

/** Returns the line of a spec that caused a change; of a removed thing, where it was in the old spec. */
export function changePlace({ action, origin }: Change): string | undefined {
  return action === 'remove' ? oldPlace(origin) : placeText(origin);
}

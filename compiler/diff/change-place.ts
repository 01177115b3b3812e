import type { Change } from './change.ts';
import { oldPlace, placeText } from './place-text.ts';

/** Returns the line of a spec that caused a change; of a removed thing, where it was in the old spec. */
export function changePlace({ action, origin }: Change): string | undefined {
  return action === 'remove' ? oldPlace(origin) : placeText(origin);
}

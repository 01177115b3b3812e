import type { Risk } from '../change.ts';
import { fieldOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

const SELECTED = 'spec.selector.name';

/**
 * Requests that go to other pods as soon as the change is applied: another live colour, a change between rolling and
 * blue/green, another `selector`. Follows the Service that users reach; that of a colour never changes.
 */
export function movedTraffic({ before, after }: SeenChange): readonly Risk[] {
  if (objectKind(before) !== 'Service' || after === undefined || before?.name !== after.name) return [];
  const [old, now] = [fieldOf(before, SELECTED), fieldOf(after, SELECTED)];
  if (old === undefined || now === undefined || old === now) return [];
  const text = `live traffic moves from the pods ${quoted(old)} to ${quoted(now)}, which have to run by then`;
  return [{ kind: 'traffic-moved', text }];
}

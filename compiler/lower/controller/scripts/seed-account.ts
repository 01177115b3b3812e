import { fromPolicy } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { ControllerScope } from '../controller-scope.ts';
import { seedMode } from '../seed-mode.ts';

/**
 * Returns the account that the seed job runs as, or undefined where it has none: with scripts from the image, and
 * where accounts come from a directory, which Jenkins cannot add to.
 */
export function seedAccount({ settings }: ControllerScope): Sourced<string> | undefined {
  if (settings.realm.type.value !== 'own' || seedMode(settings).value !== 'repository') return undefined;
  return sourced(
    'seed-job',
    fromPolicy(
      'Sandboxed Job DSL runs as a user; the account is for that alone and has a password nobody knows.',
    ),
  );
}

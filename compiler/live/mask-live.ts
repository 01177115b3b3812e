import type { Change } from '../diff/change.ts';
import { type Mask, maskChanges } from '../diff/mask-secrets.ts';

/** As `hudson.util.Secret` writes them: nobody can use them, and nobody should have to look at them. */
const ENCRYPTED = /\{AQ[\w+/=]{10,}\}/g;

/** What a reader sees instead of a secret. */
const HIDDEN = '********';

/** Shorter secrets are only replaced where they are a whole value. */
const SHORTEST = 4;

/** Returns changes in which no secret can be read: none of the specs, and none of those that were found on the server. */
export function maskLive(
  changes: readonly Change[],
  specs: Mask,
  secrets: ReadonlySet<string>,
): readonly Change[] {
  const long = [...secrets].filter((secret) => secret.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return maskChanges(changes, (text) => {
    if (secrets.has(text)) return HIDDEN;
    const safe = long.reduce((all, secret) => all.replaceAll(secret, HIDDEN), specs(text));
    return safe.replace(ENCRYPTED, HIDDEN);
  });
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Rule } from './rule.ts';
import { findScriptSecrets } from './secrets/script-secrets.ts';
import { secretHelp } from './secrets/secret-help.ts';
import { secretName } from './secrets/secret-name.ts';
import { findShapes, findUrlPasswords } from './secrets/secret-shapes.ts';
import { spanWithin } from './secrets/span-within.ts';
import { type PlacedText, textPlaces } from './secrets/text-places.ts';
import { looksRandom, valueKind } from './secrets/value-kind.ts';

/**
 * No secret stands in a spec as plain text. The span of each finding is the secret itself, so that reports can mask
 * it; no message has any of it.
 */
export const plainSecretsRule: Rule = {
  name: 'plain-secrets',
  check(specs, { allowPlainSecrets }) {
    const found = textPlaces(specs).flatMap(secretsIn);
    return allowPlainSecrets ? found.map((secret) => ({ ...secret, severity: 'warning' })) : found;
  },
};

/** Findings in one text; who has more sees the rest when these are gone. */
const MOST_PER_TEXT = 50;

/** One finding for each secret: a value that is one by its name is not searched for others. */
function secretsIn(place: PlacedText): readonly Diagnostic[] {
  const shaped = shapedSecrets(place);
  if (shaped.length > 0) return shaped.slice(0, MOST_PER_TEXT);
  const named = namedSecret(place);
  if (named !== undefined) return [named];
  const urls = urlPasswords(place);
  return (urls.length > 0 ? urls : scriptSecrets(place)).slice(0, MOST_PER_TEXT);
}

function shapedSecrets(place: PlacedText): Diagnostic[] {
  return findShapes(place.value.value).map(({ what, start, text }) =>
    diagnose('secret/token', { what }, spanWithin(place.value, start, text), { help: secretHelp(place) }),
  );
}

function namedSecret(place: PlacedText): Diagnostic | undefined {
  const { name, value } = place;
  const sureness = name === undefined ? undefined : place.isLogin ? 'sure' : secretName(name);
  if (name === undefined || sureness === undefined) return undefined;
  if (sureness === 'maybe' && !looksRandom(value.value)) return undefined;
  if (isNameOfSecret(name, value.value)) return undefined;
  const span = spanOf(value.origin);
  switch (valueKind(value.value)) {
    case 'harmless':
      return undefined;
    case 'placeholder':
      return diagnose('secret/placeholder', { what: `\`${name}\`` }, span, { help: secretHelp(place) });
    case 'literal':
      return diagnose('secret/plain-value', { name }, span, { help: secretHelp(place) });
  }
}

/** `TLS_SECRET: web-tls` names a Secret, `TOKEN_ENDPOINT` and `AUTH_TOKEN: https://...` say where to get one. */
function isNameOfSecret(name: string, value: string): boolean {
  if (/^[a-z]+:\/\/[^@]*$/i.test(value)) return true;
  if (/secret$/i.test(name)) return /^[a-z]+(-[a-z]+)+$/.test(value);
  return /token$/i.test(name) && /^\d{1,9}$/.test(value);
}

function urlPasswords(place: PlacedText): Diagnostic[] {
  return findUrlPasswords(place.value.value).flatMap(({ start, text }) => {
    const kind = valueKind(text);
    if (kind === 'harmless') return [];
    const span = spanWithin(place.value, start, text);
    const help = secretHelp(place);
    return kind === 'placeholder'
      ? diagnose('secret/placeholder', { what: 'the URL' }, span, { help })
      : diagnose('secret/url-password', {}, span, { help });
  });
}

function scriptSecrets(place: PlacedText): Diagnostic[] {
  if (place.kind !== 'script' && place.kind !== 'command') return [];
  return findScriptSecrets(place.value.value)
    .filter(({ text }) => valueKind(text) === 'literal')
    .map(({ name, start, text }) =>
      diagnose('secret/in-script', { name }, spanWithin(place.value, start, text), {
        help: secretHelp(place),
      }),
    );
}

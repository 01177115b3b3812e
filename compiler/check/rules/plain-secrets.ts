import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Rule } from './rule.ts';
import { type FoundSecret, findSecrets } from './secrets/find-secrets.ts';
import { judgeValue } from './secrets/judge-value.ts';
import { secretHelp } from './secrets/secret-help.ts';
import { restOf, spanWithin } from './secrets/span-within.ts';
import { type PlacedText, textPlaces } from './secrets/text-places.ts';

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

/** Findings in one text; the last one marks all that comes behind it, too, so that nothing of it is shown. */
const MOST_PER_TEXT = 50;

/** Thousands of texts have none. */
const none: readonly never[] = [];

/** One finding for each secret: a value that is one by its name is not searched for others, unless by their form. */
function secretsIn(place: PlacedText): readonly Diagnostic[] {
  const found = findSecrets(place.value.value);
  const named = namedSecret(place);
  if (named === undefined && found.length === 0) return none;
  if (named !== undefined) {
    const [first] = found;
    // All of the value is marked, whatever the piece is that has a form.
    if (first?.by !== 'form') return [named];
    return [{ ...findingOf(place, first), ...(named.span === undefined ? {} : { span: named.span }) }];
  }
  return found.slice(0, MOST_PER_TEXT).map((secret, index) => {
    const finding = findingOf(place, secret);
    const isLast = index === MOST_PER_TEXT - 1 && found.length > MOST_PER_TEXT;
    return isLast ? { ...finding, ...restOf(place.value, finding.span) } : finding;
  });
}

function findingOf(place: PlacedText, { by, what, kind, start, end }: FoundSecret): Diagnostic {
  const { value } = place;
  const span = spanWithin(value, start, value.value.slice(start, end));
  const details = { help: secretHelp(place) };
  if (kind === 'placeholder') {
    const what_ = by === 'name' ? `\`${what}\`` : what;
    return diagnose('secret/placeholder', { what: what_ }, span, details);
  }
  if (by === 'form') return diagnose('secret/token', { what }, span, details);
  if (by === 'url') return diagnose('secret/url-password', {}, span, details);
  return diagnose('secret/in-script', { name: what }, span, details);
}

function namedSecret(place: PlacedText): Diagnostic | undefined {
  const { name, value, isLogin } = place;
  if (name === undefined) return undefined;
  const kind = isLogin === true ? 'literal' : judgeValue(name, value.value);
  if (kind === 'harmless') return undefined;
  const span = spanOf(value.origin);
  const details = { help: secretHelp(place) };
  return kind === 'placeholder'
    ? diagnose('secret/placeholder', { what: `\`${name}\`` }, span, details)
    : diagnose('secret/plain-value', { name }, span, details);
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { SourceFile, Span } from '../../text/span.ts';
import { assertNever } from '../../util/assert-never.ts';
import type { Rule } from './rule.ts';
import { type FoundSecret, findSecrets } from './secrets/find-secrets.ts';
import { findFragmentSecrets } from './secrets/fragment-secrets.ts';
import { kindByName } from './secrets/secret-pieces.ts';
import { type PlacedText, textPlaces } from './secrets/text-places.ts';
import { spanWithin } from './support/span-within.ts';

/** Returns the span from a piece to the end of its value; all of the value when the piece has no place of its own. */
function restOf(value: Sourced<string>, piece: Span | undefined): { readonly span?: Span } {
  const whole = spanOf(value.origin);
  if (whole === undefined) return {};
  return { span: piece === undefined ? whole : { ...whole, start: piece.start } };
}

/**
 * No secret stands in a spec as plain text. The span of each finding is the secret itself, so that reports can mask
 * it; no message has any of it.
 */
export const plainSecretsRule: Rule = {
  name: 'plain-secrets',
  check(specs, { allowPlainSecrets }) {
    const all = textPlaces(specs).flatMap(secretsIn);
    return allowPlainSecrets ? all.map((secret) => ({ ...secret, severity: 'warning' })) : all;
  },
};

/** Findings in one text; the last one marks all that comes behind it, too, so that nothing of it is shown. */
const MOST_PER_TEXT = 50;

/** Thousands of texts have none. */
const none: readonly never[] = [];

/** One finding for each secret: a value that is one by its name is not searched for others, unless by their form. */
function secretsIn(place: PlacedText): readonly Diagnostic[] {
  const { kind, value } = place;
  const secrets = kind === 'fragment' ? findFragmentSecrets(value.value) : findSecrets(value.value);
  const named = namedSecret(place);
  if (named === undefined && secrets.length === 0) return none;
  if (named !== undefined) {
    const [first] = secrets;
    // All of the value is marked, whatever the piece is that has a form.
    if (first?.by !== 'form') return [named];
    return [{ ...findingOf(place, first), ...(named.span === undefined ? {} : { span: named.span }) }];
  }
  return secrets.slice(0, MOST_PER_TEXT).map((secret, index) => {
    const finding = findingOf(place, secret);
    const isLast = index === MOST_PER_TEXT - 1 && secrets.length > MOST_PER_TEXT;
    return isLast ? { ...finding, ...restOf(place.value, finding.span) } : finding;
  });
}

function findingOf(place: PlacedText, secret: FoundSecret): Diagnostic {
  const { value } = place;
  const { start, end } = secret;
  return found(secret, spanWithin(value, start, value.value.slice(start, end)), secretHelp(place));
}

/** Returns a finding for each secret in a file of the project, be it XML or a script. */
export function secretsInFile(file: SourceFile, allowPlainSecrets: boolean): readonly Diagnostic[] {
  const secrets = findFragmentSecrets(file.text);
  return secrets.slice(0, MOST_PER_TEXT).map((secret, index) => {
    const isLast = index === MOST_PER_TEXT - 1 && secrets.length > MOST_PER_TEXT;
    const span = { file, start: secret.start, end: isLast ? file.text.length : secret.end };
    const finding = found(secret, span, SCRIPT_HELP);
    return allowPlainSecrets ? { ...finding, severity: 'warning' } : finding;
  });
}

const SCRIPT_HELP =
  'keep it in a credential, bind it with `env` (`name` and `credentials`), and read the variable here';

function found({ by, what, kind }: FoundSecret, span: Span | undefined, help: string): Diagnostic {
  const details = { help: by === 'field' ? fieldHelp(what) : help };
  if (kind === 'placeholder') {
    const what_ = by === 'name' ? `\`${what}\`` : what;
    return diagnose('secret/placeholder', { what: what_ }, span, details);
  }
  if (by === 'field') return diagnose('secret/job-field', { field: what }, span, details);
  if (by === 'form') return diagnose('secret/token', { what }, span, details);
  if (by === 'url') return diagnose('secret/url-password', {}, span, details);
  return diagnose('secret/in-script', { name: what }, span, details);
}

function namedSecret(place: PlacedText): Diagnostic | undefined {
  const { name, value } = place;
  const kind = kindByName(place);
  if (name === undefined || kind === undefined || kind === 'harmless') return undefined;
  const span = spanOf(value.origin);
  const details = { help: secretHelp(place) };
  return kind === 'placeholder'
    ? diagnose('secret/placeholder', { what: `\`${name}\`` }, span, details)
    : diagnose('secret/plain-value', { name }, span, details);
}

/** Returns how a job does without a secret in a field of its own. */
function fieldHelp(field: string): string {
  if (field === 'authToken')
    return 'remove it: who starts the job from elsewhere logs in as an account that may build it, with its API token';
  if (field === 'defaultValue')
    return 'leave it empty, so that who starts a build types it, or bind a credential with `env`';
  return 'keep it in a credential of jenkins.bitesize, and bind it with `env` (`name` and `credentials`)';
}

/** Returns how to say a secret at its place without writing it down. */
function secretHelp({ kind, name }: PlacedText): string {
  switch (kind) {
    case 'service-variable':
      return `write \`secret: ${name ?? 'NAME'}\` and \`value: <Secret>/<key>\`: the variable then comes from a Secret`;
    case 'build-variable':
      return 'write `credentials: <id>` instead of `value`, for a credential of type `secret-text` in jenkins.bitesize';
    case 'agent-variable':
      return 'write `secret: <Secret>` and `key: <key>` instead of `value`';
    case 'global-variable':
      return 'add a credential of type `secret-text` to jenkins.bitesize, and bind it in the components that need it';
    case 'options':
      return 'give the resource the name of a Secret that its controller reads, not the secret itself';
    case 'annotation':
      return 'anybody who may list pods can read annotations: mount a Secret as a volume instead';
    case 'header':
      return 'let the probe ask for a path that needs no login';
    case 'script':
    case 'fragment':
      return SCRIPT_HELP;
    case 'command':
      return 'put it into a variable with `secret`, and write `$(VARIABLE)` here';
    case 'repository':
      return 'remove the login from the URL, and name a credential of jenkins.bitesize with `credentials: <id>`';
    case 'chart':
      return 'remove the login from the URL, and let the chart controller log in with a Secret';
    case 'other':
      return 'keep it in a Secret or in a Jenkins credential, and refer to it by name';
    default:
      return assertNever(kind);
  }
}

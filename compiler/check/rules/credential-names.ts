import type { Credential } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { suggestion } from '../../util/suggestion.ts';
import { absentSpec, type Specs, settingsOf } from '../check-spec.ts';
import { specReferences } from '../references.ts';
import { at, type Rule } from './rule.ts';

/** Credentials are those of jenkins.bitesize: a checkout with another one, or with one of a wrong kind, fails. */
export const credentialNamesRule: Rule = {
  name: 'credential-names',
  *check(specs, { settingsAreRead, externalIsRead }) {
    if (!settingsAreRead) return;
    const credentials = [settingsOf(specs), absentSpec('jenkins')?.jenkins].flatMap(
      (settings) => settings?.credentials ?? [],
    );
    const defined = credentials.map(({ id }) => id.value);
    for (const checkout of checkoutsOf(specs)) {
      const credential = credentials.find(({ id }) => id.value === checkout.credentials.value);
      if (credential !== undefined) yield* checkKind(checkout, credential);
    }
    yield* checkSlack(specs, credentials);
    const told = new Set([
      '',
      ...defined,
      ...(specs.jobs?.external.credentials ?? []).map(({ value }) => value),
    ]);
    for (const { refers, name } of specReferences(specs)) {
      if (
        refers !== 'credentials' ||
        !externalIsRead ||
        told.has(name.value) ||
        at(name) === undefined ||
        name.value.includes('$')
      )
        continue;
      told.add(name.value);
      const near = suggestion(name.value, defined);
      yield diagnose('check/unknown-credential', { name: name.value }, at(name), {
        help:
          near === undefined
            ? [
                'add it to `credentials` of jenkins.bitesize, which names the Secret that holds it',
                ...(specs.jobs === undefined
                  ? []
                  : ['or list it in `external.credentials` of jobs.bitesize']),
              ]
            : `did you mean \`${near}\`?`,
      });
    }
  },
};

function* checkSlack(specs: Specs, credentials: readonly Credential[]): Generator<Diagnostic> {
  const name = settingsOf(specs).slack?.credentials;
  const credential = credentials.find(({ id }) => id.value === name?.value);
  if (name === undefined || credential === undefined || credential.type.value === 'secret-text') return;
  const { span } = credential.$;
  yield diagnose('check/slack-credential', { name: name.value, type: credential.type.value }, at(name), {
    labels: span === undefined ? [] : [{ span, text: 'defined here' }],
    help: 'make it a credential of type `secret-text`',
  });
}

interface Checkout {
  readonly url: Sourced<string> | undefined;
  readonly credentials: Sourced<string>;
}

/**
 * The git plugin takes a user name with a password or with a key, and finds no other credential; a key is for SSH alone
 * (`GitClient.CREDENTIALS_MATCHER` and `CliGitAPIImpl` of git-client 6).
 */
function* checkKind({ url, credentials: name }: Checkout, { type, $ }: Credential): Generator<Diagnostic> {
  const isHttp = url !== undefined && /^https?:\/\//i.test(url.value);
  const isNever = type.value === 'secret-text' || type.value === 'file';
  if (at(name) === undefined || !(isNever || (isHttp && type.value === 'ssh-key'))) return;
  const right = isHttp ? 'username-password' : 'ssh-key';
  const { span } = $;
  yield diagnose(
    'check/credential-kind',
    { name: name.value, type: type.value, transport: isNever ? 'git' : 'HTTPS' },
    at(name),
    {
      labels: span === undefined ? [] : [{ span, text: 'defined here' }],
      help: isHttp
        ? `make it a credential of type \`${right}\`; a token is its password`
        : `make it a credential of type \`${right}\``,
    },
  );
}

function* checkoutsOf(specs: Specs): Generator<Checkout> {
  for (const { repository } of specs.build?.components ?? []) {
    if (repository) yield { url: repository.git, credentials: repository.credentials };
  }
  for (const { tests } of specs.environments?.environments ?? []) {
    for (const { repository, credentials } of tests) yield { url: repository, credentials };
  }
  const { repository, credentials } = settingsOf(specs).seed;
  yield { url: repository, credentials };
}

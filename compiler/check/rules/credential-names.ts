import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import { suggestion } from '../../util/suggestion.ts';
import { absentSpec, type Specs, settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** Credentials are those of jenkins.bitesize: a checkout with another one fails. */
export const credentialNamesRule: Rule = {
  name: 'credential-names',
  *check(specs, { settingsAreRead }) {
    if (!settingsAreRead) return;
    const defined = [settingsOf(specs), absentSpec('jenkins')?.jenkins].flatMap(
      (settings) => settings?.credentials.map(({ id }) => id.value) ?? [],
    );
    const told = new Set(['', ...defined]);
    for (const name of credentialsOf(specs)) {
      if (told.has(name.value) || at(name) === undefined || name.value.includes('$')) continue;
      told.add(name.value);
      const near = suggestion(name.value, defined);
      yield diagnose('check/unknown-credential', { name: name.value }, at(name), {
        help:
          near === undefined
            ? 'add it to `credentials` of jenkins.bitesize, which names the Secret that holds it'
            : `did you mean \`${near}\`?`,
      });
    }
  },
};

function* credentialsOf(specs: Specs): Generator<Sourced<string>> {
  for (const { repository, env } of specs.build?.components ?? []) {
    if (repository) yield repository.credentials;
    for (const { credentials } of env) if (credentials) yield credentials;
  }
  for (const { tests } of specs.environments?.environments ?? []) {
    for (const { credentials } of tests) yield credentials;
  }
  yield settingsOf(specs).seed.credentials;
}

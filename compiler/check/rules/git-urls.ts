import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { type Specs, settingsOf } from '../check-spec.ts';

import { at, type Rule } from './rule.ts';

/** `git@host/path` lacks the colon of `git@host:path`, and is a path for git. */
export const gitUrlsRule: Rule = {
  name: 'git-urls',
  *check(specs) {
    for (const url of urlsOf(specs)) if (/^[\w.-]+@[\w.-]+\/[^:]*$/.test(url.value)) yield missingColon(url);
  },
};

function* urlsOf(specs: Specs): Generator<Sourced<string>> {
  for (const { repository } of specs.build?.components ?? []) if (repository) yield repository.git;
  for (const { tests, gists_repository: gists } of specs.environments?.environments ?? []) {
    for (const { repository } of tests) if (repository) yield repository;
    if (gists) yield gists.remote;
  }
  const { repository } = settingsOf(specs).seed;
  if (repository) yield repository;
}

function missingColon(url: Sourced<string>): Diagnostic {
  const meant = url.value.replace('/', ':');
  const span = at(url);
  return diagnose('check/git-url', { url: url.value }, span, {
    help: `did you mean \`${meant}\`?`,
    fixes:
      span === undefined
        ? []
        : [{ title: `write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  });
}

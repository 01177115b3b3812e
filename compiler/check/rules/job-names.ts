import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { jobNameProblem } from '../../util/job-name-problem.ts';
import { settingsOf } from '../settings-of.ts';
import type { Specs } from '../specs.ts';
import type { Rule } from './rule.ts';
import { at } from './support/at.ts';

/** Everything that becomes the name of a job, a folder or a view, or a part of one, is something that Jenkins takes. */
export const jobNamesRule: Rule = {
  name: 'job-names',
  *check(specs) {
    for (const { noun, name } of namesOf(specs)) yield* checkName(noun, name.value, name);
    const { folder, views } = settingsOf(specs);
    // A folder may be in another one; slashes at the ends mean nothing.
    for (const part of folder?.value.split('/').filter((text) => text !== '') ?? []) {
      if (folder !== undefined) yield* checkName('folder', part, folder);
    }
    for (const { name } of views) yield* checkName('view', name.value, name);
  },
};

function* checkName(noun: string, name: string, written: Sourced<string>): Generator<Diagnostic> {
  const problem = jobNameProblem(name);
  if (problem === undefined) return;
  yield diagnose('check/job-name', { noun, name, problem }, at(written), {
    help: 'use letters, digits, `-`, `_` and `.`',
  });
}

interface NamedThing {
  readonly noun: string;
  readonly name: Sourced<string>;
}

function* namesOf({ build, application, environments }: Specs): Generator<NamedThing> {
  for (const { name } of build?.components ?? []) yield { noun: 'component', name };
  const applications = [...(application?.applications ?? []), ...(application?.containers ?? [])];
  for (const { name } of applications) yield { noun: 'application', name };
  for (const { name, tests } of environments?.environments ?? []) {
    yield { noun: 'environment', name };
    for (const test of tests) yield { noun: 'test', name: test.name };
  }
}

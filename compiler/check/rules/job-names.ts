import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import { jobNameProblem } from '../../util/job-name-problem.ts';
import type { Specs } from '../specs.ts';
import type { Rule } from './rule.ts';
import { at } from './support/at.ts';

/** Everything that becomes the name of a job, or a part of one, is something that Jenkins takes. */
export const jobNamesRule: Rule = {
  name: 'job-names',
  *check(specs) {
    for (const { noun, name } of namesOf(specs)) {
      const problem = jobNameProblem(name.value);
      if (problem === undefined) continue;
      yield diagnose('check/job-name', { noun, name: name.value, problem }, at(name), {
        help: 'use letters, digits, `-`, `_` and `.`',
      });
    }
  },
};

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

import type { ShellBuilder } from '../../../jenkins/builders/shell.ts';
import type { FreestyleJob } from '../../../jenkins/items/freestyle.ts';
import type { Environment, Test } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { sourced } from '../../text/sourced.ts';
import { colourOutput } from './colour-output.ts';
import { gitCheckout } from './git-checkout.ts';
import { testJobName } from './job-names.ts';
import { fullName, type JobScope } from './job-scope.ts';
import { logRotation } from './log-rotation.ts';
import { mailers } from './notifications.ts';

/** Returns the job of a test: checkout and shell steps. `environment-pipeline` starts it after a deployment. */
export function testJob(scope: JobScope, environment: Environment, test: Test): FreestyleJob {
  const { repository, branch, credentials, agent, name, $ } = test;
  return {
    kind: 'freestyle',
    family: 'test_jobs',
    name: fullName(scope, testJobName(environment.name, name)),
    description: sourced(`Test ${name.value} of environment ${environment.name.value}.`, $.origin),
    label: agent,
    logRotation: logRotation(scope.settings),
    scm: repository && gitCheckout(repository, branch, credentials, repository.origin),
    wrappers: [colourOutput],
    builders: test.commands.flatMap(({ shell, $: place }): ShellBuilder[] => {
      if (shell.value.trim() !== '') return [{ kind: 'shell', script: shell, origin: place.origin }];
      scope.report(diagnose('job/empty-step', { what: 'this command' }, place.span, { help: 'remove it' }));
      return [];
    }),
    publishers: mailers(scope),
    origin: $.origin,
  };
}

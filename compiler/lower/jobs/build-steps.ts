import type { Builder } from '../../../jenkins/builders/all-builders.ts';
import type { GradleBuilder } from '../../../jenkins/builders/gradle.ts';
import type { BuildStep, Component } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { JobScope } from './job-scope.ts';

/** Returns the build steps of a component, in the order of the spec. */
export function buildSteps(scope: JobScope, { build }: Component): readonly Builder[] {
  return build.flatMap((step) => buildStep(scope, step));
}

function buildStep(scope: JobScope, step: BuildStep): readonly Builder[] {
  const { shell, $ } = step;
  const gradle = $.fields.has('gradle') || $.fields.has('tasks');
  if (shell !== undefined && gradle) {
    scope.report(diagnose('job/two-steps', {}, $.span, { help: 'make two steps of it' }));
    return [];
  }
  if (gradle) return [gradleStep(step)];
  if (shell !== undefined && shell.value.trim() !== '') {
    return [{ kind: 'shell', script: shell, origin: $.origin }];
  }
  scope.report(
    diagnose('job/empty-step', { what: 'this step' }, $.span, {
      help: 'add `shell` or `gradle`, or remove it',
    }),
  );
  return [];
}

/** The options stand under `gradle`, or beside it as the plugin wanted; `use_wrapper: false` holds (B01). */
function gradleStep(step: BuildStep): GradleBuilder {
  const under = step.gradle;
  const option = <K extends 'tasks' | 'switches' | 'use_wrapper'>(field: K): BuildStep[K] | undefined => {
    if (under?.$.fields.has(field)) return under[field];
    return step.$.fields.has(field) ? step[field] : undefined;
  };
  return {
    kind: 'gradle',
    tasks: filled(option('tasks')),
    switches: filled(option('switches')),
    useWrapper: option('use_wrapper'),
    origin: step.$.origin,
  };
}

function filled(text: Sourced<string> | undefined): Sourced<string> | undefined {
  return text === undefined || text.value === '' ? undefined : text;
}

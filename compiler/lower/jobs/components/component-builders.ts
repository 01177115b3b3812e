import type { GradleBuilder } from '../../../../jenkins/builders/gradle.ts';
import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { BuildStep, Component } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { JobScope } from '../job-scope.ts';

/** What a step of a component becomes. */
export type ComponentBuilder = ShellBuilder | GradleBuilder;

/** Returns the build steps of a component, in the order of the spec, and reports those that are none. */
export function componentBuilders(
  scope: JobScope,
  { build }: Component,
): readonly { readonly step: BuildStep; readonly builder: ComponentBuilder }[] {
  return build.flatMap((step) => {
    const builder = builderOf(scope, step);
    return builder === undefined ? [] : [{ step, builder }];
  });
}

function builderOf(scope: JobScope, step: BuildStep): ComponentBuilder | undefined {
  const { shell, $ } = step;
  const gradle = $.fields.has('gradle') || $.fields.has('tasks');
  if (shell !== undefined && gradle) {
    scope.report(diagnose('job/two-steps', {}, $.span, { help: 'make two steps of it' }));
    return undefined;
  }
  if (gradle) {
    const description = step.gradle?.$.fields.get('description');
    // Beside `gradle` the schema says the same.
    if (description !== undefined)
      scope.report(
        diagnose('check/dead-field', { field: 'description' }, description.key, {
          help: 'write it as a comment: the Gradle plugin of today has no description of a step',
        }),
      );
    return gradleStep(step);
  }
  if (shell !== undefined && shell.value.trim() !== '') {
    return { kind: 'shell', script: shell, origin: $.origin };
  }
  scope.report(
    diagnose('job/empty-step', { what: 'this step' }, $.span, {
      help: 'add `shell` or `gradle`, or remove it',
    }),
  );
  return undefined;
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

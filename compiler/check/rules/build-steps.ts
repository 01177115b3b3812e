import type { BuildStep, Component } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Rule } from './rule.ts';
import { isWritten, keyOf } from './support/at.ts';

const options = ['tasks', 'description', 'use_wrapper', 'switches'] as const;

/** A build step is a shell step or a Gradle step; options of Gradle stand with Gradle, once. */
export const buildStepsRule: Rule = {
  name: 'build-steps',
  *check(specs) {
    for (const component of specs.build?.components ?? []) yield* checkSteps(component);
  },
};

function* checkSteps({ build }: Component): Generator<Diagnostic> {
  for (const step of build) {
    const hasShell = isWritten(step, 'shell');
    const hasGradle =
      isWritten(step, 'gradle') || (!hasShell && options.some((name) => isWritten(step, name)));
    if (!hasShell && !hasGradle && step.$.hasUnknown === true) continue;
    if (hasShell === hasGradle) {
      yield diagnose('check/build-step', { found: hasShell ? 'both' : 'none' }, keyOf(step, 'gradle'), {
        help: hasShell ? 'write two steps' : 'write `- shell: ...`',
      });
    } else if (hasShell) yield* checkShell(step);
    else yield* checkGradle(step);
  }
}

function* checkShell(step: BuildStep): Generator<Diagnostic> {
  for (const option of options) {
    if (!isWritten(step, option)) continue;
    const problem = 'is an option of a Gradle step, and this is a shell step';
    yield diagnose('check/gradle-option', { option, problem }, keyOf(step, option), {
      help: option === 'description' ? 'write a comment (`# ...`) instead' : 'remove it',
    });
  }
}

/** The original read the options beside `gradle`; below it is where people wrote them. Both places are read. */
function* checkGradle(step: BuildStep): Generator<Diagnostic> {
  const { gradle } = step;
  if (gradle === undefined) return;
  for (const option of options) {
    if (!isWritten(step, option) || !isWritten(gradle, option)) continue;
    const label = keyOf(gradle, option);
    const problem = 'stands below `gradle` and beside it';
    yield diagnose('check/gradle-option', { option, problem }, keyOf(step, option), {
      labels: label === undefined ? [] : [{ span: label, text: 'the other one' }],
      help: 'remove one of the two',
    });
  }
}

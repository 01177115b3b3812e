import type { BuildStep } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isWritten, keyOf, type Rule } from './rule.ts';

const options = ['tasks', 'description', 'use_wrapper', 'switches'] as const;

/** Options of Gradle stand with Gradle, each once: below the key, or beside it as the plugin wanted (B01). */
export const gradleOptionsRule: Rule = {
  name: 'gradle-options',
  *check(specs) {
    for (const { build } of specs.build?.components ?? []) {
      for (const step of build) {
        if (isWritten(step, 'gradle')) yield* checkGradle(step);
        else if (isWritten(step, 'shell')) yield* checkShell(step);
      }
    }
  },
};

/** Beside both keys a step is reported as such, where it becomes a step of a job. */
function* checkShell(step: BuildStep): Generator<Diagnostic> {
  for (const option of options) {
    if (!isWritten(step, option) || option === 'tasks') continue;
    const problem = 'is an option of a Gradle step, and this is a shell step';
    yield diagnose('check/gradle-option', { option, problem }, keyOf(step, option), {
      help: option === 'description' ? 'write a comment (`# ...`) instead' : 'remove it',
    });
  }
}

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

import type { BuildStep, GradleOptions } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { shortText } from '../../util/short-text.ts';
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
  yield* checkText(step, gradle);
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

/** The plugin wanted only the key, so `gradle: true` is no mistake, and neither is any text with the options beside it. */
function* checkText(
  step: BuildStep,
  { $: { span, fields, hasUnknown } }: GradleOptions,
): Generator<Diagnostic> {
  if (span === undefined || fields.size > 0 || hasUnknown === true || isWritten(step, 'tasks')) return;
  const written = span.file.text.slice(span.start, span.end);
  const text = written.replace(/^(['"`])(.*)\1$/s, '$2').trim();
  if (text === '' || text.endsWith('}') || /^(?:true|false|yes|no|on|off|null|~)$/i.test(text)) return;
  const edit = { span, text: `{ tasks: ${text} }` };
  yield diagnose('check/gradle-text', { text: shortText(text, 60) }, span, {
    help: `write the tasks below it: \`tasks: ${shortText(text, 60)}\``,
    fixes: /^\w[\w./ -]*$/.test(text)
      ? [{ title: `write \`${edit.text}\``, edits: [edit], safe: false }]
      : [],
  });
}

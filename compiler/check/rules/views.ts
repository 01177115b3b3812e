import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { javaRegexProblem } from '../../util/java-regex.ts';
import { settingsOf } from '../check-spec.ts';
import { specReferences } from '../references.ts';
import { at, type Rule } from './rule.ts';

/** A view has jobs in it: names of some, or a regular expression that Java takes. */
export const viewsRule: Rule = {
  name: 'views',
  *check(specs) {
    for (const { refers, name } of specReferences(specs)) if (refers === 'regex') yield* checkRegex(name);
    for (const view of settingsOf(specs).views) {
      const { name, jobs, regex } = view;
      if (regex !== undefined) yield* checkRegex(regex);
      if (jobs.length === 0 && (regex === undefined || regex.value === ''))
        yield diagnose('check/empty-view', { view: name.value }, at(name), {
          help: 'add `jobs` or `regex`',
        });
    }
  },
};

function* checkRegex(regex: Sourced<string>): Generator<Diagnostic> {
  const problem = javaRegexProblem(regex.value);
  if (problem === undefined) return;
  yield diagnose('check/java-regex', { regex: regex.value, problem }, at(regex), {
    help: 'correct it, or write a backslash before a character that means itself',
  });
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import { javaRegexProblem } from '../../util/java-regex.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** A view has jobs in it: names of some, or a regular expression that Java takes. */
export const viewsRule: Rule = {
  name: 'views',
  *check(specs) {
    for (const view of settingsOf(specs).views) {
      const { name, jobs, regex } = view;
      const problem = regex === undefined ? undefined : javaRegexProblem(regex.value);
      if (regex !== undefined && problem !== undefined)
        yield diagnose('check/java-regex', { regex: regex.value, problem }, at(regex), {
          help: 'correct it, or write a backslash before a character that means itself',
        });
      if (jobs.length === 0 && (regex === undefined || regex.value === ''))
        yield diagnose('check/empty-view', { view: name.value }, at(name), {
          help: 'add `jobs` or `regex`',
        });
    }
  },
};

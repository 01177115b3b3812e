import { diagnose } from '../../diagnostics/diagnose.ts';
import { at, type Rule } from './rule.ts';

/** Patterns of changed files are relative to the repository, as git has its paths. */
export const pathPatternsRule: Rule = {
  name: 'path-patterns',
  *check({ build }) {
    for (const { paths } of build?.components ?? []) {
      for (const pattern of paths) {
        const problem = problemOf(pattern.value.split('/'));
        if (problem === undefined) continue;
        yield diagnose('request/path-pattern', { pattern: pattern.value, problem }, at(pattern), {
          help: 'write it from the top of the repository, such as `services/web/**`',
        });
      }
    }
  },
};

function problemOf(parts: readonly string[]): string | undefined {
  if (parts.includes('..') || parts.includes('.')) return 'paths of git have no `.` and `..` in them';
  if (parts.slice(0, -1).includes('')) return 'it has an empty part';
  if (parts.some((part) => part.includes('**') && part !== '**')) return '`**` stands alone between slashes';
  return undefined;
}

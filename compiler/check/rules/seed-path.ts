import { diagnose } from '../../diagnostics/diagnose.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** The Job DSL reads the scripts of pipelines from a folder beside its own, so its own has to be one folder. */
export const seedPathRule: Rule = {
  name: 'seed-path',
  *check(specs) {
    const { mode, path } = settingsOf(specs).seed;
    const problem = mode?.value === 'image' ? undefined : seedPathProblem(path.value);
    if (problem === undefined) return;
    yield diagnose('check/seed-path', { path: path.value, problem }, at(path), {
      help: 'write the path of one folder, such as `delivery/jenkins/job-dsl`',
    });
  },
};

function seedPathProblem(path: string): string | undefined {
  if (/[*?]/.test(path)) return 'it is a pattern';
  if (path.includes('$')) return 'it has a variable in it';
  if (path.includes('\n')) return 'it has several lines';
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return 'it leads upwards';
  return parts.at(-1) === 'pipelines' ? 'that is where the scripts of pipelines are' : undefined;
}

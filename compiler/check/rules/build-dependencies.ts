import { diagnose } from '../../diagnostics/diagnose.ts';
import { isWritten, keyOf, type Rule } from './rule.ts';

const names = ['package', 'pkg', 'name'] as const;

/** A build dependency has one name. What its installer takes is checked where the commands are made. */
export const buildDependenciesRule: Rule = {
  name: 'build-dependencies',
  *check(specs) {
    for (const { dependencies } of specs.build?.components ?? []) {
      for (const dependency of dependencies) {
        const [first, second] = names.filter((name) => isWritten(dependency, name));
        if (first === undefined || second === undefined) continue;
        const label = keyOf(dependency, first);
        yield diagnose('check/package-name', { first, second }, keyOf(dependency, second), {
          labels: label === undefined ? [] : [{ span: label, text: 'the other one' }],
          help: `keep \`package\`, and write a second entry for a second package`,
        });
      }
    }
  },
};

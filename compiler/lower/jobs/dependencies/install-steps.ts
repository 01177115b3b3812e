import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { BuildDependency, Component } from '../../../../schema/generated/located.ts';
import { fromSeveral } from '../../../text/origin.ts';
import type { TracedText } from '../../../text/traced-text.ts';
import { assertNever } from '../../../util/assert-never.ts';
import { groupBy } from '../../../util/group-by.ts';
import type { JobScope } from '../job-scope.ts';
import { checkDependency } from './check-dependency.ts';
import { debianScript } from './debian-script.ts';
import { gemScript } from './gem-script.ts';
import { pipScript } from './pip-script.ts';

/**
 * Returns the build steps that install what a component needs: one for each installer, in the order in which the
 * spec first asks for it. Versions are honoured; the plugin ignored those of pip (B15).
 */
export function installSteps(scope: JobScope, { dependencies }: Component): readonly ShellBuilder[] {
  const usable = dependencies.filter((dependency) => checkDependency(scope, dependency));
  return [...groupBy(usable, ({ type }) => type.value)].map(([type, all]) => ({
    kind: 'shell',
    script: installScript(scope, type, all),
    origin: fromSeveral(all.map(({ $ }) => $.origin)),
  }));
}

function installScript(
  scope: JobScope,
  type: BuildDependency['type']['value'],
  dependencies: readonly BuildDependency[],
): TracedText {
  switch (type) {
    case 'debian-package':
      return debianScript(scope, dependencies);
    case 'gem-package':
      return gemScript(dependencies);
    case 'pip-package':
      return pipScript(dependencies);
    default:
      return assertNever(type);
  }
}

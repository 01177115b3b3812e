import type { Application, Component } from '../../schema/generated/located.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/span-of.ts';
import type { SuggestionAllowance } from '../util/suggestion.ts';
import { nameHelp } from './name-help.ts';
import type { LinkedApplication, Producer } from './project.ts';

/**
 * Returns the applications with the components that produce their packages. A name is only checked when there is
 * a build spec (`declared`): a project may consist of applications alone.
 */
export function linkApplications(
  applications: readonly Application[],
  components: readonly Component[],
  declared: ReadonlySet<string> | undefined,
  allowance: SuggestionAllowance,
): { applications: readonly LinkedApplication[]; diagnostics: readonly Diagnostic[] } {
  const byName = new Map(components.map((component) => [component.name.value, component]));
  const diagnostics: Diagnostic[] = [];
  const linked = applications.map((spec) => {
    const producers: Producer[] = [];
    for (const dependency of spec.dependencies) {
      const build = dependency.origin?.build;
      if (build === undefined) continue;
      const component = byName.get(build.value);
      if (component !== undefined) {
        producers.push({ dependency, component });
      } else if (declared !== undefined && !declared.has(build.value)) {
        const parameters = { application: spec.name.value, component: build.value };
        diagnostics.push(
          diagnose(
            'link/unknown-component',
            parameters,
            spanOf(build.origin),
            nameHelp(build.value, components, 'component', allowance),
          ),
        );
      }
    }
    return { spec, producers };
  });
  return { applications: linked, diagnostics };
}

import type { Project } from '../../link/project.ts';
import { fromDefault, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { debPatterns } from '../jobs/publish/deb-patterns.ts';

/** Returns whether the project has an apt repository: as the settings say, else when a component keeps `*.deb` files. */
export function aptEnabled({
  settings,
  components,
}: Pick<Project, 'settings' | 'components'>): Sourced<boolean> {
  const { enabled } = settings.apt;
  if (enabled !== undefined) return enabled;
  const packages = components.flatMap(debPatterns);
  const field = fromDefault('jenkins.apt.enabled');
  return sourced(packages.length > 0, fromSeveral([field, ...packages.map(({ origin }) => origin)]));
}

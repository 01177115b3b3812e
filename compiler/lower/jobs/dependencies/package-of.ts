import type { BuildDependency } from '../../../../schema/generated/located.ts';
import type { Sourced } from '../../../text/sourced.ts';

/** Returns the name of the package: all three keys set the same field in the plugin. */
export function packageOf({ package: name, pkg, name: other }: BuildDependency): Sourced<string> | undefined {
  return name ?? pkg ?? other;
}

/** Returns the version that is asked for; an empty text was accepted by the plugin and means none. */
export function versionOf({ version }: BuildDependency): string | undefined {
  return version === undefined || version.value === '' ? undefined : version.value;
}

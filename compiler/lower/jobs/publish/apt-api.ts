import type { Component } from '../../../../schema/generated/located.ts';
import type { Project } from '../../../link/project.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import { controllerNames } from '../../controller/controller-names.ts';

/** Port of aptly's API on the Service of the apt server. */
export const aptApiPort = 9797;

/**
 * Returns the address of aptly's API, without a slash at its end: that of the settings, or the Service `apt` in the
 * namespace of the controller.
 */
export function aptApiUrl(project: Pick<Project, 'name' | 'settings'>): Sourced<string> {
  const { api_url: url } = project.settings.apt;
  if (url !== undefined) return url.map(withoutSlashesAtEnd);
  const { namespace } = controllerNames(project);
  const field = { kind: 'default', field: 'jenkins.apt.api_url' } as const;
  return sourced(
    `http://apt.${namespace.value}.svc:${aptApiPort}/api`,
    fromSeveral([field, namespace.origin]),
  );
}

/** Returns why a component has packages: what says so alone, or else the component. */
export function packagesOrigin(component: Component): Origin {
  const patterns = debPatterns(component);
  const [only] = patterns;
  return only !== undefined && patterns.length === 1
    ? fromSeveral([only.origin, component.$.origin])
    : component.$.origin;
}

/** Returns the patterns of a component's artifacts that stand for Debian packages. */
export function debPatterns({ artifacts }: Pick<Component, 'artifacts'>): readonly Sourced<string>[] {
  return artifacts.flatMap(({ location }) =>
    workspacePattern(location)
      .value.split(',')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern.endsWith('.deb'))
      .map((pattern) => location.map(() => pattern)),
  );
}

/**
 * Returns the location of an artifact as Jenkins finds it: patterns begin in the workspace, and neither `./` nor the
 * name of the workspace may stand before them.
 */
export function workspacePattern(location: Sourced<string>): Sourced<string> {
  return location.map((patterns) =>
    patterns.replace(/(^|,)(\s*)(?:\.\/+|\$(?:WORKSPACE|\{WORKSPACE\})\/+)+/g, '$1$2'),
  );
}

import type { Component } from '../../../../schema/generated/located.ts';
import type { Project } from '../../../link/project.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { originsOf } from '../../../text/traced-text.ts';
import { compareText } from '../../../util/compare-text.ts';
import { slug } from '../../../util/slug.ts';

/** Which names the packages of a component may have. */
export interface PackageNames {
  /** Names that it may publish, whatever follows. Sorted. */
  readonly own: readonly string[];
  /** Where they come from. */
  readonly origins: readonly Origin[];
  /** Names that are others', and so are those that begin with one of them and a dash. Sorted. */
  readonly others: readonly string[];
  readonly otherOrigins: readonly Origin[];
  /** Besides, it may publish what begins with this and a dash. */
  readonly prefix: string;
}

/**
 * Returns which packages a component may publish: of its own name, of names that begin with it (`web-dev`), those
 * that an application takes from it (`origin.build`), and those that its spec lists. A repository takes whatever it is
 * given, so one component could replace the package of another.
 */
export function packageNames(
  { components, applications }: Pick<Project, 'components' | 'applications'>,
  component: Component,
): PackageNames {
  const prefix = slug(component.name.value);
  const taken = takenFrom(applications);
  const named = [...taken(component), ...component.packages];
  const own = new Set([prefix, ...named.map(({ value }) => value)]);
  const others = components
    .filter(({ name }) => name.value !== component.name.value)
    .map(({ name }) => name.map(slug))
    .filter(({ value }) => value.startsWith(`${prefix}-`) && !own.has(value));
  return {
    own: [...own].sort(compareText),
    origins: [component.name, ...named.filter(({ value }) => value !== prefix)].map(({ origin }) => origin),
    others: [...new Set(others.map(({ value }) => value))].sort(compareText),
    otherOrigins: others.map(({ origin }) => origin),
    prefix,
  };
}

/** Returns packages that the spec of a component lists although another component has them. */
export function packagesOfOthers(
  { components, applications }: Pick<Project, 'components' | 'applications'>,
  component: Component,
): readonly { readonly name: Component['packages'][number]; readonly owner: string }[] {
  if (component.packages.length === 0) return [];
  const taken = takenFrom(applications);
  return components
    .filter(({ name }) => name.value !== component.name.value)
    .flatMap((other) => {
      const theirs = new Set([
        slug(other.name.value),
        ...taken(other).map(({ value }) => value),
        ...other.packages.map(({ value }) => value),
      ]);
      return component.packages
        .filter(({ value }) => theirs.has(value))
        .map((name) => ({ name, owner: other.name.value }));
    });
}

/** Returns a function for the packages that applications take from a component. */
function takenFrom(
  applications: Project['applications'],
): (component: Component) => readonly Sourced<string>[] {
  return ({ name: { value } }) =>
    applications.flatMap(({ producers }) =>
      producers
        .filter(({ component }) => component.name.value === value)
        .map(({ dependency: { name, origin } }) =>
          sourced(name.value.replace(/:.*$/, ''), fromSeveral([name.origin, ...originsOf(origin?.build)])),
        ),
    );
}

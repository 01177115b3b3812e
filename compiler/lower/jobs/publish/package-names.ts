import type { Component } from '../../../../schema/generated/located.ts';
import type { Project } from '../../../link/project.ts';
import { compareText } from '../../../util/compare-text.ts';
import { slug } from '../../../util/slug.ts';

/** Which names the packages of a component may have. */
export interface PackageNames {
  /** Names that it may publish, whatever follows. Sorted. */
  readonly own: readonly string[];
  /** Names that are others', and so are those that begin with one of them and a dash. Sorted. */
  readonly others: readonly string[];
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
  const own = new Set([prefix, ...taken(component), ...component.packages.map(({ value }) => value)]);
  const others = components
    .filter(({ name }) => name.value !== component.name.value)
    .map(({ name }) => slug(name.value))
    .filter((name) => name.startsWith(`${prefix}-`) && !own.has(name));
  return { own: [...own].sort(compareText), others: [...new Set(others)].sort(compareText), prefix };
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
        ...taken(other),
        ...other.packages.map(({ value }) => value),
      ]);
      return component.packages
        .filter(({ value }) => theirs.has(value))
        .map((name) => ({ name, owner: other.name.value }));
    });
}

/** Returns a function for the packages that applications take from a component. */
function takenFrom(applications: Project['applications']): (component: Component) => readonly string[] {
  return ({ name: { value } }) =>
    applications.flatMap(({ producers }) =>
      producers
        .filter(({ component }) => component.name.value === value)
        .map(({ dependency }) => dependency.name.value.replace(/:.*$/, '')),
    );
}

import { fromPolicy } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import type { Scope } from './scope.ts';

/** Labels or annotations; undefined means that the key is absent. */
export type Labels = Readonly<Record<string, Traceable | undefined>>;

const creator = sourced('pipeline', fromPolicy('The original engines mark every object of theirs with it.'));
const manager = sourced('bitesize', fromPolicy('Says which tool made the object.'));

/**
 * Returns the labels of everything: the original's `creator` and `project`, and today's `app.kubernetes.io/*`. What
 * two environments of one namespace may share has no other, or each would take it from the other.
 */
export function projectLabels(scope: Scope): Labels {
  return {
    creator,
    project: scope.project.name,
    'app.kubernetes.io/part-of': scope.project.name,
    'app.kubernetes.io/managed-by': manager,
  };
}

/** Returns the labels of everything that belongs to one environment, which tell it from others in its namespace. */
export function environmentLabels(scope: Scope): Labels {
  const known = ofEnvironments.get(scope);
  if (known !== undefined) return known;
  const labels = {
    ...projectLabels(scope),
    'bitesize/environment': scope.environment.spec.name.map(() => labelValue(scope.slug)),
  };
  ofEnvironments.set(scope, labels);
  return labels;
}

/** All objects of an environment share them. */
const ofEnvironments = new WeakMap<Scope, Labels>();

/** Returns the labels of the objects of a service; `name` is that of the object, so it tells colours apart. */
export function serviceLabels(scope: Scope, name: Sourced<string>, application: Sourced<string>): Labels {
  return {
    name,
    application,
    'app.kubernetes.io/name': application,
    'app.kubernetes.io/instance': name,
    ...environmentLabels(scope),
  };
}

/**
 * Returns the labels that a Deployment selects its pods by. They are the operator's, so that its Deployments can be
 * taken over in place (a selector cannot be changed), and never hold a version or a colour's state.
 */
export function podSelector(name: Sourced<string>): Labels {
  return { creator, name };
}

/** Returns the labels that carry the version, and nothing else does but the image. */
export function versionLabels(version: Sourced<string> | undefined): Labels {
  return { version, 'app.kubernetes.io/version': version };
}

function labelValue(text: string): string {
  return text.slice(0, 63).replace(/-+$/, '');
}

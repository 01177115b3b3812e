import { versionPlaceholder } from '../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { joined, type Valued } from '../../text/traced-text.ts';
import { imageName } from '../images/image-name.ts';
import type { Scope } from './scope.ts';

const awaited = sourced(
  versionPlaceholder,
  fromPolicy('The spec pins no version: the deploy job fills in the one that the build gave.'),
);

/** Returns the version that a manifest holds: the pinned one, or the placeholder. An empty text pins nothing. */
export function versionOr(pinned: Sourced<string> | undefined): Sourced<string> {
  return pinnedVersion(pinned) ?? awaited;
}

/** Returns the version that a spec pins, if it does. */
export function pinnedVersion(version: Sourced<string> | undefined): Sourced<string> | undefined {
  return version === undefined || version.value === '' ? undefined : version;
}

/** Returns the image of an application at a version, as Kubernetes pulls it. */
export function imageAt(
  scope: Scope,
  application: Sourced<string>,
  version: Sourced<string>,
): Sourced<string> {
  const { pull } = imageName(scope.project, application);
  return sourced(`${pull.value}:${version.value}`, fromSeveral([version.origin, pull.origin]));
}

/** Returns the comment of an object that the deploy job applies, or nothing where the object is final. */
export function deployComments(scope: Scope, pinned: boolean, coloured: boolean): readonly Valued<string>[] {
  const job = scope.environment.spec.name.map((name) => `${name}-deploy`.replace(/\s+/g, ' '));
  if (!pinned) return [joined`Awaits a version: the job ${job} fills it in and applies it.`];
  return coloured ? [joined`Applied by the job ${job} when this colour is not the active one.`] : [];
}

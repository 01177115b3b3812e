import type { Service } from '../../../schema/generated/located.ts';
import { digestPlaceholder, versionPlaceholder } from '../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { joined, type Valued } from '../../text/traced-text.ts';
import { imageReference } from '../../util/image-reference.ts';
import { labelValueProblem } from '../../util/kubernetes-label.ts';
import { deploysByDigest, imageName } from '../images/image-name.ts';
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

/** What a service runs: which version its labels tell, and whether the deploy job fills it in. */
export interface RunningVersion {
  /** The tag that the images of the project get which name none; the placeholder where it is awaited. */
  readonly version: Sourced<string>;
  /** What the labels tell; undefined where a public image has no tag, or one that no label takes. */
  readonly label: Sourced<string> | undefined;
  /** Whether the manifest is final: the version is pinned, or the image is none of the project. */
  readonly isFinal: boolean;
}

/** Returns the version of a service: that of its public image, the pinned one, or one that is awaited. */
export function runningVersion(
  { image }: Pick<Service, 'image'>,
  pinned: Sourced<string> | undefined,
): RunningVersion {
  if (image !== undefined) {
    const tag = sourced(imageReference(image.value)?.tag?.slice(1) ?? '', image.origin);
    const isLabel = tag.value !== '' && labelValueProblem(tag.value) === undefined;
    return { version: tag, label: isLabel ? tag : undefined, isFinal: true };
  }
  const version = versionOr(pinned);
  return { version, label: version, isFinal: pinned !== undefined };
}

/**
 * Returns a version as the image of the service's own application gets it: with the digest, where the deploy jobs of
 * the project are given one. Init containers of other applications have other digests.
 */
export function withDigest(scope: Scope, version: Sourced<string>): Sourced<string> {
  return version === awaited && deploysByDigest(scope.project)
    ? version.map(() => digestPlaceholder)
    : version;
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

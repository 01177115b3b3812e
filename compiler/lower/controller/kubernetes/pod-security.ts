import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';

const restricted = fromPolicy('What the level "restricted" of Pod Security asks for.');
const jenkinsUser = sourced(1000, fromPolicy('The user of the official image.'));

/** Returns the security context of a pod that runs the official image as its own user. */
export function podSecurity(): Traceable {
  return {
    runAsNonRoot: sourced(true, restricted),
    runAsUser: jenkinsUser,
    runAsGroup: jenkinsUser,
    fsGroup: jenkinsUser,
    fsGroupChangePolicy: sourced(
      'OnRootMismatch',
      fromPolicy('Changing the owner of every file of a large home directory takes minutes at each start.'),
    ),
    seccompProfile: { type: sourced('RuntimeDefault', restricted) },
  };
}

/** Returns the security context of a container that writes to its volumes alone. */
export function containerSecurity(): Traceable {
  return {
    allowPrivilegeEscalation: sourced(false, restricted),
    capabilities: { drop: sourced<Traceable>(['ALL'], restricted) },
    readOnlyRootFilesystem: sourced(
      true,
      fromPolicy('What is not on a volume is part of the image and stays so.'),
    ),
  };
}

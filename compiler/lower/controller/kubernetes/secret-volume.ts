import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';
import { groupBy } from '../../../util/group-by.ts';

/** Folder in which the controller finds its secrets, as `<Secret>/<key>`. */
export const secretsFolder = '/run/secrets/bitesize';

const readable = sourced(0o440, fromPolicy('Jenkins reads the files by its group, and nobody else does.'));

/**
 * Returns the volume with the secret values that init scripts read. Only the keys that a script reads are there, and
 * the pod waits while one of them is missing.
 */
export function secretVolume({ secrets }: ObjectScope): Traceable {
  const sources = [...groupBy(secrets, ({ secret }) => secret.value).values()].map((keys): Traceable => {
    const origin = fromSeveral(keys.map(({ key }) => key.origin));
    return sourced<Traceable>(
      {
        secret: {
          name: keys[0]?.secret ?? '',
          items: keys.map(({ secret, key }) => ({ key, path: key.map((text) => `${secret.value}/${text}`) })),
        },
      },
      origin,
    );
  });
  return { name: 'secrets', projected: { defaultMode: readable, sources } };
}

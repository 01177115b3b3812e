import type { Sourced } from '../../text/sourced.ts';

/**
 * Where a secret value is at run time: a key of a Kubernetes Secret, which the controller sees as the file
 * `<secret>/<key>`. The value itself is never part of the model.
 */
export interface SecretKey {
  readonly secret: Sourced<string>;
  readonly key: Sourced<string>;
  /** Environment variable that is read when the file is absent, as in the original. */
  readonly variable?: string;
}

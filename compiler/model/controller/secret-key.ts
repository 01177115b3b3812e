import type { Sourced } from '../../text/sourced.ts';

/** A secret value that the controller reads at start, and what for. */
export interface SecretReference extends SecretKey {
  /** Half a sentence for people who have to make the Secret: `password of the administrator`. */
  readonly purpose: string;
  /** What kubectl should make it from: a file keeps its line breaks, a text has none. */
  readonly form: 'text' | 'file';
}

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

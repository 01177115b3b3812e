import type { SecretKey } from './secret-key.ts';

/** A secret value that the controller reads at start, and what for. */
export interface SecretReference extends SecretKey {
  /** Half a sentence for people who have to make the Secret: `password of the administrator`. */
  readonly purpose: string;
  /** What kubectl should make it from: a file keeps its line breaks, a text has none. */
  readonly form: 'text' | 'file';
}

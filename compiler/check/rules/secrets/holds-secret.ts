import { findSecrets } from './find-secrets.ts';

/** Returns whether a piece of a spec has a secret in plain text, so that it must not be shown as it is. */
export function holdsSecret(yaml: string): boolean {
  // The words of a command may be the entries of a list.
  const words = yaml.replace(/(?:['",[\]]|\n *- | )+/g, ' ');
  return [yaml, words].some((text) => findSecrets(text).some(({ kind }) => kind === 'literal'));
}

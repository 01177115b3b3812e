import { findSecrets } from './find-secrets.ts';

/** Fields of specs that name a Secret, a credential or one of its keys. */
const REFERENCES =
  /^(?:key|secrets?|credentials|authorization|seed|\w+_key|pull_secrets|tls_secret|signing_secret|client_secret_key)$/;

/**
 * Returns where secrets stand in the text of a spec as it is written, by their forms and by the names beside them. It
 * needs no tree: a spec that cannot be read, or a field that is not known, may hold a secret, too.
 */
export function specSecrets(spec: string): readonly { readonly start: number; readonly end: number }[] {
  return findSecrets(spec).filter(
    ({ by, what, kind }) => kind === 'literal' && !(by === 'name' && REFERENCES.test(what)),
  );
}

const SECRET = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/**
 * Returns what is wrong with `secret/key`, or with one word that is both the name of a Secret and its key (B04).
 * Secrets are named as RFC 1123 subdomains, keys by letters, digits, `-`, `_` and `.`.
 */
export function secretReferenceProblem(text: string): string | undefined {
  const parts = text.split('/');
  const [secret = '', key = secret] = parts;
  if (parts.length > 2) return 'it has more than one `/`';
  if (secret === '' || key === '') return 'a part is empty';
  if (secret.length > 253 || !SECRET.test(secret)) {
    return 'a Secret is named by lower-case letters, digits, `-` and `.`';
  }
  return KEY.test(key) ? undefined : 'a key is made of letters, digits, `-`, `_` and `.`';
}

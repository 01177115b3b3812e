/**
 * How sure a name makes it that its value is a secret: `sure` for passwords and tokens, `maybe` for keys, which are
 * as often names of columns or files.
 */
export type Sureness = 'sure' | 'maybe';

const SURE_WORD =
  /(password|passwd|passphrase|passcode|pwd|secret|token|apikey|secretkey|accesskey|privatekey|credential)s?$/;
const PASS_WORD = /^(?!bypass$|compass$|surpass$|trespass$)[a-z0-9]*pass$/;
const SURE_KEYS = new Set([
  'access',
  'account',
  'api',
  'auth',
  'encryption',
  'master',
  'private',
  'secret',
  'signing',
]);
const PUBLIC = new Set([
  'public',
  'pub',
  'partition',
  'primary',
  'foreign',
  'sort',
  'cache',
  'routing',
  'object',
]);

/** Words behind a secret that leave it one: `PASSWORD_1`, `DB_PASS_PROD`. `PASSWORD_FILE` and `TOKEN_URL` are none. */
const QUALIFIER =
  /^(\d+|dev|test|qa|stg|staging|stage|prod|production|old|new|value|plain|plaintext|text|base64|raw)$/;

/** Returns whether the value of a variable, option or header of this name is a secret; undefined when it is not. */
export function secretName(name: string): Sureness | undefined {
  const words = wordsOf(name);
  while (words.length > 1 && QUALIFIER.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (SURE_WORD.test(last) || PASS_WORD.test(last) || last === 'authorization') return 'sure';
  if (last !== 'key') return undefined;
  if (SURE_KEYS.has(before)) return words.includes('public') ? undefined : 'sure';
  return PUBLIC.has(before) ? undefined : 'maybe';
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * How sure a name makes it that its value is a secret: `sure` for passwords and tokens, `maybe` for keys, which are as
 * often names of columns or files, `digits` for names of secrets that are numbers.
 */
export type Sureness = 'sure' | 'maybe' | 'digits';

const SURE_WORD =
  /(?:password|passwd|passwrd|passphrase|passcode|passwort|pword|pwd|secret|token|apikey|secretkey|accesskey|privatekey|authkey|masterkey|credential|cred|dbpw|userpw|rootpw|adminpw)s?$/;
const SURE_WORDS = new Set(
  'pw psw pswd passkey authorization sharedkey signingkey encryptionkey salt salts pepper'.split(' '),
);
const PASS_WORD = /^(?!bypass$|compass$|surpass$|trespass$|encompass$)[a-z0-9]{0,40}pass$/;
/** Words that make a key a secret; after others it is one when it looks like one. */
const SURE_KEYS = new Set(
  'access account api auth authentication authorization crypt crypto decryption encryption hmac jwt master private secret shared signing webhook'.split(
    ' ',
  ),
);
const PUBLIC = new Set(
  'public pub publishable partition primary foreign sort cache routing object site idempotency host translation'.split(
    ' ',
  ),
);
/** Words that say little: the value decides. */
const MAYBE_WORDS = new Set(
  'pat auth sas bearer cookie session otp seed mnemonic hmac signature jwt login'.split(' '),
);

/** Words behind a secret that leave it one: `PASSWORD_1`, `SECRET_KEY_BASE`. `PASSWORD_FILE` and `TOKEN_URL` are none. */
const QUALIFIER =
  /^(?:\d+|dev|development|test|testing|qa|stg|staging|stage|uat|preprod|prod|production|old|new|current|previous|next|default|primary|secondary|value|plain|plaintext|text|string|str|base|base64|b64|raw|enc|encoded|live|sandbox|main|backup|data)$/;

/** Tokens of a text, a page or a protocol, not of a login. */
const TOKEN_OF_TEXT =
  /^(?:max|min|num|total|context|output|input|eos|bos|pad|sep|unk|mask|cls|stop|start|end|separator|cancellation|special|image|prompt|completion|usable|budget|page|next|continuation)$/;

/** Pins of a board, and versions that are held. */
const PIN_OF_BOARD =
  /^(?:gpio|led|data|clock|clk|reset|cs|tx|rx|sda|scl|input|output|version|hash|spi|i2c|relay|button|map)$/;

/** Returns whether the value of a variable, option or header of this name is a secret; undefined when it is not. */
export function secretName(name: string): Sureness | undefined {
  if (name.length > MOST_LENGTH) return undefined;
  const words = wordsOf(name);
  while (words.length > 1 && QUALIFIER.test(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (/^tokens?$/.test(last) && TOKEN_OF_TEXT.test(before)) return undefined;
  // `allow credentials` is a switch, `csrf token` a name of a field.
  if (/^credentials?$/.test(last) && /^(?:allow|with|include|use|supports)$/.test(before)) return undefined;
  if (before === 'pass' && /^(?:phrase|word|code|key)s?$/.test(last)) return 'sure';
  if (last === 'cookie' && before === 'erlang') return 'sure';
  if (last === 'pass' && /^(?:tests?|checks?|is|will|should|must)$/.test(before)) return undefined;
  if (SURE_WORD.test(last) || PASS_WORD.test(last) || SURE_WORDS.has(last)) return 'sure';
  if (last === 'pin') return PIN_OF_BOARD.test(before) ? undefined : 'digits';
  if (last === 'pincode' || last === 'passno') return 'digits';
  if (MAYBE_WORDS.has(last)) return 'maybe';
  return /^keys?$/.test(last) ? keyName(words, before) : /^[a-z]{2,20}key$/.test(last) ? 'maybe' : undefined;
}

function keyName(words: readonly string[], before: string): Sureness | undefined {
  if (words.some((word) => /^(?:public|publishable|site)$/.test(word)) || PUBLIC.has(before))
    return undefined;
  return SURE_KEYS.has(before) ? 'sure' : 'maybe';
}

/** A longer name is a text. */
const MOST_LENGTH = 200;

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

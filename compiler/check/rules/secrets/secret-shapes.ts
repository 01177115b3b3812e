import { scanShapes } from './shape-scanner.ts';
import type { ShapedSecret } from './shaped-secret.ts';
import { looksRandom } from './value-kind.ts';

/**
 * Forms that facts about letters and lengths cannot say. The group `secret` holds the secret; without one it is the
 * whole match. What can start again inside itself is bounded: a text of any length is searched in linear time.
 */
interface SecretForm {
  readonly what: string;
  /** What every text with it has: looking for that is much cheaper. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly isOne?: (secret: string) => boolean;
}

const forms: readonly SecretForm[] = [
  {
    what: 'a private key',
    sign: 'PRIVATE KEY',
    pattern:
      /-----? ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-----?[\s\S]*?(?:----?-? ?END [A-Z0-9 ]{0,60}-----?|$)/g,
  },
  {
    what: 'a private key',
    sign: 'PuTTY-User-Key-File-',
    pattern: /PuTTY-User-Key-File-\d[\s\S]*?(?:Private-MAC: ?\w+|$)/g,
  },
  {
    what: 'a private key in base64',
    sign: 'LS0tLS1CRUdJTi',
    pattern: /LS0tLS1CRUdJTi[A-Za-z0-9+/_-]{6,}={0,2}/g,
    isOne: (secret) => !isPublicPem(secret),
  },
  {
    what: 'a login in a header',
    sign: 'B',
    pattern: /\b(?:Bearer|Basic)[ \t]{1,10}(?<secret>[A-Za-z0-9+/=_.~-]{16,4000})/g,
    isOne: looksRandom,
  },
  // The login of a URL that is one word: Sentry's, and tokens of code hosts.
  {
    what: 'a login token',
    sign: '@',
    pattern: /:\/\/(?<secret>[0-9a-f]{32,64})(?::[^\s/@]{0,200})?@/g,
  },
  {
    what: 'an Azure key',
    sign: 'Key=',
    pattern:
      /\b(?:AccountKey|SharedAccessKey|SharedSecretKey|AccessKey)=(?<secret>[A-Za-z0-9+/_-]{16,}={0,2})/g,
  },
  {
    what: 'the signature of a shared access URL',
    sign: 'sig=',
    pattern: /[?&;]sig=(?<secret>[A-Za-z0-9%+/_-]{20,}={0,2})/g,
  },
  {
    what: 'a login of a registry',
    sign: '"auth',
    pattern: /"auth"\s{0,20}:\s{0,20}"(?<secret>[A-Za-z0-9+/_-]{8,}={0,2})"/g,
  },
];

/** Certificates and public keys may be read by everybody. Four letters of base64 are three of the text. */
function isPublicPem(base64: string): boolean {
  const head = base64.slice(0, 64).replace(/[=_-].*$/, '');
  return /^-----BEGIN [A-Z0-9 ]*?(?:CERTIFICATE|PUBLIC|CRL|PARAMETERS|PKCS7|CMS)/.test(
    atob(head.slice(0, head.length - (head.length % 4))),
  );
}

/** Thousands of texts have nothing of it. */
const none: readonly never[] = [];

/** Returns the pieces of a text that are secrets by their form, wherever the text stands. */
export function findShapes(text: string): readonly ShapedSecret[] {
  if (text.length < SHORTEST) return none;
  const scanned = scanShapes(text);
  const formed = forms.filter(({ sign }) => text.includes(sign));
  return formed.length === 0 ? scanned : [...scanned, ...formed.flatMap((form) => findForm(text, form))];
}

/** No form is shorter than that. */
const SHORTEST = 12;

function findForm(text: string, { what, pattern, isOne }: SecretForm): readonly ShapedSecret[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const secret = match.groups?.secret ?? match[0];
    if (isOne?.(secret) === false) return [];
    return { what, start: match.index + match[0].lastIndexOf(secret), text: secret };
  });
}

/** The password of a URL, up to its last `@`; nothing is one that is filled in elsewhere. */
const URL_PASSWORD =
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"]{0,200}:(?<secret>[^\s/?#'"`]{1,1000})@(?=[\w[$%{(<])/gi;

/** The login that the thin driver of Oracle and the driver of Go for MySQL read. */
const DRIVER_PASSWORD: readonly RegExp[] = [
  /\bjdbc:oracle:\w{1,10}:[\w$]{1,100}\/(?<secret>[^\s@'"]{1,200})@/g,
  /(?<![\w:@/.$-])[\w.-]{1,100}:(?<secret>[^\s@'":/]{1,200})@(?:(?:tcp|unix)\(|\/\w)/g,
  /(?<![\w/.:@$-])[\w$]{1,60}\/(?<secret>[^\s@'"/:$]{4,200})@(?:\/\/)?[\w.-]{1,200}:\d{2,5}[/:]\w/g,
];

/** Returns the passwords of the URLs in a text. */
export function findUrlPasswords(text: string): readonly { readonly start: number; readonly text: string }[] {
  if (!text.includes('@')) return none;
  return [URL_PASSWORD, ...DRIVER_PASSWORD].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const secret = match.groups?.secret ?? '';
      return { start: match.index + match[0].lastIndexOf(`${secret}@`), text: secret };
    }),
  );
}

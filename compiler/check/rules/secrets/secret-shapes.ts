/** A form of text that only secrets have. The group `secret` holds it; without one it is the whole match. */
interface SecretShape {
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * Forms of tokens that their makers document, as of November 2026. Each starts with something that nothing else
 * does, so that ordinary texts are not taken for tokens. Repetitions that could start again inside themselves are
 * bounded: a text of any length is searched in linear time.
 */
const shapes: readonly SecretShape[] = [
  {
    what: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g,
  },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { what: 'a GitHub token', pattern: /\bgh[opusr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{22,}\b/g },
  { what: 'a GitLab token', pattern: /\bgl(?:pat|dt|rt|ptt|cbt)-[A-Za-z0-9_-]{20,}/g },
  { what: 'a Bitbucket token', pattern: /\bATBB[A-Za-z0-9]{28,}\b/g },
  { what: 'an Atlassian token', pattern: /\bATATT3[A-Za-z0-9_=-]{50,}/g },
  { what: 'a Slack token', pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,}/g },
  { what: 'a Slack webhook', pattern: /\bhooks\.slack\.com\/services\/(?<secret>[A-Za-z0-9/]{20,})/g },
  { what: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}\b/g },
  { what: 'a Google API key', pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g },
  {
    what: 'a JSON web token',
    pattern: /\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]*/g,
  },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'a PyPI token', pattern: /\bpypi-AgEI[A-Za-z0-9_-]{40,}/g },
  { what: 'a Docker Hub token', pattern: /\bdckr_pat_[A-Za-z0-9_-]{20,}/g },
  { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/g },
  { what: 'a Vault token', pattern: /\bhvs\.[A-Za-z0-9_-]{24,}/g },
  { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { what: 'a login token', pattern: /:\/\/(?<secret>[0-9a-f]{40})(?::[^\s/@]*)?@/g },
];

/** Any of the shapes: nearly all texts have none, and one look is enough to know. */
const anyShape = new RegExp(
  shapes.map(({ pattern }) => pattern.source.replaceAll('?<secret>', '?:')).join('|'),
);

/** A piece of a text that is a secret by its form. */
export interface ShapedSecret {
  readonly what: string;
  readonly start: number;
  readonly text: string;
}

/** Thousands of texts have nothing of it. */
const none: readonly never[] = [];

/** Returns the pieces of a text that are secrets by their form, wherever the text stands. */
export function findShapes(text: string): readonly ShapedSecret[] {
  if (!anyShape.test(text)) return none;
  return shapes.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].map((match) => {
      const secret = match.groups?.secret ?? match[0];
      return { what, start: match.index + match[0].indexOf(secret), text: secret };
    }),
  );
}

/** The password of a URL; nothing is one that is filled in elsewhere. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"]{0,200}:(?<secret>[^\s/@'"]{1,1000})@/gi;

/** Returns the passwords of the URLs in a text. */
export function findUrlPasswords(text: string): readonly { readonly start: number; readonly text: string }[] {
  if (!text.includes('://')) return none;
  return [...text.matchAll(URL_PASSWORD)].map((match) => {
    const secret = match.groups?.secret ?? '';
    return { start: match.index + match[0].lastIndexOf(secret), text: secret };
  });
}

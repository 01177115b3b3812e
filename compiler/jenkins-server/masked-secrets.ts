/** What Jenkins shows in place of a secret to whom may read a configuration and not change it. */
export const MASKED_SECRET = '********';

/** A secret that is not shown. */
export interface MaskedSecret {
  /** The element that holds it. */
  readonly element: string;
  /** From 1 on. */
  readonly line: number;
}

/** The most that are named of one configuration. */
const MOST = 20;

/**
 * Returns where a configuration has stars in place of secrets (`Secret.toString` under Job/ExtendedRead: SECURITY-266). They
 * are no value: sent back by somebody who may configure, they would become the secret.
 */
export function maskedSecrets(xml: string): readonly MaskedSecret[] {
  if (!xml.includes(MASKED_SECRET)) return [];
  const found: MaskedSecret[] = [];
  for (const match of xml.matchAll(/<([\w.$:-]{1,200})(?:\s[^<>]{0,1000})?>\s{0,100}\*{8}\s{0,100}<\//g)) {
    if (found.length === MOST) break;
    found.push({ element: match[1] ?? '', line: xml.slice(0, match.index).split('\n').length });
  }
  return found;
}

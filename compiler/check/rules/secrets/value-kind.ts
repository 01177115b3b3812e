/** What stands where a secret could: nothing of the kind, a stand-in for it, or a literal. */
export type ValueKind = 'harmless' | 'placeholder' | 'literal';

/** Something that is filled in elsewhere, or read from elsewhere. */
const references: readonly RegExp[] = [
  /^[$][A-Za-z_{(<]/, // $VAR, ${VAR}, $(VAR)
  /[$]\{[^}]+\}|[$]\([^)]+\)|(?:^|[\s:/"'=@,;.-])[$](?:[A-Za-z_]\w*|[\d@*#?!](?!\w))/,
  /[$]\{\{|^[$]$/,
  /^[<(]?`|^<\(/, // `cat file`
  /^%[A-Z0-9_.]+%$/i,
  /\{\{.*\}\}|<%.*%>|^#\{.*\}#?$|^%\{.*\}$|^\(\(.*\)\)$/,
  /^\{[\w.-]+\}$|^__\w+__$|^@[A-Za-z_][\w.-]*@$/, // filled in by a build
  /^(arn|vault|ssm|secretsmanager|awssm|secret|env|file|op|sops|aws|gcp|gcpsm|azure|akv|keyvault|kms|sm|bao|doppler|ref\+\w+|k8s):/i,
  /^(ENC[([]|AQICAH|\{cipher\}|[$]ANSIBLE_VAULT|@Microsoft\.KeyVault|projects\/[\w-]+\/secrets\/)/, // encrypted, or elsewhere
  /^\{AQAAA[A-Za-z0-9+/]{10,}={0,2}\}$/, // encrypted by a Jenkins
  /^(\.{0,2}|~|[A-Za-z]:)[/\\][\w./\\@ -]*$/, // a path
  /^@?[\w./-]+\.(json|ya?ml|pem|key|crt|cer|der|p12|pfx|jks|keystore|truststore|txt|properties|env|conf|cfg|ini|gpg|asc|enc|pub)$/i,
  /^!(Ref|Sub|GetAtt|vault|secret)\b/,
  /^(process\.env|os\.(environ|getenv)|System\.(getenv|getProperty)|ENV\[|getenv\(|getpass|var\.|local\.|data\.|module\.|secrets\.|env\.|params\.|credentials\()/,
  /^\d{1,5}:\d{1,5}(\/(tcp|udp))?$/, // ports, or numbers of a user and a group
  /^-{1,2}[A-Za-z][\w-]*$/, // another option
];

const WORDS =
  /^(true|false|yes|no|on|off|null|nil|none|undefined|disabled|enabled|required|optional|auto|inherit|read|write|present|missing|valid|invalid|expired|ok|bearer|basic|jwt|oauth2?|oidc|-|0|1)$/i;

const PLACEHOLDER =
  /^[<[({*#_-]{0,5}(redacted|masked|hidden|removed|omitted|obfuscated|placeholder|todo|tbd|tba|fixme|dummy|example|change[-_ ]?(me|it|this)?[-_ ]?(now|please)?|replace[-_ ]?(me|this|it)|not[-_ ]?a[-_ ]?(secret|password|real[-_ ]\w{1,20})|(your|my|the|some|a|an)[-_ ][\w -]{0,60}(password|passwd|token|secret|key|here)[\w -]{0,60}|your(password|passwd|token|secret|apikey|key)\w{0,20}|(insert|put|enter|replace|fill|paste|add)[-_ ][\w -]{0,80})[>\])}*#_!.-]{0,5}$|^[*x.#•]{3,}$|^<[^<>]+>$|^\[[A-Z][A-Z_ -]*\]$/i;

/** References and placeholders are short. */
const MOST_LENGTH = 500;

/** Returns what a text is that stands where a secret could. */
export function valueKind(text: string): ValueKind {
  const value = text.trim().replace(/^(?:bearer|basic|token)\s+(?=\S)/i, '');
  if (value === '' || WORDS.test(value)) return 'harmless';
  if (value.length > MOST_LENGTH) return 'literal';
  if (PLACEHOLDER.test(value)) return 'placeholder';
  return references.some((reference) => reference.test(value)) ? 'harmless' : 'literal';
}

/** Returns whether a token has letters that nobody issued: `ghp_xxxxxxxxxxxx`. */
export function isFilledUp(token: string): boolean {
  return (
    /([xX*.])\1{9,}$/.test(token) || /your[-_]?(?:\w{0,20}[-_]?)?(?:key|token|secret)|<[^>]*>/i.test(token)
  );
}

/**
 * Returns whether a text looks as if a machine had made it: long, with digits and letters that change places more
 * often than in words, paths and versions.
 */
export function looksRandom(text: string): boolean {
  if (!/^[A-Za-z0-9+/=_.:~-]{16,}$/.test(text) || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false;
  if (/^[0-9a-fA-F]{24,}$/.test(text) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    return true;
  if (/^[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,9}$/.test(text)) return true;
  return changes(text) >= text.length / 4 && entropy(text) > 3;
}

/** How often a letter follows a digit or the other way round, or a capital follows a small letter. */
function changes(text: string): number {
  return [...text.matchAll(/(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)|(?<=[a-z])(?=[A-Z])/g)].length;
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

import { secretName } from './secret-name.ts';
import { looksRandom, type ValueKind, valueKind } from './value-kind.ts';

/** Returns what a value is to its name: a secret or a stand-in for one, or something that may be read by everybody. */
export function judgeValue(name: string, value: string): ValueKind {
  const sureness = secretName(name);
  if (sureness === undefined) return 'harmless';
  if (sureness === 'maybe' && !looksRandom(value) && !isLogin(name, value)) return 'harmless';
  if (sureness === 'digits' && !/^\d{3,12}$/.test(value)) return 'harmless';
  if (isNameOfSecret(name, value.trim()) || isPublic(value)) return 'harmless';
  return valueKind(value);
}

/** `BASIC_AUTH: user:password`. */
function isLogin(name: string, value: string): boolean {
  return /auth$/i.test(name) && /^[\w.@-]{1,100}:[^\s:/]{4,100}$/.test(value);
}

/** `TLS_SECRET: web-tls` names a Secret, `AUTH_TOKEN: https://...` says where to get one, `MAX_TOKENS` counts them. */
function isNameOfSecret(name: string, value: string): boolean {
  if (/^[a-z]+:\/\/[^@]*$/i.test(value)) return true;
  if (/^id=\w/.test(value)) return true;
  if (/(?:secret|credential|creds?)s?$/i.test(name) && /^[a-z]+(-[a-z]+)+$/.test(value)) return true;
  if (/(?:pull|existing|tls|ssl|cert|ingress)[-_.]?secrets?$/i.test(name))
    return /^[a-z][a-z0-9-]*$/.test(value);
  if (/tokens?$/i.test(name)) return /^[\d_,]{1,12}(?:\.\d{1,4})?[kKmM]?$/.test(value);
  return /salt$/i.test(name) && /^\d{1,3}$/.test(value);
}

/** Keys that their makers give out for the browsers of everybody. */
const PUBLIC_KEY =
  /^(?:pk_(?:live|test)_|pk-lf-|pk\.eyJ|phc_|pub[0-9a-f]{32}$|FLWPUBK|ssh-(?:rsa|ed25519) |ecdsa-sha2-|-----BEGIN (?:[A-Z]+ )?(?:PUBLIC KEY|CERTIFICATE)|LS0tLS1CRUdJTiB(?:DRVJU|QVUJM))/;

function isPublic(value: string): boolean {
  return PUBLIC_KEY.test(value);
}

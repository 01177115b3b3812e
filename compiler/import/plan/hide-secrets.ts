import type { JsonValue } from '../../../schema/schema-node.ts';
import { maskSecrets } from '../../check/rules/secrets/mask-text.ts';
import { secretPieces } from '../../check/rules/secrets/secret-pieces.ts';
import { textPlaces } from '../../check/rules/secrets/text-places.ts';
import { MASKED_SECRET } from '../../jenkins-server/masked-secrets.ts';
import type { ImportedItem } from '../imported.ts';
import type { DataPath } from '../node-of.ts';
import type { PlainObject } from '../printers.ts';
import { type NumberedJobs, numberedJobs, pathText, valueAt, withValueAt } from './numbered.ts';

/** A secret that stood in a configuration and does not stand in the specs. */
export interface HiddenSecret {
  readonly kind: 'encrypted' | 'plain';
  /** Where it stood in the job, such as `builders[0].shell.command`. */
  readonly field: string;
  /** Id of the credential that the job takes it from now; undefined where a placeholder stands instead. */
  readonly credential?: string;
  /** The secret itself: it is compared, and never written. */
  readonly value: string;
}

/** What stands in the place of a secret; check takes it for a placeholder. */
export const PLACEHOLDER = 'REDACTED';

/** A job without its secrets. */
interface WithoutSecrets {
  readonly spec: PlainObject;
  readonly hidden: readonly HiddenSecret[];
}

/** The same, as the rules of check see it: what stands for a plain secret is not in there. */
export interface CheckedJob extends WithoutSecrets {
  readonly numbered: NumberedJobs;
}

/**
 * Returns a job without the secrets that stood in it: those that Jenkins encrypted, and those that check finds in plain
 * text. Passwords that only mean a variable for the steps become bindings of credentials, which somebody has to make.
 */
export function hideSecrets({ name, kind, spec }: Pick<ImportedItem, 'name' | 'kind' | 'spec'>): CheckedJob {
  const bound = bindPasswords(name, spec);
  const { spec: safe, hidden } = hideEncrypted(bound.spec);
  const numbered = numberedJobs([{ name, kind, ...safe }]);
  const plain = hidePlain(safe, numbered);
  return { spec: plain.spec, hidden: [...bound.hidden, ...hidden, ...plain.hidden], numbered };
}

/** As `hudson.util.Secret` writes them since Jenkins 2.0: a format of one byte, lengths of four, base64 in braces. */
const ENCRYPTED = /\{AQA[A-Za-z0-9+/]{10,}={0,2}\}/g;

/** Returns a comment of a configuration without the secrets in it. */
export function withoutSecretsIn(comment: string): string {
  return maskSecrets(comment.replace(ENCRYPTED, PLACEHOLDER));
}

/** A text is a secret as well where the server showed stars in its place. */
function hideEncrypted(spec: PlainObject): WithoutSecrets {
  const hidden: HiddenSecret[] = [];
  const visit = (value: JsonValue, path: DataPath): JsonValue => {
    if (typeof value === 'string')
      return value.replace(value === MASKED_SECRET ? value : ENCRYPTED, (secret) => {
        hidden.push({ kind: 'encrypted', field: pathText(path), value: secret });
        return PLACEHOLDER;
      });
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as PlainObject).map(([key, inner]) => [key, visit(inner, [...path, key])]),
    );
  };
  const text = JSON.stringify(spec);
  if (!text.includes('{AQA') && !text.includes(MASKED_SECRET)) return { spec, hidden };
  return { spec: visit(spec, []) as PlainObject, hidden };
}

function hidePlain(spec: PlainObject, { specs, pathOf }: NumberedJobs): WithoutSecrets {
  const hidden: HiddenSecret[] = [];
  let result: JsonValue = spec;
  for (const place of textPlaces(specs)) {
    const pieces = secretPieces(place);
    const path = pieces.length === 0 ? undefined : pathOf(place.value.origin)?.slice(1);
    if (path === undefined) continue;
    const text = place.value.value;
    let kept = '';
    let at = 0;
    for (const { start, end } of pieces) {
      hidden.push({ kind: 'plain', field: pathText(path), value: text.slice(start, end) });
      kept += text.slice(at, start) + PLACEHOLDER;
      at = end;
    }
    result = withValueAt(result, path, kept + text.slice(at));
  }
  return { spec: result as PlainObject, hidden };
}

/** The lists of variables with passwords, by the wrapper that has them. */
const passwordLists = { 'mask-passwords': 'passwords', 'inject-passwords': 'job_passwords' } as const;

/** Returns the job with credentials in the place of passwords that Jenkins encrypted for one variable each. */
function bindPasswords(name: string, spec: PlainObject): WithoutSecrets {
  const { wrappers } = spec;
  if (!Array.isArray(wrappers)) return { spec, hidden: [] };
  const hidden: HiddenSecret[] = [];
  const bindings: JsonValue[] = [];
  const kept = wrappers.map((wrapper, index): JsonValue => {
    for (const [thing, list] of Object.entries(passwordLists)) {
      const passwords = valueAt(wrapper, [thing, list]);
      if (!Array.isArray(passwords)) continue;
      const left = passwords.filter((password, nth) => {
        const variable = valueAt(password, ['name']);
        const value = valueAt(password, ['value']);
        if (typeof variable !== 'string' || typeof value !== 'string') return true;
        if (value !== MASKED_SECRET && value.replace(ENCRYPTED, '') !== '') return true;
        const credential = `${name}/${variable}`.replace(/[^A-Za-z0-9_.-]+/g, '-').toLowerCase();
        const field = pathText(['wrappers', index, thing, list, nth]);
        hidden.push({ kind: 'encrypted', field, credential, value });
        bindings.push({ text: { credentials: credential, variable } });
        return false;
      });
      return withValueAt(wrapper, [thing, list], left.length === 0 ? undefined : left);
    }
    return wrapper;
  });
  if (bindings.length === 0) return { spec, hidden: [] };
  return { spec: { ...spec, wrappers: [...kept, { 'credentials-binding': { bindings } }] }, hidden };
}

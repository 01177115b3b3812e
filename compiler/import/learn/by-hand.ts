import type { JsonValue } from '../../../schema/schema-node.ts';
import { permissionName } from '../../lower/controller/permissions.ts';
import type { PlainObject } from '../printers.ts';
import type { FieldReader } from './learn-context.ts';

/**
 * Readers of fields that cannot be learned, by definition and field: the printer looks values up that samples are not
 * among.
 */
export const byHand: Readonly<Record<string, Readonly<Record<string, FieldReader>>>> = {
  AuthorizationProperty: { matrix: ([tree]) => matrixOf((tree?.children ?? []).map(({ text }) => text)) },
};

/** Permissions as Matrix Authorization saves them, `USER:hudson.model.Item.Read:alice`, by whom they are given to. */
function matrixOf(texts: readonly string[]): readonly JsonValue[] {
  const entries = new Map<string, PlainObject & { readonly permissions: readonly string[] }>();
  for (const text of texts) {
    const [, type = '', id = '', name = ''] = /^(USER|GROUP):([^:]*):(.*)$/s.exec(text) ?? [];
    const permission = permissionName(id);
    if (permission === undefined) continue;
    const known = entries.get(`${type}:${name}`);
    entries.set(`${type}:${name}`, {
      [type.toLowerCase()]: name,
      permissions: [...(known?.permissions ?? []), permission],
    });
  }
  return entries.size === 0 ? [] : [[...entries.values()]];
}

import type { ReadValue } from '../../check/read/value.ts';

/** A value without parts, and the names and indices that lead to it. */
export interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: ReadValue;
}

/** Returns the leaves of a value in the order in which they stand; a free map counts as one. */
export function readLeaves(value: ReadValue, path = '', key = ''): readonly Leaf[] {
  if (value.fields !== undefined) {
    if (value.fields.size === 0) return [{ path: `${path}{}`, key, value }];
    return [...value.fields].flatMap(([name, field]) => readLeaves(field.value, `${path}.${name}`, name));
  }
  if (value.items === undefined) return [{ path, key, value }];
  if (value.items.length === 0) return [{ path: `${path}[]`, key, value }];
  return value.items.flatMap((item, index) => readLeaves(item, `${path}[${index}]`, key));
}

/** Returns whether a value has parts of its own. */
export function isContainer(value: ReadValue): boolean {
  if (value.fields !== undefined || value.items !== undefined) return true;
  return typeof value.json === 'object' && value.json !== null && value.node.kind !== 'scalar';
}

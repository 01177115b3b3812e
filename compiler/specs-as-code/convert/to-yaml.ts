import { applyOldSpellings } from '../../check/old-spellings.ts';
import type { Json } from '../../check/read/read-scalar.ts';
import { readValue } from '../../check/read/read-value.ts';
import { specSchemas } from '../../check/spec-schemas.ts';
import { printYaml } from '../../print/yaml.ts';
import type { Node } from '../../source/node.ts';
import type { SpecKind } from '../../source/spec-kind.ts';

/** Returns the value of a spec in TypeScript as YAML. How it was computed is gone; the value is the same. */
export function toYaml(kind: SpecKind, root: Node): string {
  return printYaml(specJson(kind, root) ?? {}).text;
}

/** Returns the value of a located tree as its schema reads it, or undefined when there is none. */
export function specJson(kind: SpecKind, root: Node): Json | undefined {
  if (root.kind !== 'mapping') return undefined;
  const { schema } = specSchemas[kind];
  return readValue(applyOldSpellings(root, schema).root, schema, schema, () => undefined)?.json;
}

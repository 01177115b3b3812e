import { definitionName, type RefersTo, type SchemaNode } from '../../schema/schema-node.ts';
import { Sourced } from '../text/sourced.ts';

/** A text of a spec that names something else, such as another job or a file. */
export interface ReferredText {
  readonly refers: RefersTo;
  readonly value: Sourced<string>;
}

/** Yields the texts of a located spec whose fields say what they name (`x-refers`), in the order of the fields. */
export function* referredTexts(
  value: unknown,
  schema: SchemaNode,
  root: SchemaNode,
): Generator<ReferredText> {
  const name = definitionName(schema);
  const node = name === '' ? schema : (root.definitions?.[name] ?? {});
  const refers = schema['x-refers'] ?? node['x-refers'];
  if (value instanceof Sourced) {
    if (refers !== undefined && typeof value.value === 'string') yield { refers, value };
  } else if (Array.isArray(value)) {
    const items = { ...node.items, ...(refers === undefined ? {} : { 'x-refers': refers }) };
    for (const item of value) yield* referredTexts(item, items, root);
  } else if (typeof value === 'object' && value !== null) {
    const others = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
    for (const [key, field] of Object.entries(value)) {
      const below = node['x-kinds']?.[key] ?? node.properties?.[key] ?? others;
      if (key !== '$') yield* referredTexts(field, below, root);
    }
  }
}

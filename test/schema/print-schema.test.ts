import { describe, expect, it } from 'vitest';
import { specSchemas } from '../../compiler/check/spec-schemas.ts';
import { printSchema } from '../../schema/generate/print-schema.ts';
import { strictSchema } from '../../schema/generate/strict.ts';
import type { SchemaNode } from '../../schema/schema-node.ts';
import { allSources } from '../../schema/source/all-sources.ts';

/** The keywords of all nodes of a schema; names of fields are none. */
function keywordsOf(node: SchemaNode): readonly string[] {
  const { additionalProperties: rest } = node;
  const inner = [
    ...Object.values({ ...node.properties }),
    ...Object.values({ ...node.definitions }),
    ...(node.items ? [node.items] : []),
    ...(typeof rest === 'object' ? [rest] : []),
  ];
  return [...Object.keys(node), ...inner.flatMap(keywordsOf)];
}

describe.each([...allSources.keys()])('the schema of %s that the compiler reads', (kind) => {
  it('has the fields of the strict schema, and nothing that only people read', () => {
    const { schema } = specSchemas[kind];
    const strict = strictSchema(allSources.get(kind) ?? {});
    expect(Object.keys(schema.definitions ?? {})).toEqual(Object.keys(strict.definitions ?? {}));
    for (const [name, { properties = {} }] of Object.entries(strict.definitions ?? {}))
      expect(Object.keys(schema.definitions?.[name]?.properties ?? {})).toEqual(Object.keys(properties));
    expect(keywordsOf(strict)).toContain('examples');
    for (const keyword of ['examples', 'enumDescriptions', 'defaultSnippets', 'x-since', 'x-default'])
      expect(keywordsOf(schema)).not.toContain(keyword);
  });
});

describe('printSchema', () => {
  it('keeps a default that looks like a keyword, and whatever a template literal would change', () => {
    const description = 'a \\d, a `b` and ${c}';
    const printed = printSchema('build', {
      properties: { examples: { description, default: { examples: [1] }, examples: ['a'] } },
    });
    const literal = /JSON\.parse\((`[\s\S]*`)\)/.exec(printed)?.[1] ?? '';
    expect(JSON.parse(new Function(`return ${literal};`)())).toEqual({
      properties: { examples: { description, default: { examples: [1] } } },
    });
  });
});

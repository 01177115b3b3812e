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
    for (const keyword of [
      'title',
      'examples',
      'enumDescriptions',
      'defaultSnippets',
      'x-since',
      'x-default',
    ])
      expect(keywordsOf(schema)).not.toContain(keyword);
  });
});

/** Returns the schema that the printed module reads. */
function readBack(schema: SchemaNode): unknown {
  const literal = /JSON\.parse\((`[\s\S]*`)\)/.exec(printSchema('build', schema))?.[1] ?? '';
  return JSON.parse(new Function(`return ${literal};`)());
}

describe('printSchema', () => {
  it('keeps a default that looks like a keyword, and whatever a template literal would change', () => {
    const patternErrorMessage = 'a \\d, a `b` and ${c}';
    expect(
      readBack({
        properties: { examples: { patternErrorMessage, default: { examples: [1] }, examples: ['a'] } },
      }),
    ).toEqual({
      properties: { examples: { patternErrorMessage, default: { examples: [1] } } },
    });
  });

  it('keeps a description only where a message tells it', () => {
    const description = 'What it is.';
    expect(
      readBack({
        properties: {
          plain: { description },
          told: { description, pattern: 'a' },
          named: { description, pattern: 'a', patternErrorMessage: 'is an a' },
          description: { description },
        },
      }),
    ).toEqual({
      properties: {
        plain: {},
        told: { description, pattern: 'a' },
        named: { pattern: 'a', patternErrorMessage: 'is an a' },
        description: {},
      },
    });
  });

  it('says which fields lead to a name and to what is dead, through lists, references and what holds itself', () => {
    const Tree: SchemaNode = {
      properties: {
        leaf: { 'x-dead': 'Nothing reads it.' },
        branches: { items: { $ref: '#/definitions/Tree' } },
      },
    };
    const Plain: SchemaNode = { properties: { plain: { items: { $ref: '#/definitions/Plain' } } } };
    expect(
      readBack({
        definitions: { Tree, Plain },
        properties: {
          label: { 'x-refers': 'label' },
          list: { items: { properties: { host: {}, label: { 'x-refers': 'label' } } } },
          tree: { $ref: '#/definitions/Tree' },
          plain: { $ref: '#/definitions/Plain' },
        },
      }),
    ).toEqual({
      definitions: { Tree: { ...Tree, 'x-leads-to-dead': ['leaf', 'branches'] }, Plain },
      properties: {
        label: { 'x-refers': 'label' },
        list: {
          items: {
            properties: { host: {}, label: { 'x-refers': 'label' } },
            'x-leads-to-refers': ['label'],
          },
        },
        tree: { $ref: '#/definitions/Tree' },
        plain: { $ref: '#/definitions/Plain' },
      },
      'x-leads-to-refers': ['label', 'list'],
      'x-leads-to-dead': ['tree'],
    });
  });
});

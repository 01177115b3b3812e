import ts from 'typescript';
import type { SchemaNode } from '../schema-node.ts';
import { generatedHeader } from './generated-header.ts';
import { isRepeat } from './print-types.ts';

const { factory } = ts;

/** One schema, with the name of the interface of its root. */
export interface NamedSchema {
  readonly rootName: string;
  readonly schema: SchemaNode;
}

/**
 * Returns the TypeScript module with the *located* form of the specs: what the check stage makes of a file, and
 * all later stages work on. Leaves are `Sourced`, lists and maps are always there, fields with a default are never
 * undefined, and every object knows its place (`$`).
 */
export function printLocatedTypes(schemas: readonly NamedSchema[]): string {
  const declarations: string[] = [];
  const shared = new Map<string, SchemaNode>();
  for (const { rootName, schema } of schemas) {
    declarations.push(printInterface(rootName, schema, schema));
    for (const [name, definition] of Object.entries(schema.definitions ?? {})) {
      if (isRepeat(shared, name, definition)) continue;
      if (definition.properties !== undefined) declarations.push(printInterface(name, definition, schema));
    }
  }
  return [
    generatedHeader,
    "import type { LocatedObject } from '../../compiler/source/node.ts';",
    "import type { Sourced } from '../../compiler/text/sourced.ts';",
    "import type { Traceable } from '../../compiler/text/traced-text.ts';",
    '',
    ...declarations,
  ].join('\n');
}

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });

function printInterface(name: string, schema: SchemaNode, root: SchemaNode): string {
  const members = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const required = schema.required?.includes(field) === true;
    const signature = factory.createPropertySignature(
      [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)],
      /^[A-Za-z_$][\w$]*$/.test(field) ? field : factory.createStringLiteral(field, true),
      required || isAlwaysThere(property, root)
        ? undefined
        : factory.createToken(ts.SyntaxKind.QuestionToken),
      typeOf(property, root),
    );
    return documented(signature, property.description);
  });
  const node = factory.createInterfaceDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    name,
    undefined,
    [
      factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, [
        factory.createExpressionWithTypeArguments(factory.createIdentifier('LocatedObject'), undefined),
      ]),
    ],
    members,
  );
  const file = ts.createSourceFile('located.ts', '', ts.ScriptTarget.ES2022);
  return `${printer.printNode(ts.EmitHint.Unspecified, documented(node, schema.description), file)}\n`;
}

function isAlwaysThere(property: SchemaNode, root: SchemaNode): boolean {
  if (property.default !== undefined) return true;
  const schema = definitionOf(property, root);
  const read = schema['x-read'];
  return hasType(schema, 'array') || read === 'ports' || read === 'texts' || isMap(schema);
}

function typeOf(property: SchemaNode, root: SchemaNode): ts.TypeNode {
  const reference = /^#\/definitions\/(.+)$/.exec(property.$ref ?? '')?.[1];
  const schema = definitionOf(property, root);
  if (reference !== undefined && schema.properties !== undefined) return named(reference);
  switch (schema['x-read']) {
    case 'text':
      return sourcedOf(textType(schema));
    case 'integer':
    case 'number':
      return sourcedOf(keyword(ts.SyntaxKind.NumberKeyword));
    case 'boolean':
      return sourcedOf(keyword(ts.SyntaxKind.BooleanKeyword));
    case 'ports':
      return readonlyList(sourcedOf(keyword(ts.SyntaxKind.NumberKeyword)));
    case 'texts':
      return readonlyList(sourcedOf(textType(schema.items ?? {})));
    case 'any':
      return named('Traceable');
    default:
      return structureOf(schema, root);
  }
}

function structureOf(schema: SchemaNode, root: SchemaNode): ts.TypeNode {
  if (hasType(schema, 'array')) return readonlyList(typeOf(schema.items ?? {}, root));
  if (isMap(schema) && typeof schema.additionalProperties === 'object') {
    return factory.createTypeReferenceNode('Readonly', [
      factory.createTypeReferenceNode('Record', [
        keyword(ts.SyntaxKind.StringKeyword),
        typeOf(schema.additionalProperties, root),
      ]),
    ]);
  }
  return sourcedOf(keyword(ts.SyntaxKind.StringKeyword));
}

function textType(schema: SchemaNode): ts.TypeNode {
  const texts = (schema.enum ?? []).filter((value) => typeof value === 'string');
  if (texts.length === 0) return keyword(ts.SyntaxKind.StringKeyword);
  return factory.createUnionTypeNode(
    texts.map((text) => factory.createLiteralTypeNode(factory.createStringLiteral(text, true))),
  );
}

function definitionOf(property: SchemaNode, root: SchemaNode): SchemaNode {
  const reference = /^#\/definitions\/(.+)$/.exec(property.$ref ?? '')?.[1];
  return reference === undefined ? property : (root.definitions?.[reference] ?? property);
}

function isMap(schema: SchemaNode): boolean {
  return schema.properties === undefined && typeof schema.additionalProperties === 'object';
}

function hasType(schema: SchemaNode, type: string): boolean {
  return (
    schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type) && !schema['x-read'])
  );
}

function documented<T extends ts.Node>(node: T, text: string | undefined): T {
  if (text === undefined) return node;
  const comment = `* ${text.replaceAll('*/', '* /')} `;
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
}

function named(name: string): ts.TypeNode {
  return factory.createTypeReferenceNode(name);
}

function keyword(kind: ts.KeywordTypeSyntaxKind): ts.TypeNode {
  return factory.createKeywordTypeNode(kind);
}

function sourcedOf(type: ts.TypeNode): ts.TypeNode {
  return factory.createTypeReferenceNode('Sourced', [type]);
}

function readonlyList(type: ts.TypeNode): ts.TypeNode {
  return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, factory.createArrayTypeNode(type));
}

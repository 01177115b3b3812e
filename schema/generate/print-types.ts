import ts from 'typescript';
import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { generatedHeader } from './generated-header.ts';

const { factory } = ts;
const readonly = [factory.createModifier(ts.SyntaxKind.ReadonlyKeyword)];
const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/** The name of the interface for a whole file of a kind, such as `BuildSpec`. */
export function rootTypeName(kind: SpecKind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Spec`;
}

/**
 * The TypeScript module of the values that authors write in TypeScript, with one interface per object of the strict schemas. Definitions of several schemas share one
 * namespace, so the same name for two things is a mistake of the schemas and throws.
 */
export function printTypes(schemas: ReadonlyMap<SpecKind, SchemaNode>): string {
  const interfaces = new Map<string, ts.Declaration>();
  const shared = new Map<string, SchemaNode>();
  definitions.clear();
  for (const schema of schemas.values())
    for (const [name, node] of Object.entries(schema.definitions ?? {})) definitions.set(name, node);
  for (const [kind, schema] of schemas) {
    const objects = { [rootTypeName(kind)]: schema, ...schema.definitions };
    for (const [name, node] of Object.entries(objects)) {
      if (isRepeat(shared, name, node)) continue;
      interfaces.set(name, node['x-kinds'] ? printKinds(name, node) : printInterface(name, node));
    }
  }
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const file = ts.createSourceFile('types.ts', '', ts.ScriptTarget.ES2023, false, ts.ScriptKind.TS);
  const printed = [...interfaces.values(), specByKind([...schemas.keys()])].map((declaration) =>
    printer.printNode(ts.EmitHint.Unspecified, declaration, file),
  );
  return [generatedHeader, '', `${printed.join('\n\n')}\n\n${plainType}`, ''].join('\n');
}

/**
 * Returns whether a definition was met before, and notes it: schemas may share definitions. Throws when another one had
 * the name.
 */
export function isRepeat(known: Map<string, SchemaNode>, name: string, node: SchemaNode): boolean {
  const first = known.get(name);
  if (first === undefined) known.set(name, node);
  else if (JSON.stringify(first) !== JSON.stringify(node)) throw new Error(`two schemas define ${name}`);
  return first !== undefined;
}

/** What a field without a shape of its own may hold. */
const plainType = `/** Tells the interfaces apart that functions return; it holds nothing. */
declare const kind: unique symbol;

/** Plain data, as JSON has it. A field that is \`undefined\` counts as not written. */
export type Plain =
    | string
    | number
    | boolean
    | null
    | readonly Plain[]
    | {
          readonly [key: string]: Plain | undefined;
      };`;

function printInterface(name: string, node: SchemaNode): ts.InterfaceDeclaration {
  const members = Object.entries(node.properties ?? {}).map(([key, child]) =>
    property(key, child, node.required?.includes(key) === true),
  );
  const all = branded.has(name) ? [...members, brand(name)] : members;
  const declaration = factory.createInterfaceDeclaration(exported, name, undefined, undefined, all);
  return documented(declaration, node);
}

/** What functions for authors return: a component where a service is due must be a mistake of types. */
const branded: ReadonlySet<string> = new Set(['Component', 'Service', 'Environment']);

function brand(name: string): ts.PropertySignature {
  const type = factory.createLiteralTypeNode(factory.createStringLiteral(name, true));
  const key = factory.createComputedPropertyName(factory.createIdentifier('kind'));
  const optional = factory.createToken(ts.SyntaxKind.QuestionToken);
  return factory.createPropertySignature(readonly, key, optional, type);
}

function property(key: string, node: SchemaNode, required: boolean): ts.PropertySignature {
  const optional = required ? undefined : factory.createToken(ts.SyntaxKind.QuestionToken);
  const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : factory.createStringLiteral(key, true);
  return documented(factory.createPropertySignature(readonly, name, optional, typeNode(node)), node);
}

/** The definitions of all schemas by name. */
const definitions = new Map<string, SchemaNode>();

/** What may stand instead of an object of a definition: a bare name instead of an entry of a thing without settings, or the value of the short field. */
function shortForms(node: SchemaNode): readonly ts.TypeNode[] {
  if (node['x-entry'] === true) return Object.keys(node.properties ?? {}).map(literal);
  const name = node['x-short'];
  const field = name === undefined ? undefined : node.properties?.[name];
  return field === undefined ? [] : [typeNode(field)];
}

/** One of several objects, told by their kind. */
function printKinds(name: string, node: SchemaNode): ts.Declaration {
  const types = Object.values(node['x-kinds'] ?? {}).map(typeNode);
  const union = factory.createUnionTypeNode(types);
  return documented(factory.createTypeAliasDeclaration(exported, name, undefined, union), node);
}

function typeNode(node: SchemaNode): ts.TypeNode {
  const name = node.$ref?.replace('#/definitions/', '');
  if (name !== undefined) {
    const reference = factory.createTypeReferenceNode(name);
    const others = shortForms(definitions.get(name) ?? {});
    return others.length === 0 ? reference : factory.createUnionTypeNode([reference, ...others]);
  }
  if (node.enum !== undefined) return factory.createUnionTypeNode(node.enum.map(literal));
  const read = node['x-read'];
  if (read === 'ports') return oneOrList(factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword));
  if (read === 'texts') return oneOrList(typeNode(node.items ?? { type: 'string' }));
  switch (node.type) {
    case 'string':
      return factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    case 'integer':
    case 'number':
      return factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword);
    case 'boolean':
      return factory.createKeywordTypeNode(ts.SyntaxKind.BooleanKeyword);
    case 'array':
      return listOf(node.items ?? {});
    case 'object':
      return mapOf(node);
    default:
      return factory.createTypeReferenceNode('Plain');
  }
}

/** What is read from one scalar or from a list of them may be written in both ways. */
function oneOrList(item: ts.TypeNode): ts.TypeNode {
  const list = factory.createArrayTypeNode(item);
  return factory.createUnionTypeNode([
    item,
    factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, list),
  ]);
}

function literal(value: string | null): ts.TypeNode {
  return factory.createLiteralTypeNode(
    value === null ? factory.createNull() : factory.createStringLiteral(value, true),
  );
}

function listOf(items: SchemaNode): ts.TypeNode {
  const list = factory.createArrayTypeNode(typeNode(items));
  return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, list);
}

function mapOf(node: SchemaNode): ts.TypeNode {
  const values = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
  const record = factory.createTypeReferenceNode('Record', [
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    typeNode(values),
  ]);
  return factory.createTypeReferenceNode('Readonly', [record]);
}

function specByKind(kinds: readonly SpecKind[]): ts.InterfaceDeclaration {
  const members = kinds.map((kind) =>
    factory.createPropertySignature(
      readonly,
      kind,
      undefined,
      factory.createTypeReferenceNode(rootTypeName(kind)),
    ),
  );
  const declaration = factory.createInterfaceDeclaration(
    exported,
    'SpecByKind',
    undefined,
    undefined,
    members,
  );
  return documented(declaration, { description: 'The interface of each kind of spec file.' });
}

function documented<T extends ts.Node>(node: T, { description, deprecationMessage }: SchemaNode): T {
  const lines = [description, deprecationMessage && `@deprecated ${deprecationMessage}`];
  const text = lines.filter((line) => line !== undefined).join(' ');
  if (text === '') return node;
  // An Ant pattern such as `**/*.jar` would end the comment.
  const comment = `* ${text.replaceAll('*/', '*\\/')} `;
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
}

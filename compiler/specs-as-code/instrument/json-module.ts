import ts from 'typescript';
import { localName } from './runtime-names.ts';
import { type Property, UNKNOWN } from './sites.ts';
import type { Tables } from './tables.ts';

/** Returns the code of a module whose default export is the value of a JSON file, remembered by the sandbox. */
export function jsonModule(source: ts.SourceFile, tables: Tables): string {
  const [statement] = source.statements;
  const root =
    statement !== undefined && ts.isExpressionStatement(statement) ? statement.expression : undefined;
  return `export default ${root === undefined ? 'undefined' : value(root, tables)};\n`;
}

function value(node: ts.Expression, tables: Tables): string {
  if (ts.isStringLiteral(node)) return JSON.stringify(node.text);
  if (!ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node)) return node.getText();
  const properties: Record<string, Property> = Object.create(null);
  const add = (key: string, keyNode: ts.Node, item: ts.Expression): string => {
    properties[key] = { key: tables.place(keyNode), value: { kind: 'own', place: tables.place(item) } };
    return value(item, tables);
  };
  let text: string;
  if (ts.isArrayLiteralExpression(node)) {
    text = `[${node.elements.map((item, index) => add(String(index), item, item)).join(', ')}]`;
  } else {
    const members = node.properties.flatMap((member) => {
      if (!ts.isPropertyAssignment(member) || !ts.isStringLiteral(member.name)) return [];
      const key = member.name.text;
      // In brackets: `__proto__` is then a key like any other.
      return [`[${JSON.stringify(key)}]: ${add(key, member.name, member.initializer)}`];
    });
    text = `{ ${members.join(', ')} }`;
  }
  const parts = [{ kind: 'own' as const, properties }];
  const site = tables.literal({ place: tables.place(node), enclosing: UNKNOWN, parts });
  return `${localName('literal')}(${site}, ${text})`;
}

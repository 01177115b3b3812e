import ts from 'typescript';
import { type ModuleGraph, virtualPath } from '../check/module-graph.ts';
import { instrument } from './instrument.ts';
import { localName, runtimeImport } from './runtime-names.ts';
import { type Property, UNKNOWN } from './sites.ts';
import { Tables } from './tables.ts';

/** The modules of a project as code that the sandbox runs. */
export interface EmittedModules {
  /** Code by the name of its module. */
  readonly code: ReadonlyMap<string, string>;
  /** Source maps (JSON) by the name of the module; modules made of JSON have none. */
  readonly maps: ReadonlyMap<string, string>;
  readonly tables: Tables;
}

/** Returns the modules of a program that has no errors, instrumented and without types. */
export function emitModules(program: ts.Program, graph: ModuleGraph): EmittedModules {
  const tables = new Tables();
  const code = new Map<string, string>();
  const maps = new Map<string, string>();
  const checker = program.getTypeChecker();
  const targets = new Map(
    [...graph.modules.values()].map(({ path, imports }) => [virtualPath(path), imports]),
  );
  const before = [instrument({ tables, checker }, (name) => targets.get(name))];
  for (const { path } of graph.modules.values()) {
    const name = virtualPath(path);
    const source = program.getSourceFile(name);
    if (source === undefined) continue;
    if (path.endsWith('.json')) {
      code.set(name, jsonModule(source, tables) + runtimeImport);
      continue;
    }
    const write = (file: string, text: string) => {
      if (file.endsWith('.map')) maps.set(name, text);
      else code.set(name, text.replace(/\/\/# sourceMappingURL=.*\s*$/, '') + runtimeImport);
    };
    program.emit(source, write, undefined, false, { before });
  }
  return { code, maps, tables };
}

/** Returns the code of a module whose default export is the value of a JSON file, remembered by the sandbox. */
function jsonModule(source: ts.SourceFile, tables: Tables): string {
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

import ts from 'typescript';

/** What the names in a validator are made of. */
export interface StableNames {
  /** The definition that each function of ajv validates. */
  readonly owners: ReadonlyMap<string, string>;
  /** The definitions in their order in the schema, which is the order of the functions. */
  readonly order: readonly string[];
  /** The name of each pattern. */
  readonly patterns: ReadonlyMap<string, string>;
}

/**
 * Returns the module that ajv printed, with names that do not depend on what stands before them, so that a new field
 * changes the lines that are about it and no others. ajv numbers all that it declares, through the whole module:
 * functions are named after their definition here, patterns after the table of patterns, and local variables are
 * numbered by their depth. Of the constants with whole schemas the code needs the names of fields, which become
 * sets, and allowed values, which are written where they are used. Throws at anything else that ajv might print.
 */
export function withStableNames(printedCode: string, names: StableNames): string {
  const file = ts.createSourceFile(
    'validator.js',
    shortErrors(directCalls(printedCode)),
    ts.ScriptTarget.ES2023,
    true,
  );
  const functions = new Map<string, ts.FunctionDeclaration>();
  const constants = new Map<string, ts.Expression>();
  let main = '';
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement)) {
      functions.set(named(names.owners, statement.name?.text ?? ''), statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (initializer === undefined) continue;
        if (name.getText() === 'validate') main = named(names.owners, initializer.getText());
        else constants.set(name.getText(), initializer);
      }
    } else if (isCode(statement)) throw new Error(`unexpected in a validator: ${statement.getText()}`);
  }
  const used = new Map<string, string>();
  const printed = names.order.flatMap((owner) => {
    const node = functions.get(owner);
    return node === undefined ? [] : [renamed(node, { ...names, owner, constants, used })];
  });
  if (printed.some((text) => text.includes('moveErrors('))) printed.push(moveErrors);
  printed.push(mistake);
  const declared = [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, is]) => `const ${name} = ${is};`);
  const code = [...declared, ...printed, `return validate${main};`].join('\n\n');
  return `export function createValidator(){\n${code}\n}\n`;
}

/** Where definitions go in a circle, ajv calls the function of one through an object, as if it were not declared yet. */
function directCalls(code: string): string {
  const wrappers = [...code.matchAll(/^const (wrapper\d+) = \{validate: (\w+)\};$/gm)];
  const functions = new Map(wrappers.map(([, wrapper = '', validate = '']) => [wrapper, validate]));
  return code
    .replaceAll(/^const wrapper\d+ = .*$/gm, '')
    .replaceAll(/\b(wrapper\d+)\.validate\b/g, (call, wrapper: string) => functions.get(wrapper) ?? call);
}

/**
 * ajv spreads the report of an error over eight lines, with a variable for it, and copies all errors so far for each
 * object with errors: a list of n wrong entries would cost n² steps. The list of the inner call is of no other use, so
 * its errors are moved. Of an error only what a `Mistake` has is there, made in one place: most starts read thousands of
 * them and meet none.
 */
function shortErrors(code: string): string {
  const report =
    /const (err\d+) = (.*);\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\n/g;
  const join = /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g;
  const short = code
    .replaceAll(report, (_, _name, error: string) => `(vErrors ??= []).push(${shortError(error)});\n`)
    .replaceAll(join, 'vErrors = moveErrors(vErrors, $1.errors);');
  if (short.includes('vErrors.concat(')) throw new Error('ajv joins errors in a way that is not known');
  return short;
}

/** Returns the call of `mistake` for an error as ajv writes it. */
function shortError(error: string): string {
  const found = /^\{instancePath(?::(.+))?,schemaPath:".*",keyword:("\w+"),params:\{(.*)\}\}$/.exec(error);
  if (found === null) throw new Error(`ajv says what is wrong in a way that is not known: ${error}`);
  const [, path = 'instancePath', keyword, params = ''] = found;
  const param = /\b(?:missingProperty|limit): ("[^"]*"|-?[\d.]+)$/.exec(params)?.[1];
  return `mistake(${[path, keyword, ...(param === undefined ? [] : [param])].join()})`;
}

const mistake = `function mistake(instancePath, keyword, param){
return {instancePath, keyword, param};
}`;

const moveErrors = `function moveErrors(all, more){
if(all === null) return more;
for(const error of more) all.push(error);
return all;
}`;

/** Whether a statement does something: a directive such as "use strict" and a lone semicolon do not. */
function isCode(statement: ts.Statement): boolean {
  if (ts.isEmptyStatement(statement)) return false;
  return !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression));
}

interface FunctionScope extends StableNames {
  readonly owner: string;
  readonly constants: ReadonlyMap<string, ts.Expression>;
  /** The constants that the printed functions use, with their values. */
  readonly used: Map<string, string>;
}

function renamed(node: ts.FunctionDeclaration, scope: FunctionScope): string {
  const start = node.getStart();
  let text = '';
  let end = start;
  const file = node.getSourceFile().text;
  const visit = (child: ts.Node, locals: ReadonlyMap<string, string>): void => {
    const inside = new Map([...locals, ...localsOf(child, locals)]);
    const replacement = replacementOf(child, inside, scope);
    if (replacement === undefined) {
      ts.forEachChild(child, (grandchild) => visit(grandchild, inside));
      return;
    }
    text += file.slice(end, child.getStart()) + replacement;
    end = child.getEnd();
  };
  visit(node, new Map());
  return text + file.slice(end, node.getEnd());
}

/** The new names of what a block or loop declares: the same letters, and how many of them are in scope already. */
function localsOf(node: ts.Node, outer: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const lists = ts.isBlock(node) ? node.statements.filter(ts.isVariableStatement) : [];
  const declarations = lists.map(({ declarationList }) => declarationList);
  if ((ts.isForStatement(node) || ts.isForInStatement(node)) && node.initializer !== undefined) {
    if (ts.isVariableDeclarationList(node.initializer)) declarations.push(node.initializer);
  }
  const taken = [...outer.values()];
  return declarations.flatMap((list) =>
    list.declarations.flatMap(({ name }) => {
      const letters = /^(\w*\D)\d+$/.exec(name.getText())?.[1];
      if (letters === undefined) return [];
      if ((list.flags & ts.NodeFlags.BlockScoped) === 0) throw new Error(`no scope for ${name.getText()}`);
      const depth = taken.filter((local) => local.replace(/\d+$/, '') === letters).length;
      taken.push(`${letters}${depth}`);
      return [[name.getText(), `${letters}${depth}`] as const];
    }),
  );
}

/** What stands in place of a node; nothing when its children decide. */
function replacementOf(
  node: ts.Node,
  locals: ReadonlyMap<string, string>,
  scope: FunctionScope,
): string | undefined {
  if (ts.isCallExpression(node)) return fieldTest(node, locals, scope);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const found = schemaValue(node, scope.constants);
    return found && JSON.stringify(found.value);
  }
  if (!ts.isIdentifier(node) || isKey(node)) return undefined;
  const local = locals.get(node.text);
  if (local !== undefined) return local;
  if (/^validate\d+$/.test(node.text)) return `validate${named(scope.owners, node.text)}`;
  const constant = scope.constants.get(node.text);
  if (constant === undefined) return undefined;
  const pattern = ts.isNewExpression(constant) ? constant.arguments?.[0] : undefined;
  if (pattern === undefined || !ts.isStringLiteral(pattern)) throw new Error(`no name for ${node.text}`);
  const name = scope.patterns.get(pattern.text);
  if (name === undefined) throw new Error(`give ${pattern.text} a name in schema/source/patterns.ts`);
  scope.used.set(name, constant.getText());
  return name;
}

/** `func2.call(schema7.properties, key0)`, which is how ajv asks for one of many fields, as a question to a set. */
function fieldTest(
  node: ts.CallExpression,
  locals: ReadonlyMap<string, string>,
  scope: FunctionScope,
): string | undefined {
  const [object, key] = node.arguments;
  if (!/^func\d+\.call$/.test(node.expression.getText()) || object === undefined) return undefined;
  const found = schemaValue(object, scope.constants);
  if (found === undefined || key === undefined) throw new Error(`no name for ${node.getText()}`);
  const name = [`fieldsOf${scope.owner}`, ...found.path.filter((step) => step !== 'properties')].join('_');
  const fields = Object.keys(found.value ?? {}).map((field) => `\n${JSON.stringify(field)},`);
  scope.used.set(name, `new Set([${fields.join('')}\n])`);
  return `${name}.has(${locals.get(key.getText()) ?? key.getText()})`;
}

/** The part of a constant with a schema that an access such as `schema8.properties.type.enum` asks for. */
function schemaValue(
  node: ts.Node,
  constants: ReadonlyMap<string, ts.Expression>,
): { readonly path: readonly string[]; readonly value: object | undefined } | undefined {
  if (ts.isIdentifier(node)) {
    const constant = /^schema\d+$/.test(node.text) ? constants.get(node.text) : undefined;
    return constant && { path: [], value: JSON.parse(constant.getText()) };
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const whole = schemaValue(node.expression, constants);
  if (whole === undefined) return undefined;
  const step = ts.isPropertyAccessExpression(node) ? node.name.text : literalOf(node.argumentExpression);
  const value = Object.entries(whole.value ?? {}).find(([key]) => key === step)?.[1];
  return { path: [...whole.path, step], value };
}

function literalOf(node: ts.Expression): string {
  if (ts.isStringLiteral(node)) return node.text;
  throw new Error(`no name for ${node.getText()}`);
}

/** Whether an identifier names a property, and no variable. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isShorthandPropertyAssignment(parent)
  );
}

function named(owners: ReadonlyMap<string, string>, name: string): string {
  const owner = owners.get(name);
  if (owner === undefined) throw new Error(`${name} validates no definition`);
  return owner;
}

import ts from 'typescript';
import { virtualPath } from '../check/module-graph.ts';
import { notedCall } from './calls.ts';
import { type Instruments, listLiteral, objectLiteral } from './literals.ts';
import { runtimeCall } from './runtime-names.ts';
import { hasBody, hiddenParameter } from './slots.ts';
import { callRoot, isCall, isCallbackMethod } from './syntax.ts';

/** A path below the root for each specifier of a file. */
export type ImportTargets = ReadonlyMap<string, string>;

/**
 * Returns a transformer that makes code tell the sandbox what it does: which literal made an object, and which calls
 * are in progress. What the code computes stays the same. Imports get the full names of their modules.
 */
export function instrument(
  instruments: Instruments,
  targetsOf: (fileName: string) => ImportTargets | undefined,
): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (source) => {
    const targets = targetsOf(source.fileName);
    return ts.visitEachChild(source, createVisitor(instruments, targets, context), context);
  };
}

function createVisitor(
  instruments: Instruments,
  targets: ImportTargets | undefined,
  context: ts.TransformationContext,
): (node: ts.Node) => ts.Node {
  const { factory } = ts;
  let tries = 0;
  const children = <T extends ts.Node>(node: T): T => ts.visitEachChild(node, visit, context);
  const expression = (node: ts.Expression): ts.Expression => ts.visitNode(node, visit, ts.isExpression);

  const visit = (node: ts.Node): ts.Node => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return node;
    if (ts.isEnumDeclaration(node)) return node;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return withTarget(node, targets);
    if (ts.isObjectLiteralExpression(node)) return object(node);
    if (ts.isArrayLiteralExpression(node)) return listLiteral(node, instruments, expression);
    if (ts.isBinaryExpression(node) && isPatternAssignment(node))
      return factory.updateBinaryExpression(node, node.left, node.operatorToken, expression(node.right));
    if (ts.isForOfStatement(node) && !ts.isVariableDeclarationList(node.initializer)) return forOf(node);
    if (ts.isTryStatement(node)) return tryStatement(node);
    if (ts.isOptionalChain(node)) return chain(node);
    if (isCall(node)) return notedCall(node, callWithReceiver(node), instruments);
    return hasBody(node) ? withHiddenParameters(children(node), node) : children(node);
  };

  const object = (node: ts.ObjectLiteralExpression): ts.Expression => {
    const setsPrototype = node.properties.some(
      ({ name }) => name !== undefined && !ts.isComputedPropertyName(name) && name.getText() === '__proto__',
    );
    if (setsPrototype) return children(node);
    return objectLiteral(node, instruments, (member) =>
      ts.visitNode(member, visit, ts.isObjectLiteralElementLike),
    );
  };

  const callWithReceiver = (node: ts.CallExpression | ts.NewExpression): ts.Expression => {
    const visited = children(node);
    if (!ts.isCallExpression(node) || !isCallbackMethod(node) || !ts.isCallExpression(visited))
      return visited;
    if (!ts.isPropertyAccessExpression(visited.expression)) return visited;
    const { expression: list, name } = visited.expression;
    const method = factory.updatePropertyAccessExpression(
      visited.expression,
      runtimeCall('receiver', [list]),
      name,
    );
    return factory.updateCallExpression(visited, method, visited.typeArguments, visited.arguments);
  };

  /** Nothing in the spine of an optional chain may be wrapped, or the chain would no longer end early. */
  const chain = (node: ts.Expression): ts.Expression => {
    let hasCall = false;
    const spine = (inner: ts.Node): ts.Node => {
      if (!ts.isOptionalChain(inner)) return visit(inner);
      if (isCall(inner)) hasCall = true;
      const start = inner.expression;
      return ts.visitEachChild(inner, (child) => (child === start ? spine(child) : visit(child)), context);
    };
    const visited = ts.visitNode(node, spine, ts.isExpression);
    return hasCall && callRoot(node) === node ? notedCall(node, visited, instruments) : visited;
  };

  const forOf = (node: ts.ForOfStatement): ts.Statement =>
    factory.updateForOfStatement(
      node,
      node.awaitModifier,
      node.initializer,
      expression(node.expression),
      ts.visitIterationBody(node.statement, visit, context),
    );

  /** After an exception, the calls that it left are over. */
  const tryStatement = (node: ts.TryStatement): ts.Statement => {
    const visited = children(node);
    const name = factory.createIdentifier(`$$try${tries++}`);
    const back = factory.createExpressionStatement(runtimeCall('unwind', [name]));
    const withBack = (block: ts.Block): ts.Block => factory.updateBlock(block, [back, ...block.statements]);
    const { catchClause, finallyBlock } = visited;
    const start = factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(name, undefined, undefined, runtimeCall('frame', []))],
      ts.NodeFlags.Const,
    );
    return factory.createBlock([
      factory.createVariableStatement(undefined, start),
      factory.updateTryStatement(
        visited,
        visited.tryBlock,
        catchClause &&
          factory.updateCatchClause(
            catchClause,
            catchClause.variableDeclaration,
            withBack(catchClause.block),
          ),
        finallyBlock && withBack(finallyBlock),
      ),
    ]);
  };
  return visit;
}

/** Returns a function whose patterns in the parameter list became statements at the start of its body. */
function withHiddenParameters(visited: ts.Node, original: ts.Node): ts.Node {
  if (!hasBody(visited) || !hasBody(original)) return visited;
  const { factory } = ts;
  const statements: ts.Statement[] = [];
  const parameters = visited.parameters.map((parameter, index) => {
    const before = original.parameters[index];
    const hidden = before === undefined ? undefined : hiddenParameter(before);
    if (hidden === undefined || !ts.isObjectBindingPattern(parameter.name)) return parameter;
    const name = factory.createIdentifier(hidden);
    statements.push(
      factory.createVariableStatement(undefined, [
        factory.createVariableDeclaration(parameter.name, undefined, undefined, name),
      ]),
    );
    const rest = parameter.name.elements.find(({ dotDotDotToken }) => dotDotDotToken !== undefined);
    if (rest !== undefined && ts.isIdentifier(rest.name))
      statements.push(factory.createExpressionStatement(runtimeCall('rest', [rest.name, name])));
    const { modifiers, dotDotDotToken, questionToken, type, initializer } = parameter;
    return factory.updateParameterDeclaration(
      parameter,
      modifiers,
      dotDotDotToken,
      name,
      questionToken,
      type,
      initializer,
    );
  });
  return statements.length === 0 ? visited : withStart(visited, parameters, statements);
}

function withStart(
  node: Parameters<typeof hasBody>[0],
  parameters: readonly ts.ParameterDeclaration[],
  statements: readonly ts.Statement[],
): ts.Node {
  if (!hasBody(node)) return node;
  const { factory } = ts;
  const { body, modifiers, typeParameters, type } = node;
  if (body === undefined) return node;
  const old = ts.isBlock(body) ? body.statements : [factory.createReturnStatement(body)];
  const block = factory.createBlock([...statements, ...old], true);
  if (ts.isArrowFunction(node)) {
    const arrow = node.equalsGreaterThanToken;
    return factory.updateArrowFunction(node, node.modifiers, typeParameters, parameters, type, arrow, block);
  }
  const star = node.asteriskToken;
  if (ts.isFunctionExpression(node)) {
    const { name } = node;
    return factory.updateFunctionExpression(
      node,
      node.modifiers,
      star,
      name,
      typeParameters,
      parameters,
      type,
      block,
    );
  }
  if (ts.isFunctionDeclaration(node)) {
    const { name } = node;
    return factory.updateFunctionDeclaration(
      node,
      modifiers,
      star,
      name,
      typeParameters,
      parameters,
      type,
      block,
    );
  }
  const { name, questionToken } = node;
  return factory.updateMethodDeclaration(
    node,
    modifiers,
    star,
    name,
    questionToken,
    typeParameters,
    parameters,
    type,
    block,
  );
}

function isPatternAssignment(node: ts.BinaryExpression): boolean {
  return (
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    (ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left))
  );
}

function withTarget(
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  targets: ImportTargets | undefined,
): ts.Node {
  const { moduleSpecifier } = node;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return node;
  const path = targets?.get(moduleSpecifier.text);
  const name = path === undefined ? moduleSpecifier : ts.factory.createStringLiteral(virtualPath(path), true);
  return ts.isImportDeclaration(node)
    ? ts.factory.updateImportDeclaration(node, node.modifiers, node.importClause, name, undefined)
    : ts.factory.updateExportDeclaration(
        node,
        node.modifiers,
        node.isTypeOnly,
        node.exportClause,
        name,
        undefined,
      );
}

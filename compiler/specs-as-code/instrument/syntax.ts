import ts from 'typescript';

/** Methods that call their first argument with the elements of what they are called on. */
const CALLBACK_METHODS = new Set(['map', 'flatMap', 'forEach', 'filter', 'find', 'some', 'every']);

/** Returns whether a node is a call as the instrumentation counts them: it may run code of the project. */
export function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  if (ts.isNewExpression(node)) return true;
  if (!ts.isCallExpression(node)) return false;
  const { kind } = node.expression;
  return kind !== ts.SyntaxKind.ImportKeyword && kind !== ts.SyntaxKind.SuperKeyword;
}

/** Returns the whole chain that a call in an optional chain (`a?.b()`) belongs to, or the call itself. */
export function callRoot(node: ts.Node): ts.Node {
  let root = node;
  while (ts.isOptionalChain(root) && isSpine(root.parent, root)) root = root.parent;
  return root;
}

function isSpine(parent: ts.Node, child: ts.Node): boolean {
  return ts.isOptionalChain(parent) && parent.expression === child;
}

/** Returns the function (or another body of its own) that a node stands in. */
export function enclosingFunction(node: ts.Node): ts.Node | undefined {
  let at = node.parent;
  while (at !== undefined && !ts.isSourceFile(at)) {
    if (ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at) || ts.isPropertyDeclaration(at))
      return at;
    at = at.parent;
  }
  return undefined;
}

/** Returns the call in whose arguments a node stands, within the same function. */
export function enclosingCall(node: ts.Node): ts.Node | undefined {
  const boundary = enclosingFunction(node);
  for (let at = node.parent; at !== undefined && at !== boundary; at = at.parent) {
    if (isCall(at)) return callRoot(at);
  }
  return undefined;
}

/** Returns an expression without parentheses and types around it. */
export function unwrapped(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** Returns whether an expression is its own value: nothing has to be looked up or run for it. */
export function isPlainLiteral(node: ts.Expression): boolean {
  const inner = unwrapped(node);
  if (ts.isPrefixUnaryExpression(inner)) return ts.isNumericLiteral(inner.operand);
  return (
    ts.isLiteralExpression(inner) ||
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword ||
    inner.kind === ts.SyntaxKind.NullKeyword
  );
}

/** Returns the names of `a.b.c`, or undefined for another expression. */
export function nameChain(node: ts.Expression): readonly string[] | undefined {
  const inner = unwrapped(node);
  if (ts.isIdentifier(inner)) return [inner.text];
  if (!ts.isPropertyAccessExpression(inner) || ts.isOptionalChain(inner) || !ts.isIdentifier(inner.name))
    return undefined;
  const before = nameChain(inner.expression);
  return before === undefined ? undefined : [...before, inner.name.text];
}

/** Returns the call of a method such as `map` whose callback a function is. */
export function callbackCall(node: ts.Node): ts.CallExpression | undefined {
  const call = node.parent;
  if (call === undefined || !ts.isCallExpression(call) || call.arguments[0] !== node) return undefined;
  return isCallbackMethod(call) ? call : undefined;
}

/** Returns whether a call is one of a method that hands the elements of a list to a function. */
export function isCallbackMethod(
  call: ts.CallExpression,
): call is ts.CallExpression & { readonly expression: ts.PropertyAccessExpression } {
  return (
    !ts.isOptionalChain(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    CALLBACK_METHODS.has(call.expression.name.text)
  );
}

/** Returns the static name of a property, or undefined when it is computed. */
export function staticName(name: ts.PropertyName): string | undefined {
  if (ts.isComputedPropertyName(name))
    return ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
  return ts.isPrivateIdentifier(name) ? undefined : name.text;
}

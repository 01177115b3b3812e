import ts from 'typescript';

/**
 * Returns the name that instrumented code gives to a parameter that is a pattern, such as `({ name, port }) => ...`, so
 * that the object behind the pattern can be handed over; undefined for a parameter that keeps its form.
 */
export function hiddenParameter(node: ts.Node): string | undefined {
  if (!ts.isParameter(node) || !ts.isObjectBindingPattern(node.name)) return undefined;
  if (node.dotDotDotToken !== undefined || !hasBody(node.parent)) return undefined;
  const index = node.parent.parameters.indexOf(node);
  // A default that stands further right may use the names of the pattern, which would come too late for it.
  const later = node.parent.parameters.slice(index + 1);
  if (later.some(({ initializer, name }) => initializer !== undefined || !ts.isIdentifier(name)))
    return undefined;
  return `$$parameter${node.pos}`;
}

/** A function whose body can take one more statement at its start. */
type WithBody = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

/** Returns whether a node is a function with a body that the instrumentation may add to. */
export function hasBody(node: ts.Node): node is WithBody {
  return (
    ts.isArrowFunction(node) ||
    ((ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) &&
      node.body !== undefined)
  );
}

import ts from 'typescript';

/**
 * Returns the expression that most likely failed. The engine names a line and, roughly, a column: on that line, what
 * was thrown, or the property or function that its message names; else the line itself.
 */
export function failedExpression(
  source: ts.SourceFile,
  offset: number,
  message: string,
): { readonly start: number; readonly end: number } {
  const line = source.getLineAndCharacterOfPosition(offset).line;
  const name = /property '([^']+)' of|'?([\w$.]+)'? is not a function/.exec(message);
  const wanted = name?.[1] ?? name?.[2]?.split('.').at(-1);
  let thrown: ts.Node | undefined;
  let named: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (source.getLineAndCharacterOfPosition(node.end).line < line) return;
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    if (start > line) return;
    if (ts.isThrowStatement(node) && start === line) thrown ??= node.expression;
    if (ts.isPropertyAccessExpression(node) && node.name.text === wanted) named = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  const found = named ?? thrown;
  if (found !== undefined) return { start: found.getStart(source), end: found.end };
  const text = source.text.slice(source.getPositionOfLineAndCharacter(line, 0)).split('\n')[0] ?? '';
  const start = source.getPositionOfLineAndCharacter(line, 0) + (text.length - text.trimStart().length);
  return { start, end: Math.max(start + text.trim().length, start + 1) };
}

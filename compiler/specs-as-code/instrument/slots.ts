import ts from 'typescript';
import type { Slot } from './sites.ts';
import {
  callbackCall,
  callRoot,
  enclosingFunction,
  isPlainLiteral,
  nameChain,
  staticName,
  unwrapped,
} from './syntax.ts';
import type { Tables } from './tables.ts';

/** The objects that instrumented code hands over with a literal or call, as chains of names. */
export type Bases = string[];

/** Returns where the value of an expression comes from; objects that it takes a property of join the bases. */
export function slotOf(node: ts.Expression, bases: Bases, tables: Tables, checker: ts.TypeChecker): Slot {
  const place = tables.place(node);
  const inner = unwrapped(node);
  if (isPlainLiteral(inner) || isMaker(inner)) return { kind: 'own', place };
  if (ts.isIdentifier(inner)) {
    return namedSlot(inner, checker.getSymbolAtLocation(inner), bases, tables, checker);
  }
  const member = memberOf(inner, checker);
  if (member === undefined) return { kind: 'computed', place };
  return { kind: 'member', place, base: baseIndex(bases, member.base), name: member.name };
}

/** Returns where the value of a name comes from. `symbol` is what it stands for. */
export function namedSlot(
  node: ts.Identifier,
  symbol: ts.Symbol | undefined,
  bases: Bases,
  tables: Tables,
  checker: ts.TypeChecker,
): Slot {
  const place = tables.place(node);
  const declaration = withoutAlias(symbol, checker)?.valueDeclaration;
  if (declaration === undefined) return { kind: 'computed', place };
  if (ts.isVariableDeclaration(declaration)) {
    const { initializer } = declaration;
    const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    return isConstant && initializer !== undefined && isPlainLiteral(initializer)
      ? { kind: 'own', place: tables.place(initializer), use: place }
      : { kind: 'computed', place };
  }
  if (ts.isBindingElement(declaration)) return boundSlot(place, declaration, bases);
  if (ts.isParameter(declaration) && enclosingFunction(node) === declaration.parent) {
    return parameterSlot(place, declaration, tables);
  }
  return { kind: 'computed', place };
}

/** A parameter is an argument of the call, or an element that a method such as `map` hands over. */
function parameterSlot(place: number, parameter: ts.ParameterDeclaration, tables: Tables): Slot {
  const owner = parameter.parent;
  const index = owner.parameters.indexOf(parameter);
  if (parameter.dotDotDotToken !== undefined) return { kind: 'computed', place };
  const call = callbackCall(owner);
  if (call === undefined) return { kind: 'parameter', place, function: tables.function(owner), index };
  return index === 0
    ? { kind: 'element', place, call: tables.call(callRoot(call)) }
    : { kind: 'computed', place };
}

/** A name that `{ name }` in a parameter list binds is a property of the hidden parameter. */
function boundSlot(place: number, element: ts.BindingElement, bases: Bases): Slot {
  const hidden = hiddenParameter(element.parent.parent);
  const name = ts.isIdentifier(element.name) ? element.name.text : undefined;
  const key = element.propertyName === undefined ? name : staticName(element.propertyName);
  if (hidden === undefined || key === undefined || element.dotDotDotToken !== undefined)
    return { kind: 'computed', place };
  return { kind: 'member', place, base: baseIndex(bases, hidden), name: key };
}

/** Literals, functions and classes: what they make is registered by themselves or is no plain data. */
function isMaker(node: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node)
  );
}

/** Returns the object and the name of a property that an expression takes, when both are plain to see. */
function memberOf(
  node: ts.Expression,
  checker: ts.TypeChecker,
): { readonly base: string; readonly name: string } | undefined {
  let name: string | undefined;
  if (ts.isPropertyAccessExpression(node)) name = node.name.text;
  else if (ts.isElementAccessExpression(node)) {
    const key = unwrapped(node.argumentExpression);
    if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) name = key.text;
  } else return undefined;
  const base = nameChain(node.expression);
  if (name === undefined || base === undefined || !existsAtRunTime(node.expression, checker))
    return undefined;
  return { base: base.join('.'), name };
}

/** A constant enumeration and a namespace of types are gone when the code runs. */
function existsAtRunTime(node: ts.Expression, checker: ts.TypeChecker): boolean {
  let root = unwrapped(node);
  while (ts.isPropertyAccessExpression(root)) root = unwrapped(root.expression);
  const symbol = withoutAlias(checker.getSymbolAtLocation(root), checker);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0) return false;
  return (symbol.flags & ts.SymbolFlags.Value) !== 0;
}

function withoutAlias(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}

function baseIndex(bases: Bases, base: string): number {
  const known = bases.indexOf(base);
  return known === -1 ? bases.push(base) - 1 : known;
}

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

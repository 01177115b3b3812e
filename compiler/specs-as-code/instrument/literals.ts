import ts from 'typescript';
import { nameExpression, runtimeCall } from './runtime-names.ts';
import { type Part, type Property, UNKNOWN } from './sites.ts';
import { type Bases, namedSlot, slotOf } from './slots.ts';
import { callRoot, enclosingCall, staticName } from './syntax.ts';
import type { Tables } from './tables.ts';

/** What the transformation of one program works with. */
export interface Instruments {
  readonly tables: Tables;
  readonly checker: ts.TypeChecker;
}

/** Returns an object literal that the sandbox remembers. `visit` instruments what stands in it. */
export function objectLiteral(
  node: ts.ObjectLiteralExpression,
  instruments: Instruments,
  visit: (node: ts.ObjectLiteralElementLike) => ts.ObjectLiteralElementLike,
): ts.Expression {
  const { tables } = instruments;
  const { factory } = ts;
  const bases: Bases = [];
  const parts: Part[] = [];
  const values: ts.Expression[] = [];
  let own: { properties: Record<string, Property>; members: ts.ObjectLiteralElementLike[] } | undefined;
  const flush = () => {
    if (own === undefined) return;
    parts.push({ kind: 'own', properties: own.properties });
    values.push(ts.setTextRange(factory.createObjectLiteralExpression(own.members), node));
    own = undefined;
  };
  for (const member of node.properties) {
    const visited = visit(member);
    if (ts.isSpreadAssignment(member) && ts.isSpreadAssignment(visited)) {
      flush();
      parts.push({ kind: 'spread', value: slotOf(member.expression, bases, tables, instruments.checker) });
      values.push(visited.expression);
      continue;
    }
    const name = member.name === undefined ? undefined : staticName(member.name);
    if (name === undefined && ts.isPropertyAssignment(member)) {
      flush();
      const value = slotOf(member.initializer, bases, tables, instruments.checker);
      parts.push({ kind: 'computed', key: tables.place(member.name), value });
      values.push(factory.createObjectLiteralExpression([visited]));
      continue;
    }
    own ??= { properties: Object.create(null), members: [] };
    own.members.push(visited);
    const property = propertyOf(member, bases, instruments);
    if (name !== undefined && property !== undefined) own.properties[name] = property;
  }
  flush();
  const only = parts[0]?.kind === 'own' && parts.length === 1 ? values[0] : undefined;
  const enclosing = enclosingId(node, tables);
  const isEmpty = parts.length === 0;
  const site = tables.literal({
    place: tables.place(node),
    enclosing,
    parts: isEmpty ? [{ kind: 'own', properties: {} }] : parts,
  });
  const number = factory.createNumericLiteral(site);
  const given = bases.map(nameExpression);
  if (isEmpty) return runtimeCall('literal', [number, node]);
  if (only !== undefined) return runtimeCall('literal', [number, only, ...given]);
  return runtimeCall('merged', [number, factory.createArrayLiteralExpression(values), ...given]);
}

function propertyOf(
  member: ts.ObjectLiteralElementLike,
  bases: Bases,
  { tables, checker }: Instruments,
): Property | undefined {
  if (ts.isPropertyAssignment(member)) {
    return { key: tables.place(member.name), value: slotOf(member.initializer, bases, tables, checker) };
  }
  if (!ts.isShorthandPropertyAssignment(member)) return undefined;
  const symbol = checker.getShorthandAssignmentValueSymbol(member);
  return { key: tables.place(member.name), value: namedSlot(member.name, symbol, bases, tables, checker) };
}

/** Returns a list literal that the sandbox remembers. */
export function listLiteral(
  node: ts.ArrayLiteralExpression,
  { tables, checker }: Instruments,
  visit: (node: ts.Expression) => ts.Expression,
): ts.Expression {
  const { factory } = ts;
  const bases: Bases = [];
  const parts: Part[] = [];
  const values: ts.Expression[] = [];
  let own: { properties: Record<string, Property>; items: ts.Expression[] } | undefined;
  const flush = () => {
    if (own === undefined) return;
    parts.push({ kind: 'own', properties: own.properties });
    values.push(ts.setTextRange(factory.createArrayLiteralExpression(own.items), node));
    own = undefined;
  };
  for (const element of node.elements) {
    if (ts.isSpreadElement(element)) {
      flush();
      parts.push({ kind: 'spread', value: slotOf(element.expression, bases, tables, checker) });
      values.push(visit(element.expression));
      continue;
    }
    own ??= { properties: {}, items: [] };
    const value = slotOf(element, bases, tables, checker);
    own.properties[String(own.items.length)] = { key: tables.place(element), value };
    own.items.push(visit(element));
  }
  flush();
  if (parts.length === 0) {
    parts.push({ kind: 'own', properties: {} });
    values.push(node);
  }
  const number = factory.createNumericLiteral(
    tables.literal({ place: tables.place(node), enclosing: enclosingId(node, tables), parts }),
  );
  const given = bases.map(nameExpression);
  const [only] = values;
  return parts.length === 1 && parts[0]?.kind === 'own' && only !== undefined
    ? runtimeCall('literal', [number, only, ...given])
    : runtimeCall('joined', [number, factory.createArrayLiteralExpression(values), ...given]);
}

/** Returns the number of the call in whose arguments a node stands. */
export function enclosingId(node: ts.Node, tables: Tables): number {
  const call = enclosingCall(node);
  return call === undefined ? UNKNOWN : tables.call(callRoot(call));
}

import ts from 'typescript';
import { suggestion } from '../../util/suggestion.ts';

/** What the syntax and the types around a finding of TypeScript add to it. */
export interface TypeContext {
  /** The value that is wrong, where TypeScript marks the name of its property. */
  readonly value?: { readonly start: number; readonly end: number };
  /** The property that was meant, where TypeScript does not dare to guess. */
  readonly meant?: string;
  /** The text that was meant where a number was written. */
  readonly quoted?: string;
}

/** A property that the type does not know. */
const UNKNOWN_PROPERTY = new Set([2353, 2559, 2561]);

/** Returns what is known around the place of a finding; `authoring` is the module `bitesize`. */
export function typeContext(
  { file, start, length, code, messageText }: ts.Diagnostic,
  checker: ts.TypeChecker,
  authoring: ts.SourceFile | undefined,
): TypeContext {
  if (file === undefined || start === undefined) return {};
  const node = nodeFrom(file, start, start + (length ?? 0));
  const property = node?.parent;
  if (node === undefined || property === undefined) return {};
  if (!ts.isPropertyAssignment(property) || property.name !== node) {
    return ts.isExpression(node) ? { value: rangeOf(innermost(node, messageText), file) } : {};
  }
  const { initializer, parent } = property;
  if (UNKNOWN_PROPERTY.has(code) && isAboutName(messageText)) {
    const expected = namedType(messageText, checker, authoring) ?? checker.getContextualType(parent);
    const known = expected === undefined ? [] : checker.getNonNullableType(expected).getProperties();
    const taken = new Set(parent.properties.map(({ name }) => name?.getText(file)));
    const names = known.map(({ name }) => name).filter((name) => /^\w+$/.test(name) && !taken.has(name));
    const meant = suggestion(ts.isStringLiteral(node) ? node.text : node.getText(file), names);
    return meant === undefined ? {} : { meant };
  }
  if (isAboutName(messageText)) return {};
  const value = rangeOf(innermost(initializer, messageText), file);
  const expected = checker.getContextualType(initializer);
  const takesText = expected !== undefined && isOrHas(expected, ts.TypeFlags.String);
  return takesText && ts.isNumericLiteral(initializer)
    ? { value, quoted: initializer.getText(file) }
    : { value };
}

/** Follows the properties that the reasons of a message name, as far as they stand in literals. */
function innermost(node: ts.Expression, text: string | ts.DiagnosticMessageChain): ts.Expression {
  if (typeof text === 'string') return node;
  const name = /^(?:Types of property|Property) '(.*)' (?:are|is) incompatible/.exec(text.messageText)?.[1];
  const [next] = text.next ?? [];
  const properties = ts.isObjectLiteralExpression(node) ? node.properties : [];
  const inner = properties.find((each) => name !== undefined && each.name?.getText() === name);
  const found = inner !== undefined && ts.isPropertyAssignment(inner) ? inner.initializer : node;
  return next === undefined ? found : innermost(found, next);
}

function rangeOf(node: ts.Node, file: ts.SourceFile): { readonly start: number; readonly end: number } {
  return { start: node.getStart(file), end: node.end };
}

/** The interface of ours that a message names: inside a call that does not fit, nothing else is known. */
function namedType(
  text: string | ts.DiagnosticMessageChain,
  checker: ts.TypeChecker,
  authoring: ts.SourceFile | undefined,
): ts.Type | undefined {
  const name = /in type '(?:Omit<)?(\w+)/.exec(typeof text === 'string' ? text : text.messageText)?.[1];
  const module = authoring === undefined ? undefined : checker.getSymbolAtLocation(authoring);
  const symbol = module && checker.getExportsOfModule(module).find((each) => each.name === name);
  return symbol === undefined ? undefined : checker.getDeclaredTypeOfSymbol(symbol);
}

/** A property that is unknown, missing or written twice is about its name, all else about its value. */
function isAboutName(text: string | ts.DiagnosticMessageChain): boolean {
  const first = typeof text === 'string' ? text : text.messageText;
  return /does not exist in type|same name/.test(first);
}

function isOrHas(type: ts.Type, flag: ts.TypeFlags): boolean {
  return type.isUnion() ? type.types.some((each) => isOrHas(each, flag)) : (type.flags & flag) !== 0;
}

/** Returns the smallest node that covers exactly the given text. */
function nodeFrom(file: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.end < end) return;
    if (node.getStart(file) === start && node.end === end) found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

import ts from 'typescript';

/** A property that its type does not know, or whose value does not fit: TypeScript need not look at all others, then. */
const WRONG_PROPERTY = new Set([2322, 2353, 2561]);

/**
 * Returns the findings with those that TypeScript leaves out: after a property that a type does not know, or among values
 * that do not fit, it looks for no other unknown one in the same value. Names that no member of the expected type has, and plain values of other types, are
 * told as it would tell them alone, all in the order of the file.
 */
export function withHiddenMistakes(
  found: readonly ts.Diagnostic[],
  checker: ts.TypeChecker,
): readonly ts.Diagnostic[] {
  const told = new Set(found.map(({ start }) => start));
  const seen = new Set<ts.Expression>();
  const all = found.flatMap((each) => {
    const { file, start, code } = each;
    if (file === undefined || start === undefined || !WRONG_PROPERTY.has(code)) return [each];
    const value = outermostLiteral(file, start);
    if (value === undefined || seen.has(value)) return [each];
    seen.add(value);
    const hidden = mistakesOf(value, { file, checker, told });
    return [each, ...hidden];
  });
  return all.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Returns the largest literal around a place that is one value: the argument of a call, what a constant is. */
function outermostLiteral(file: ts.SourceFile, start: number): ts.Expression | undefined {
  let outermost: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (start < node.getStart(file) || node.end <= start) return;
    if (isLiteral(node)) outermost ??= node;
    else if (!ts.isPropertyAssignment(node)) outermost = undefined;
    // What the place itself consists of says nothing.
    if (node.getStart(file) < start || isLiteral(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return outermost;
}

function isLiteral(node: ts.Node): node is ts.ObjectLiteralExpression | ts.ArrayLiteralExpression {
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

interface Around {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  /** Where TypeScript has told something: all that is below is in its message. */
  readonly told: ReadonlySet<number | undefined>;
}

function mistakesOf(value: ts.Expression, around: Around): ts.Diagnostic[] {
  const { file, checker, told } = around;
  if (ts.isArrayLiteralExpression(value))
    return value.elements.flatMap((element) => mistakesOf(element, around));
  if (!ts.isObjectLiteralExpression(value)) return [];
  const expected = checker.getContextualType(value);
  const known =
    expected === undefined ? undefined : knownNames(checker.getNonNullableType(expected), checker);
  return value.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return [];
    const { name } = property;
    if ((!ts.isIdentifier(name) && !ts.isStringLiteral(name)) || told.has(name.getStart(file))) return [];
    if (known !== undefined && !known.names.has(name.text)) {
      const where = `does not exist in type '${known.type}'`;
      const text = `Object literal may only specify known properties, and '${name.text}' ${where}.`;
      return [mistake(file, name, 2353, text)];
    }
    if (!ts.isPropertyAssignment(property)) return [];
    const { initializer } = property;
    if (isLiteral(initializer)) return mistakesOf(initializer, around);
    const wrong = wrongType(initializer, checker);
    return wrong === undefined ? [] : [mistake(file, name, 2322, wrong)];
  });
}

/** Returns the names that a value of a type may have; undefined where it may have any. */
function knownNames(
  type: ts.Type,
  checker: ts.TypeChecker,
): { readonly names: ReadonlySet<string>; readonly type: string } | undefined {
  const members = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) =>
      (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) === 0,
  );
  const isClosed = members.every(
    (member) =>
      (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
      checker.getIndexInfosOfType(member).length === 0,
  );
  const names = new Set(members.flatMap((member) => member.getProperties().map(({ name }) => name)));
  return isClosed && names.size > 0 ? { names, type: checker.typeToString(type) } : undefined;
}

/** Returns what is wrong with a plain value where another type is expected. */
function wrongType(value: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const expected = checker.getContextualType(value);
  const isPlain =
    ts.isLiteralExpression(value) ||
    value.kind === ts.SyntaxKind.TrueKeyword ||
    value.kind === ts.SyntaxKind.FalseKeyword;
  if (!isPlain || expected === undefined) return undefined;
  const given = checker.getTypeAtLocation(value);
  if (checker.isTypeAssignableTo(given, expected)) return undefined;
  const wanted = checker.getNonNullableType(expected);
  const hasLiterals = (wanted.isUnion() ? wanted.types : [wanted]).some((type) => type.isLiteral());
  const shown = hasLiterals ? given : checker.getBaseTypeOfLiteralType(given);
  return `Type '${checker.typeToString(shown)}' is not assignable to type '${checker.typeToString(wanted)}'.`;
}

function mistake(file: ts.SourceFile, name: ts.Node, code: number, messageText: string): ts.Diagnostic {
  const start = name.getStart(file);
  const length = name.end - start;
  return { category: ts.DiagnosticCategory.Error, file, start, length, code, messageText };
}

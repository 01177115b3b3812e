import ts from 'typescript';

/** The ways in which a line is made wrong. */
export type MutantKind =
  | 'condition'
  | 'operator'
  | 'number'
  | 'default'
  | 'spread'
  | 'sort or filter'
  | 'property name'
  | 'text';

/** One change of a source file that the tests should notice. */
export interface Mutant {
  readonly kind: MutantKind;
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Operators and what takes their place. */
const operators: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

/** Returns every mutant of a source file, in the order of the file. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const add = (kind: MutantKind, node: ts.Node, after: string): void => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ kind, file, line, start, end: node.end, before: text.slice(start, node.end), after });
  };
  const visit = (node: ts.Node): void => {
    // What is gone when the program runs cannot be tested by running it.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    mutate(node, source, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

function mutate(
  node: ts.Node,
  source: ts.SourceFile,
  add: (kind: MutantKind, node: ts.Node, after: string) => void,
): void {
  if (ts.isIfStatement(node)) add('condition', node.expression, `!(${node.expression.getText(source)})`);
  if (ts.isConditionalExpression(node))
    add('condition', node.condition, `!(${node.condition.getText(source)})`);
  if (ts.isBinaryExpression(node)) {
    const other = operators.get(node.operatorToken.kind);
    if (other !== undefined) add('operator', node.operatorToken, other);
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
      add('default', node, `(${node.left.getText(source)})`);
  }
  if (ts.isNumericLiteral(node)) add('number', node, `${Number(node.text) + 1}`);
  if (ts.isSpreadElement(node)) add('spread', node, '...[]');
  if (ts.isSpreadAssignment(node)) add('spread', node, '...{}');
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    if (['sort', 'toSorted', 'filter'].includes(node.expression.name.text))
      add('sort or filter', node, node.expression.expression.getText(source));
  }
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name))
    add('property name', node.name, `${node.name.text}X`);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const raw = node.getText(source);
    add('text', node, `${raw.slice(0, -1)}X${raw.slice(-1)}`);
  }
}

/** Returns `count` mutants, the same for the same seed: each kind in turn as long as it has any. */
export function drawMutants(all: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const next = randomNumbers(seed);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => all.filter((mutant) => mutant.kind === kind));
  const drawn: Mutant[] = [];
  while (drawn.length < count && byKind.some((mutants) => mutants.length > 0)) {
    for (const mutants of byKind) {
      if (drawn.length < count && mutants.length > 0)
        drawn.push(...mutants.splice(Math.floor(next() * mutants.length), 1));
    }
  }
  return drawn;
}

/** Numbers from 0 to 1 by the generator mulberry32, which is small and good enough to draw with. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

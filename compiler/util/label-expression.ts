import { byText } from './by-text.ts';

/** Returns whether an expression holds, given which atoms do. */
export type LabelExpression = (holds: (label: string) => boolean) => boolean;

/** Longer ones are not read: nobody writes them, and reading takes the stack. */
const MOST_LETTERS = 1000;

const TOKEN = /\s*(<->|->|&&|\|\||[!()]|"(?:[^"\\]|\\.)*"|(?:[^\s&|!<>()"'-]|-(?!>))+)/y;

/**
 * Returns a label expression of Jenkins as a function, or undefined when it is none: Jenkins then takes the whole text
 * for one label. Follows the grammar of hudson.model.labels (`LabelExpressionParser.g`): `<->` binds least, then
 * `->`, `||`, `&&` and `!`; labels may stand in double quotes.
 */
export const parseLabelExpression = byText((text): LabelExpression | undefined => read(text)?.expression);

/** Returns the labels that an expression names, each once, or undefined when it is none. */
export function labelsOfExpression(text: string): readonly string[] | undefined {
  const labels = read(text)?.labels;
  return labels && [...labels];
}

/**
 * Returns an expression with other labels: `change` is asked for each one. What is no expression is one label, as Jenkins
 * takes it.
 */
export function changeLabels(text: string, change: (label: string) => string): string {
  if (text.trim() === '') return text;
  const tokens = read(text) === undefined ? undefined : tokensOf(text.trim());
  if (tokens === undefined) return change(text.trim());
  let result = '';
  for (const token of tokens) {
    const isTight = result === '' || /[!(]$/.test(result) || token === ')';
    result += `${isTight ? '' : ' '}${changedToken(token, change)}`;
  }
  return result;
}

function changedToken(token: string, change: (label: string) => string): string {
  if (isOperator(token)) return token;
  return token.startsWith('"') ? quoted(change(unquoted(token))) : change(token);
}

function isOperator(token: string): boolean {
  return /^(<->|->|&&|\|\||[!()])$/.test(token);
}

function unquoted(token: string): string {
  return token.slice(1, -1).replace(/\\(.)/g, '$1');
}

function quoted(label: string): string {
  return `"${label.replace(/["\\]/g, '\\$&')}"`;
}

function read(
  text: string,
): { readonly expression: LabelExpression; readonly labels: ReadonlySet<string> } | undefined {
  const tokens = text.length > MOST_LETTERS ? undefined : tokensOf(text.trim());
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader: Reader = { tokens, at: 0, labels: new Set() };
  const expression = operation(reader, 0);
  if (expression === undefined || reader.at !== tokens.length) return undefined;
  return { expression, labels: reader.labels };
}

interface Reader {
  readonly tokens: readonly string[];
  readonly labels: Set<string>;
  at: number;
}

type Operation = (left: LabelExpression, right: LabelExpression) => LabelExpression;

/** The one that binds least comes first. */
const operations: readonly (readonly [string, Operation])[] = [
  ['<->', (left, right) => (holds) => left(holds) === right(holds)],
  ['->', (left, right) => (holds) => !left(holds) || right(holds)],
  ['||', (left, right) => (holds) => left(holds) || right(holds)],
  ['&&', (left, right) => (holds) => left(holds) && right(holds)],
];

function operation(reader: Reader, level: number): LabelExpression | undefined {
  const [operator, combine] = operations[level] ?? [];
  if (operator === undefined || combine === undefined) return term(reader);
  let left = operation(reader, level + 1);
  while (left !== undefined && reader.tokens[reader.at] === operator) {
    reader.at++;
    const right = operation(reader, level + 1);
    left = right === undefined ? undefined : combine(left, right);
  }
  return left;
}

function term(reader: Reader): LabelExpression | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined || token === ')' || operations.some(([operator]) => operator === token))
    return undefined;
  if (token === '!') {
    const inner = term(reader);
    return inner === undefined ? undefined : (holds) => !inner(holds);
  }
  if (token === '(') {
    const inner = operation(reader, 0);
    return reader.tokens[reader.at++] === ')' ? inner : undefined;
  }
  const label = token.startsWith('"') ? unquoted(token) : token;
  reader.labels.add(label);
  return (holds) => holds(label);
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

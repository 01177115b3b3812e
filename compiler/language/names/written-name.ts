import { yamlKey, yamlScalar } from '../../print/yaml-scalar.ts';
import type { MappingNode, ScalarNode } from '../../source/node.ts';
import type { SourceFile } from '../../text/span.ts';
import { textPiece } from './name-use.ts';

/** A piece of a file and what takes its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the replacement that gives a scalar of YAML another text, in the quotes that it has or now needs. */
export function scalarText(node: ScalarNode, text: string): Replacement {
  const { file, start, end } = textPiece(node);
  const quote = start > node.span.start ? file.text[node.span.start] : undefined;
  if (quote === '"') return { start, end, text: JSON.stringify(text).slice(1, -1) };
  if (quote === "'") return { start, end, text: text.replaceAll("'", "''") };
  return { start, end, text: plainScalar(text) };
}

/** Returns a text as a scalar of YAML that may also stand in brackets. */
export function plainScalar(text: string): string {
  const printed = yamlScalar(text);
  const isQuoted = /^["']/.test(printed);
  return !isQuoted && /[,[\]{}]/.test(printed) ? `'${printed.replaceAll("'", "''")}'` : printed;
}

/** Returns the replacement that gives a text of a program another one; undefined where more than a literal makes it. */
export function codeText(
  { span: { file, start, end }, text: before }: ScalarNode,
  text: string,
): Replacement | undefined {
  const literal = /^(['"`])([^\\'"`$\r\n]*)\1$/.exec(file.text.slice(start, end));
  if (literal === null || literal[2] !== before) return undefined;
  const quote = literal[1] ?? '';
  const escaped = text.replaceAll(/[\\'"`$]/g, (each) =>
    each === '\\' || each === quote || (each === '$' && quote === '`') ? `\\${each}` : each,
  );
  return { start: start + 1, end: end - 1, text: escaped };
}

/** Returns the edit that adds a field to a mapping: on a line of its own, or in its braces. */
export function insertedField(
  file: SourceFile,
  { entries, span }: MappingNode,
  field: string,
  value: string,
): Replacement & { readonly file: string } {
  const { text } = file;
  const at = (start: number, inserted: string) => ({ file: file.name, start, end: start, text: inserted });
  const key = yamlKey(field);
  if (text[span.start] === '{') {
    const isJson = /^\{\s*"/.test(text.slice(span.start, span.end));
    const written = isJson
      ? `${JSON.stringify(field)}: ${JSON.stringify(value)}`
      : `${key}: ${plainScalar(value)}`;
    return at(span.start + 1, entries.length === 0 ? written : `${written}, `);
  }
  const written = `${key}: ${plainScalar(value)}`;
  const own = entries.filter(
    ({ key: { span: place } }) => place.start >= span.start && place.end <= span.end,
  );
  const [first] = own;
  const column = columnOf(text, first?.key.span.start ?? span.start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const short = own.find(
    ({ value: each }) => each.kind === 'scalar' && each.style !== 'block' && each.alias === undefined,
  );
  if (short === undefined) return at(span.start, `${written}${lineBreak}${' '.repeat(column)}`);
  const end = text.slice(short.value.span.end).search(/\r?\n|$/) + short.value.span.end;
  return at(end, `${lineBreak}${' '.repeat(column)}${written}`);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

import type { JsonValue } from '../../../schema/schema-node.ts';
import { yamlBlock, yamlKey, yamlScalar } from '../../print/yaml-scalar.ts';
import type { PlainObject } from '../printers.ts';

/** A line of lists and mappings in brackets may be so long. */
const WIDTH = 100;

/**
 * Returns plain data as YAML that a person would have written: what is short stands in brackets on one line, texts of
 * several lines are blocks, nothing is quoted that need not be.
 */
export function writeYaml(data: PlainObject): string {
  return mappingLines(data, '').join('\n').concat('\n');
}

/** Returns the lines of an entry of a list, which starts at `indent`. */
function listItem(value: JsonValue, indent: string): readonly string[] {
  const [first = '', ...others] = blockLines(value, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

/** Returns the lines of a mapping, each with the indent. */
export function mappingLines(data: PlainObject, indent: string): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const key = `${indent}${keyText(name)}:`;
    const line = inlineText(value, WIDTH - key.length - 1);
    if (line !== undefined) return [`${key} ${line}`];
    if (typeof value === 'string') return textLines(`${key} `, value, indent);
    if (Array.isArray(value)) return [key, ...value.flatMap((item) => listItem(item, `${indent}  `))];
    return [key, ...mappingLines(value as PlainObject, `${indent}  `)];
  });
}

/** Returns the lines of a value behind a `-`, the first one without what stands before it. */
function blockLines(value: JsonValue, indent: string): readonly string[] {
  const line = inlineText(value, WIDTH - indent.length);
  if (line !== undefined) return [line];
  if (typeof value === 'string') return textLines('', value, indent.slice(2));
  if (Array.isArray(value)) return value.flatMap((item) => listItem(item, indent));
  return mappingLines(value as PlainObject, indent);
}

function textLines(start: string, text: string, indent: string): readonly string[] {
  const { first, block } = yamlBlock(text);
  if (block === undefined) return [`${start}${first}`];
  const lines = block.replace(/\n$/, '').split('\n');
  return [`${start}${first}`, ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))];
}

/** Returns a value on one line; undefined where it has to take several, or does not fit. */
function inlineText(value: JsonValue, width: number): string | undefined {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' && value.includes('\n') ? undefined : yamlScalar(value);
  const text = flowText(value, 0);
  return text === undefined || text.length > Math.max(width, 0) ? undefined : text;
}

/** Mappings in brackets with lists of mappings in them are hard to read. */
const MOST_DEPTH = 3;

function flowText(value: JsonValue, depth: number): string | undefined {
  if (typeof value === 'string') return value.includes('\n') ? undefined : flowScalar(value);
  if (typeof value !== 'object' || value === null) return yamlScalar(value);
  const isList = Array.isArray(value);
  const texts = isList
    ? value.map((item) => flowText(item, depth + 1))
    : Object.entries(value as PlainObject).map(([key, inner]) => {
        const text = flowText(inner, depth + 1);
        return text === undefined
          ? undefined
          : `${key.includes('\n') ? JSON.stringify(key) : flowScalar(key)}: ${text}`;
      });
  const isFilled = texts.length > 0;
  if (depth >= MOST_DEPTH && isFilled) return undefined;
  if (texts.some((text) => text === undefined)) return undefined;
  return isList ? `[${texts.join(', ')}]` : `{${texts.join(', ')}}`;
}

/** Brackets and commas end what stands in brackets. */
function flowScalar(text: string): string {
  const printed = yamlScalar(text);
  return /^['"]/.test(printed) || !/[,[\]{}]/.test(printed) ? printed : `'${text.replaceAll("'", "''")}'`;
}

/** A key of which YAML wants a line of its own stands in quotes. */
function keyText(key: string): string {
  const printed = yamlKey(key);
  return printed.startsWith('? ') ? JSON.stringify(key) : printed;
}

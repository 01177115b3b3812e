import type { ReadKind } from '../../../schema/schema-node.ts';
import type { ScalarNode } from '../../source/node.ts';

/** A value of JSON, as the validators take it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const TRUE = /^(true|yes|on|y)$/i;
const FALSE = /^(false|no|off|n)$/i;
const INTEGER = /^[-+]?(0|[1-9]\d*)(\.0*)?$/;
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Returns the value of a scalar by the type that the schema wants, from the text that was written: `1.10` as text
 * stays `1.10`, `"2"` as an integer is 2, `yes` as a boolean is true. A text that does not fit comes back as text,
 * so that the validator reports it. `undefined` means that nothing was written.
 */
export function readScalar(node: ScalarNode, as: ReadKind | undefined): Json | undefined {
  if (isNothing(node)) return undefined;
  const text = node.style === 'block' ? node.text : node.text.trim();
  switch (as) {
    case 'integer':
      return INTEGER.test(text) ? Number.parseInt(text, 10) : node.text;
    case 'number':
      return NUMBER.test(text) ? Number(text) : node.text;
    case 'boolean':
      return TRUE.test(text) ? true : FALSE.test(text) ? false : node.text;
    case 'ports':
      return text
        .split(',')
        .map((port) => (/^\s*\d+\s*$/.test(port) ? Number.parseInt(port, 10) : port.trim()));
    case 'texts':
      return [node.text];
    case 'any':
      return readFree(node);
    default:
      return node.text;
  }
}

/** Returns whether a scalar was left empty (`key:`, `~`, `null`): the field counts as not written. */
export function isNothing(node: ScalarNode): boolean {
  return node.style === 'plain' && /^(|~|null|Null|NULL)$/.test(node.text);
}

/**
 * Returns a scalar of a free map as readers of YAML 1.1 take it: SnakeYAML, which read the specs, and Jackson, which
 * reads pods for Jenkins, so `yes` is true and `0644` is 420. A number with a point or an exponent whose text would
 * change when printed again (`1.10`), or that no computer counts to, stays text: what the author wrote must arrive.
 */
function readFree({ style, text }: ScalarNode): Json {
  if (style !== 'plain') return text;
  if (FREE_BOOLEAN.test(text)) return TRUE.test(text);
  const integer = freeInteger(text);
  if (integer !== undefined) return Number.isSafeInteger(integer) ? integer : text;
  const number = Number(text);
  return NUMBER.test(text) && String(number) === text ? number : text;
}

const FREE_BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const FREE_INTEGER =
  /^(?<sign>[-+]?)(?:0b(?<binary>[01_]+)|0x(?<hexadecimal>[0-9A-Fa-f_]+)|0(?<octal>[0-7_]+)|(?<decimal>0|[1-9][0-9_]*))$/;

/** Returns the whole number that a text is in YAML 1.1, or undefined. Base 60 is left out, as in Jackson. */
function freeInteger(text: string): number | undefined {
  const groups = FREE_INTEGER.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { sign, binary, hexadecimal, octal, decimal } = groups;
  const base = binary !== undefined ? 2 : hexadecimal !== undefined ? 16 : octal !== undefined ? 8 : 10;
  const digits = (binary ?? hexadecimal ?? octal ?? decimal ?? '').replaceAll('_', '');
  const value = Number.parseInt(digits, base);
  if (Number.isNaN(value)) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

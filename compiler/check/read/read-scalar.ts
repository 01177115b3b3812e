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
      return readCore(node);
    default:
      return node.text;
  }
}

/** Returns whether a scalar was left empty (`key:`, `~`, `null`): the field counts as not written. */
export function isNothing(node: ScalarNode): boolean {
  return node.style === 'plain' && /^(|~|null|Null|NULL)$/.test(node.text);
}

/**
 * Returns a scalar of a free map by YAML's core types. A number whose text would change when printed again (`1.10`,
 * `007`) stays text: what the author wrote must arrive.
 */
function readCore(node: ScalarNode): Json {
  if (node.style !== 'plain') return node.text;
  if (/^(true|True|TRUE)$/.test(node.text)) return true;
  if (/^(false|False|FALSE)$/.test(node.text)) return false;
  const number = Number(node.text);
  return NUMBER.test(node.text) && String(number) === node.text ? number : node.text;
}

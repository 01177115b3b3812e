import type { Json } from '../../../check/read/read-scalar.ts';
import { type Term, textTerm } from './term.ts';

/** Returns plain data as a term. */
export function termOf(json: Json): Term {
  if (typeof json === 'string') return textTerm(json);
  if (typeof json !== 'object' || json === null) return { kind: 'scalar', value: json };
  if (isList(json))
    return { kind: 'list', items: json.map((item) => ({ spread: false, term: termOf(item) })) };
  return {
    kind: 'object',
    fields: new Map(Object.entries(json).map(([name, value]) => [name, termOf(value)])),
  };
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

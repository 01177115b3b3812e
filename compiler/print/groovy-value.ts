import { Sourced } from '../text/sourced.ts';
import { TracedText } from '../text/traced-text.ts';
import { groovyLiteral } from './groovy-literal.ts';

/**
 * Returns a Groovy 2.4 expression for plain data: text, number, boolean, null, list or map. This is the only way
 * for a value to enter emitted Groovy, so that no text of a spec can become code.
 */
export function groovyValue(value: unknown): string {
  if (value instanceof Sourced) return groovyValue(value.value);
  if (value instanceof TracedText) return groovyLiteral(value.text);
  if (typeof value === 'string') return groovyLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map(groovyValue).join(', ')}]`;
  if (typeof value === 'object') return groovyMap(value);
  throw new Error(`no Groovy literal for ${typeof value}`);
}

function groovyMap(value: object): string {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '[:]';
  return `[${entries.map(([key, item]) => `(${groovyLiteral(key)}): ${groovyValue(item)}`).join(', ')}]`;
}

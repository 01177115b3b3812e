import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry, Node } from './node.ts';

/** A key and its value before merge keys are applied; the key may still be anything. */
export interface RawEntry {
  readonly key: Node;
  readonly value: Node;
}

/**
 * Returns the entries of a mapping with its merge keys (`<<`) applied: a key of the mapping itself wins over a
 * merged one, an earlier merged mapping over a later one. Repeated keys are reported and the first one is kept.
 */
export function collectEntries(raw: readonly RawEntry[]): {
  entries: readonly Entry[];
  diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const own = new Map<string, Entry>();
  const merged: Entry[] = [];
  for (const { key, value } of raw) {
    if (key.kind !== 'scalar') {
      diagnostics.push(diagnose('source/complex-key', {}, key.span, { help: complexKeyHelp(key) }));
    } else if (key.text === '<<' && key.style === 'plain') {
      for (const entry of mergedEntries(value, diagnostics)) merged.push(entry);
    } else {
      const first = own.get(key.text);
      if (first === undefined) own.set(key.text, { key, value });
      else diagnostics.push(duplicate(first, key));
    }
  }
  if (merged.length === 0) return { entries: [...own.values()], diagnostics };
  const all = new Map<string, Entry>();
  for (const entry of merged) {
    if (!own.has(entry.key.text) && !all.has(entry.key.text)) all.set(entry.key.text, entry);
  }
  return { entries: [...own.values(), ...all.values()], diagnostics };
}

/** `{{ name }}` of a template language is a mapping as the key of another one. */
function complexKeyHelp({ kind, span: { file, start } }: Node): string {
  return kind === 'mapping' && file.text.startsWith('{{', start - 1)
    ? "quote a value that starts with `{{`: '...'"
    : 'write a word before the colon';
}

function mergedEntries(value: Node, diagnostics: Diagnostic[]): readonly Entry[] {
  if (value.kind === 'mapping') {
    const { alias, entries } = value;
    if (alias === undefined) return entries;
    return entries.map((entry) => ({ ...entry, value: { ...entry.value, alias } }));
  }
  if (value.kind === 'sequence') return value.items.flatMap((item) => mergedEntries(item, diagnostics));
  if (value.reported === true) return [];
  diagnostics.push(
    diagnose('source/merge-not-mapping', {}, value.span, {
      help: 'write `<<: *name`, where `&name` marks a mapping',
    }),
  );
  return [];
}

function duplicate(first: Entry, second: Entry['key']): Diagnostic {
  return diagnose('source/duplicate-key', { key: second.text }, second.span, {
    labels: [{ span: first.key.span, text: 'first written here' }],
    help: 'remove one of the two, or merge their values',
  });
}

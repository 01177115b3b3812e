import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { columnOf, entrySpan, isBlockEntry, reindented } from './edits.ts';
import { entryOf, type OldSpelling, type Respelled, replaceEntry } from './old-spelling.ts';

/** `resources: {limits, requests}`, the form of Kubernetes, for `limits` and `requests` of a service of our own. */
export const resources: OldSpelling = { on: 'Service', keys: ['resources'], apply: respell };

function respell(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, 'resources');
  if (entry?.value.kind !== 'mapping' || entryOf(owner, 'type') !== undefined) return undefined;
  const inner = entry.value.entries;
  const known = inner.every(({ key }) => key.text === 'limits' || key.text === 'requests');
  const taken = inner.some(({ key }) => entryOf(owner, key.text) !== undefined);
  if (inner.length === 0 || !known || taken) return undefined;
  const found = diagnose('spelling/resources', {}, entry.key.span, {
    help: 'write `limits` and `requests` in the service itself; environment-operator ignored `resources`',
    fixes: lift(entry, inner),
  });
  return { owner: replaceEntry(owner, entry, inner), diagnostics: [found] };
}

function lift(entry: Entry, inner: readonly Entry[]): Fix[] {
  if (!isBlockEntry(entry) || !inner.every(isBlockEntry)) return [];
  const indent = columnOf(entry.key.span);
  const text = inner.map((field) => reindented(field, indent)).join(`\n${' '.repeat(indent)}`);
  return [
    { title: 'write them in the service itself', edits: [{ span: entrySpan(entry), text }], safe: true },
  ];
}

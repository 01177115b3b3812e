import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Entry, MappingNode, ScalarNode } from '../../source/node.ts';
import { entrySpan } from './edits.ts';
import { entryOf, type OldSpelling, type Respelled, replaceEntry } from './old-spelling.ts';

/** `valueFrom: {fieldRef: {fieldPath: X}}`, the form of Kubernetes, for `pod_field: X`. */
export const podField: OldSpelling = { on: 'EnvVariable', keys: ['valueFrom', 'value_from'], apply: respell };

function respell(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, 'valueFrom') ?? entryOf(owner, 'value_from');
  if (entry === undefined || entryOf(owner, 'pod_field') !== undefined) return undefined;
  const path = fieldPath(entry);
  if (path === undefined) return undefined;
  const found = diagnose('spelling/pod-field', { field: entry.key.text }, entry.key.span, {
    help: `write \`pod_field: ${path.text}\`; environment-operator ignored the Kubernetes form`,
    fixes: [
      {
        title: 'write `pod_field`',
        edits: [{ span: entrySpan(entry), text: `pod_field: ${path.text}` }],
        safe: true,
      },
    ],
  });
  const respelled: Entry = { key: { ...entry.key, text: 'pod_field' }, value: path };
  return { owner: replaceEntry(owner, entry, [respelled]), diagnostics: [found] };
}

/** Follows the single-entry mappings down to `fieldPath`; the corpus has one with `valueFrom` twice. */
function fieldPath(entry: Entry): ScalarNode | undefined {
  const { key, value } = entry;
  if (key.text === 'fieldPath' || key.text === 'field_path') {
    return value.kind === 'scalar' && /^[\w./'[\]-]+$/.test(value.text) ? value : undefined;
  }
  const inner = value.kind === 'mapping' && value.entries.length === 1 ? value.entries[0] : undefined;
  return inner === undefined ? undefined : fieldPath(inner);
}

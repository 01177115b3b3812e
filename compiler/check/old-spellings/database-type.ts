import { diagnose } from '../../diagnostics/diagnose.ts';
import type { MappingNode } from '../../source/node.ts';
import { entryOf, type OldSpelling, type Respelled, replaceEntry } from './old-spelling.ts';

/**
 * `database_type: mongo`, which made a StatefulSet until environment-operator 1.0.0 and is ignored since: such a
 * service is a Deployment like any other. The compiler goes on with what later releases do.
 */
export const databaseType: OldSpelling = { on: 'Service', keys: ['database_type'], apply: respell };

function respell(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, 'database_type');
  if (entry?.value.kind !== 'scalar' || entry.value.text !== 'mongo') return undefined;
  const edits = [{ span: entry.key.span, text: 'type' }];
  const hasType = entryOf(owner, 'type') !== undefined;
  const found = diagnose('spelling/database-type', {}, entry.key.span, {
    help: 'write `type: mongo` for a database that a third party provides, or remove the line',
    fixes: hasType ? [] : [{ title: 'write `type: mongo`', edits, safe: false }],
  });
  return { owner: replaceEntry(owner, entry, []), diagnostics: [found] };
}

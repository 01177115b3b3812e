import { diagnose } from '../../diagnostics/diagnose.ts';
import type { MappingNode } from '../../source/node.ts';
import { entryOf, type OldSpelling, type Respelled, renamedEntry, replaceEntry } from './old-spelling.ts';

/** `mode: bluegreen`, as one guide showed it, for `method: bluegreen`. */
export const bluegreenModes: readonly OldSpelling[] = ['EnvironmentDeployment', 'ServiceDeployment'].map(
  (on) => ({ on, keys: ['mode'], apply: respell }),
);

/** Beside a `method` it is left to the schema, which refuses the mode: the two may contradict each other. */
function respell(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, 'mode');
  if (entry?.value.kind !== 'scalar' || !/^blue[-_/ ]?green$/i.test(entry.value.text)) return undefined;
  if (entryOf(owner, 'method') !== undefined) return undefined;
  const edits = [
    { span: entry.key.span, text: 'method' },
    { span: entry.value.span, text: 'bluegreen' },
  ];
  const found = diagnose('spelling/bluegreen-mode', {}, entry.key.span, {
    help: '`method` says how a version replaces another, `mode` whether a person approves it',
    fixes: [{ title: 'write `method: bluegreen`', edits, safe: true }],
  });
  const value = { ...entry.value, text: 'bluegreen' };
  const respelled = { ...renamedEntry(entry, 'method'), value };
  return { owner: replaceEntry(owner, entry, [respelled]), diagnostics: [found] };
}

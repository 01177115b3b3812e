import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { Entry, MappingNode } from '../../source/node.ts';
import { columnOf, insertBelow, isBlockEntry, ownsItsLines, reindented, removeLines } from './edits.ts';
import { entryOf, type OldSpelling, type Respelled, replaceEntry } from './old-spelling.ts';

/**
 * `health_check` beside `services`, as the README of the plugin showed it. An error, although its meaning is clear
 * for an environment with one service: the check has never run, and one that fails would kill the pods.
 */
export const environmentHealthCheck: OldSpelling = {
  on: 'Environment',
  keys: ['health_check'],
  apply: respell,
};

function respell(owner: MappingNode): Respelled | undefined {
  const entry = entryOf(owner, 'health_check');
  if (entry === undefined) return undefined;
  const services = servicesOf(owner);
  const [service, another] = services.filter((candidate) => entryOf(candidate, 'type') === undefined);
  const target = another === undefined ? service : undefined;
  const found = diagnose('spelling/environment-health-check', {}, entry.key.span, {
    help: 'move it into the service that it checks; no engine has ever run it here',
    fixes: target === undefined ? [] : moveInto(target, entry),
  });
  return { owner: replaceEntry(owner, entry, []), diagnostics: [found] };
}

function servicesOf(owner: MappingNode): readonly MappingNode[] {
  const services = entryOf(owner, 'services')?.value;
  return services?.kind === 'sequence' ? services.items.filter((item) => item.kind === 'mapping') : [];
}

function moveInto(service: MappingNode, entry: Entry): Fix[] {
  const first = service.entries[0];
  if (first === undefined || !isBlockEntry(first) || !ownsItsLines(entry)) return [];
  if (entryOf(service, 'health_check') !== undefined) return [];
  const indent = columnOf(first.key.span);
  const edits = [insertBelow(service, indent, reindented(entry, indent)), removeLines(entry)];
  return [{ title: 'move it into the only service of the environment', edits, safe: true }];
}

import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** The seed job deletes jobs that are no longer described, with all their builds. */
export function lostHistory({ before, after, fields, now }: SeenChange): readonly Risk[] {
  if (before?.kind === 'init-script' && after !== undefined) {
    const other = fields.find(
      ({ path }) => before.name.endsWith('seed-job') && /^(repository|targets)$/.test(path),
    );
    if (other === undefined) return [];
    return [lost('the seed job deletes the jobs that it does not find there, with their builds')];
  }
  if (before?.kind === 'folder') return lostFolder(before, after, now);
  if (before?.kind !== 'job') return [];
  if (before.name === after?.name) {
    if (!fields.some(({ path, before: old, after: other }) => path === 'kind' && old && other)) return [];
    return [
      lost(
        'Job DSL cannot change the kind of a job: delete it in Jenkins first, with its builds, or the seed job fails',
      ),
    ];
  }
  if (after !== undefined) return [lost(renamed(before, after))];
  if (now.some(({ kind, name }) => kind === 'folder' && name === before.name))
    return [lost('Job DSL cannot make a folder of a job: delete it in Jenkins first, with its builds')];
  return [lost('its builds are deleted')];
}

/** What Jenkins renames or moves itself has the new name when the seed job comes, which then changes it in place. */
function renamed(before: Entity, after: Entity): string {
  const [from, to] = [folderOf(before.name), folderOf(after.name)];
  const target = to === '' ? 'the top level' : `folder ${quoted(to)}`;
  const name = after.name.slice(to === '' ? 0 : to.length + 1);
  const isRenamed = name !== before.name.slice(from === '' ? 0 : from.length + 1);
  const steps = [
    ...(from === to ? [] : [`moved to ${target}`]),
    ...(isRenamed ? [`renamed to ${quoted(name)}`] : []),
  ];
  return `Jenkins does not know renames: the builds of ${quoted(before.name)} are deleted unless it is ${steps.join(' and ')} in Jenkins first`;
}

function lostFolder(before: Entity, after: Entity | undefined, now: readonly Entity[]): readonly Risk[] {
  if (after?.name === before.name) return [];
  if (now.some(({ kind, name }) => kind === 'job' && name === before.name))
    return [
      lost('Job DSL cannot make a job of a folder: delete it in Jenkins first, with all that is in it'),
    ];
  return [lost('it is deleted with everything in it, jobs that no spec describes, too')];
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function lost(text: string): Risk {
  return { kind: 'history-lost', text };
}

import { isView } from '../../jenkins/all-items.ts';
import type { Ir } from '../model/ir.ts';
import { shellWord } from '../print/shell-word.ts';
import { plainText } from '../text/traced-text.ts';
import type { Change } from './change.ts';
import { diffEntities } from './diff-entities.ts';
import { entitiesOf } from './entities-of.ts';
import type { Entity } from './entity.ts';

/** Where Jenkins keeps everything. */
const HOME = '/var/jenkins_home';

/** The kinds of things that belong to the Jenkins and not to the project: with another Jenkins, all of them are others. */
const ofJenkins: ReadonlySet<Entity['kind']> = new Set(['plugin', 'init-script', 'setting', 'credential']);

/** A Jenkins as `namespace/name`. */
function jenkinsOf({ controller }: Ir): string {
  const { namespace, name } = controller.deployment;
  return `${namespace.value}/${name.value}`;
}

/** The folder of a project on a shared controller; empty on a Jenkins of its own, all of which is the project's. */
function hostedFolder({ controller }: Ir): string {
  return controller.role.kind === 'part' ? controller.role.hosting.folder.value : '';
}

/**
 * Returns the folder that holds all jobs of the project. On a Jenkins of its own it may have had the one that the other
 * Jenkins gives it; else its jobs are at the top.
 */
function rootOf(ir: Ir, other: Ir): string {
  const [hosted, theirs] = [hostedFolder(ir), hostedFolder(other)];
  if (hosted !== '') return hosted;
  const [top, ...more] = topNames(ir);
  return top === theirs && more.length === 0 ? theirs : '';
}

/** Returns whether a project is on another Jenkins afterwards, and one of the two serves others, too. */
export function isMoved(before: Ir, after: Ir): boolean {
  const isShared = before.controller.role.kind === 'part' || after.controller.role.kind === 'part';
  return isShared && jenkinsOf(before) !== jenkinsOf(after);
}

/**
 * Returns what changes in a project that moves between a Jenkins of its own and a shared one, or between two of them: the
 * move with what is lost by it, and what differs in its jobs besides their folder. What only makes up the Jenkins that it
 * leaves, or comes to, is no change of the project.
 */
export function changesOfMove(before: Ir, after: Ir): readonly Change[] {
  const [from, to] = [rootOf(before, after), rootOf(after, before)];
  const moved = entitiesOf(before)
    .filter(isOfProject)
    .flatMap((entity) => inFolder(entity, from, to));
  const now = entitiesOf(after).filter(
    (entity) => isOfProject(entity) && !(entity.kind === 'folder' && entity.name === to),
  );
  return [move(before, after), ...diffEntities(moved, now)];
}

/** Objects of environments stay where they are; those of the Jenkins are in its folder. */
function isOfProject({ kind, name }: Entity): boolean {
  return !ofJenkins.has(kind) && !(kind === 'kubernetes-object' && name.startsWith('jenkins/'));
}

/** Returns a job as it is called after the move; the folder of the project itself belongs to the move. */
function inFolder(entity: Entity, from: string, to: string): readonly Entity[] {
  if (!['job', 'folder', 'view'].includes(entity.kind)) return [entity];
  if (entity.kind === 'folder' && entity.name === from) return [];
  const inside =
    from !== '' && entity.name.startsWith(`${from}/`) ? entity.name.slice(from.length + 1) : entity.name;
  const name = to === '' || inside.startsWith(`${to}/`) ? inside : `${to}/${inside}`;
  const known = entity.fields.get('name');
  const fields =
    known === undefined ? entity.fields : new Map([...entity.fields, ['name', { ...known, value: name }]]);
  return [{ ...entity, name, fields }];
}

function move(before: Ir, after: Ir): Change {
  const title = (ir: Ir) =>
    hostedFolder(ir) === '' ? jenkinsOf(ir) : `${jenkinsOf(ir)}: ${hostedFolder(ir)}`;
  const secrets = [...new Set(after.controller.secrets.map(({ secret }) => plainText(secret)))].sort();
  const namespace = after.controller.deployment.namespace.value;
  const risks: Change['risks'] = [
    {
      kind: 'history-lost',
      text: `the builds stay at \`${jenkinsOf(before)}\` unless the folders of the jobs are copied, while no build runs and before that Jenkins is deleted: \`${copyCommand(before, after)}\`; then let the other Jenkins read its configuration from the disk again`,
    },
    ...(secrets.length === 0
      ? []
      : [
          {
            kind: 'not-applied' as const,
            text: `its credentials are read from Secrets that have to be made in namespace \`${namespace}\`: ${secrets.map((name) => `\`${name}\``).join(', ')}`,
          },
        ]),
  ];
  return { action: 'rename', kind: 'folder', name: title(after), from: title(before), fields: [], risks };
}

/** Returns the command that copies the folders of all jobs, with their builds, from one pod to the other. */
function copyCommand(before: Ir, after: Ir): string {
  const [from, to] = [rootOf(before, after), rootOf(after, before)];
  const exec = (ir: Ir, options: string) => {
    const { namespace, name } = ir.controller.deployment;
    return `kubectl -n ${shellWord(namespace.value)} exec ${options}${shellWord(`${name.value}-0`)} -c jenkins --`;
  };
  // At the top there is the seed job, too.
  const names = from === '' ? topNames(before).map((name) => `./${name}`) : ['.'];
  const pack = `tar -C ${shellWord(jobsFolder(from))} -cf - ${names.map(shellWord).join(' ')}`;
  // The folder has no jobs before the first one.
  const unpack = `sh -c 'mkdir -p "$0" && tar -C "$0" -xf -' ${shellWord(jobsFolder(to))}`;
  return `${exec(before, '')} ${pack} | ${exec(after, '-i ')} ${unpack}`;
}

function jobsFolder(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  return [HOME, 'jobs', ...parts.flatMap((part) => [part, 'jobs'])].join('/');
}

/** The jobs and folders of the project that lie in none. */
function topNames({ items }: Ir): readonly string[] {
  const names = items
    .filter((item) => !isView(item))
    .map(({ name }) => plainText(name).split('/')[0] ?? '')
    .filter((name) => name !== '');
  return [...new Set(names)];
}

import type { AuthorizationEntryProperty, MatrixEntry, Owner } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { MatrixGrant } from '../../model/controller/scripts/access-scripts.ts';
import type { PluginNeed } from '../../plugins/resolved-plugin.ts';
import { fromPolicy, type Origin, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import type { ControllerScope } from './controller-scope.ts';

/**
 * Permissions by the names that Jenkins shows, per group with the class that owns them. From the sources of core
 * 2.568.2 (`hudson.security.Permission` and its users), credentials 1511 and workflow-cps 4370, read 2026-08.
 */
const groups: Readonly<Record<string, { readonly owner: string; readonly names: readonly string[] }>> = {
  Overall: { owner: 'hudson.model.Hudson', names: ['Administer', 'Manage', 'SystemRead', 'Read'] },
  Credentials: {
    owner: 'com.cloudbees.plugins.credentials.CredentialsProvider',
    names: ['Create', 'Delete', 'ManageDomains', 'Update', 'View', 'UseItem', 'UseOwn'],
  },
  Agent: {
    owner: 'hudson.model.Computer',
    names: ['Build', 'Configure', 'Connect', 'Create', 'Delete', 'Disconnect', 'ExtendedRead', 'Provision'],
  },
  Job: {
    owner: 'hudson.model.Item',
    names: [
      'Build',
      'Cancel',
      'Configure',
      'Create',
      'Delete',
      'Discover',
      'ExtendedRead',
      'Move',
      'Read',
      'WipeOut',
      'Workspace',
    ],
  },
  Run: { owner: 'hudson.model.Run', names: ['Artifacts', 'Delete', 'Replay', 'Update'] },
  View: { owner: 'hudson.model.View', names: ['Configure', 'Create', 'Delete', 'Read'] },
  SCM: { owner: 'hudson.scm.SCM', names: ['Tag'] },
};

/** Not assignable since 2.222: each of them is as good as Overall/Administer. */
const dangerous = new Set(['Overall/RunScripts', 'Overall/UploadPlugins', 'Overall/ConfigureUpdateCenter']);

/** Plugins that add permissions to groups of core, by the id of the permission. */
const addedBy: ReadonlyMap<string, string> = new Map([
  ['hudson.model.Item.Move', 'cloudbees-folder'],
  ['hudson.model.Run.Replay', 'workflow-cps'],
]);

/** What the names of permissions are held against, and where it is reported. */
type PermissionScope = Pick<ControllerScope, 'project' | 'report'>;

/** Who gets what: one permission of one user or group, or of whichever has the name. */
interface Grant<Type extends string> {
  readonly type: Type;
  readonly name: Sourced<string>;
  readonly permission: Sourced<string>;
}

/** Returns one grant per user or group and permission of the matrix; reports entries that mean nothing. */
export function lowerMatrix(entries: readonly MatrixEntry[], scope: PermissionScope): readonly MatrixGrant[] {
  return entries.flatMap((entry) => grantsOf(entry, { user: entry.user, group: entry.group }, scope));
}

/** Returns the same of the matrix of a job, whose names may be of either. */
export function lowerJobMatrix(
  entries: readonly AuthorizationEntryProperty[],
  scope: PermissionScope,
): readonly Grant<'user' | 'group' | 'either'>[] {
  return entries.flatMap((entry) =>
    grantsOf(entry, { user: entry.user, group: entry.group, either: entry.either }, scope),
  );
}

function grantsOf<Type extends string>(
  { permissions, $ }: Pick<MatrixEntry, 'permissions' | '$'>,
  names: Readonly<Record<Type, Sourced<string> | undefined>>,
  scope: PermissionScope,
): readonly Grant<Type>[] {
  const given = (Object.keys(names) as Type[]).flatMap((type) => {
    const name = names[type];
    return name === undefined ? [] : [{ type, name }];
  });
  const [one, ...others] = given;
  if (one === undefined || others.length > 0) {
    const found = one === undefined ? 'none' : 'both';
    scope.report(diagnose('controller/matrix-entry', { found }, $.span));
    return [];
  }
  return permissions.flatMap((permission): Grant<Type>[] => {
    const id = permissionId(permission, scope);
    return id === undefined ? [] : [{ ...one, permission: permission.map(() => id) }];
  });
}

/** Returns the permissions that the seed job's account needs to make, change and remove jobs and views. */
export function seedGrants(account: Sourced<string>): readonly MatrixGrant[] {
  const origin = fromPolicy(
    'The seed job makes, changes and removes jobs and views, and may do nothing else.',
  );
  const names = ['Overall/Read', 'Agent/Build', ...seedPermissions];
  return names.flatMap((text): MatrixGrant[] => {
    const id = idOf(text);
    return id === undefined ? [] : [{ type: 'user', name: account, permission: sourced(id, origin) }];
  });
}

/** Returns what everybody who is logged in may do on a shared controller: come in, and have builds. */
export function sharedGrants(): readonly MatrixGrant[] {
  const origin = fromPolicy('Whoever is logged in comes in and sees the folders that are opened to them.');
  const builds = fromPolicy('Builds run as users of their folder, on the agents of their folder.');
  return [
    ...grantsFor('group', sourced('authenticated', origin), ['Overall/Read']),
    ...grantsFor('group', sourced('authenticated', builds), ['Agent/Build']),
  ];
}

/** Returns what seed jobs may do in their own folder, beside what an administrator may: check out, and read what they checked out. */
export function seedsFolderGrants(): readonly MatrixGrant[] {
  const origin = fromPolicy(
    'A seed job uses the credential of its folder and reads its workspace; nobody sees it without more rights.',
  );
  return grantsFor('group', sourced('authenticated', origin), ['Credentials/UseItem', 'Job/Workspace']);
}

/** Returns what the seed job of a project and its builds may do in the folder of the project. */
export function projectGrants(seed: Sourced<string>, build: Sourced<string>): readonly MatrixGrant[] {
  return [...grantsFor('user', seed, seedPermissions), ...grantsFor('user', build, buildPermissions)];
}

const seedPermissions = [
  ...['Configure', 'Create', 'Delete', 'Discover', 'Read', 'Workspace'].map((name) => `Job/${name}`),
  ...['Configure', 'Create', 'Delete', 'Read'].map((name) => `View/${name}`),
];

/** Builds start other jobs, take their artifacts and use credentials of the folder. */
const buildPermissions = [
  ...['Build', 'Discover', 'Read', 'Workspace'].map((name) => `Job/${name}`),
  'Credentials/UseItem',
  'View/Read',
];

function grantsFor(
  type: MatrixGrant['type'],
  name: Sourced<string>,
  permissions: readonly string[],
): readonly MatrixGrant[] {
  return permissions.flatMap((text): MatrixGrant[] => {
    const id = idOf(text);
    return id === undefined ? [] : [{ type, name, permission: sourced(id, name.origin) }];
  });
}

/**
 * Returns the grants of the owners of a project on a shared controller. With the configuration of a folder or job somebody
 * permits the agents of any project, so nobody has that; and what belongs to the whole of Jenkins means nothing there.
 */
export function ownerGrants(owners: readonly Owner[], scope: PermissionScope): readonly MatrixGrant[] {
  const grants = lowerMatrix(owners, scope);
  return grants.filter(({ permission }) => {
    const name = permissionName(permission.value) ?? permission.value;
    const problem = /^(Overall|Agent)\//.test(name)
      ? 'it belongs to the whole of Jenkins, and a folder cannot give it'
      : /^Job\/(Configure|Create|Move)$/.test(name)
        ? 'a job can be configured to run on the agents of other projects'
        : undefined;
    if (problem === undefined) return true;
    scope.report(
      diagnose('fleet/owner-permission', { permission: name, problem }, spanOf(permission.origin), {
        help: name.startsWith('Job/')
          ? 'remove it; the jobs are those of the specs'
          : 'remove it, or grant it in `authorization.matrix` of the controller',
      }),
    );
    return false;
  });
}

/** Returns the plugins without which Jenkins does not know a granted permission. */
export function permissionNeeds(grants: readonly MatrixGrant[]): readonly PluginNeed<Origin>[] {
  return grants.flatMap(({ permission: { value, origin } }) => {
    const id = addedBy.get(value);
    return id === undefined ? [] : [{ id, reason: `has the permission ${value}`, origin }];
  });
}

function permissionId(permission: Sourced<string>, scope: PermissionScope): string | undefined {
  const span = spanOf(permission.origin);
  if (dangerous.has(permission.value)) {
    const parameters = { permission: permission.value };
    const help = 'grant `Overall/Administer`, or leave it out';
    scope.report(diagnose('controller/dangerous-permission', parameters, span, { help }));
    return undefined;
  }
  const id = idOf(permission.value);
  if (id !== undefined) return id;
  const near = suggestion(permission.value, allNames(), allowanceOf(scope.project));
  scope.report(
    diagnose('controller/unknown-permission', { permission: permission.value }, span, {
      help: near === undefined ? `groups: ${Object.keys(groups).join(', ')}` : `did you mean \`${near}\`?`,
    }),
  );
  return undefined;
}

function idOf(text: string): string | undefined {
  const [group = '', name = ''] = text.split('/');
  const found = Object.hasOwn(groups, group) ? groups[group] : undefined;
  return found?.names.includes(name) ? `${found.owner}.${name}` : undefined;
}

/** Returns the name of a permission that Jenkins calls by an id; undefined for one that nobody knows here. */
export function permissionName(id: string): string | undefined {
  return allNames().find((name) => idOf(name) === id);
}

function allNames(): string[] {
  return Object.entries(groups).flatMap(([group, { names }]) => names.map((name) => `${group}/${name}`));
}

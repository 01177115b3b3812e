import type { User } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { UserAccount } from '../../../model/controller/scripts/access-scripts.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import { type SecretKey, usedFor } from '../../../model/controller/secret-key.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { type ControllerScope, reportDuplicates, seedMode } from '../controller-scope.ts';
import { lowerMatrix, permissionNeeds, seedGrants, sharedGrants } from '../permissions.ts';
import { realmScripts } from './realm-scripts.ts';

/** Returns the scripts that decide who may do what; the first one only needs core and closes the controller. */
export function lowerAccessScripts(scope: ControllerScope): readonly InitScript[] {
  const { realm, authorization } = scope.settings;
  const isMatrix = decidesByMatrix(scope);
  reportWithoutEffect(scope, isMatrix);
  reportOpenApproval(scope);
  return [
    {
      kind: 'security',
      name: '10-security',
      purpose: 'Closes the controller before anything else is set up.',
      origin: fromSeveral([realm.$.origin, authorization.$.origin]),
      needs: [],
      ownRealm: realm.type.map((type) => type === 'own'),
      loggedInStrategy: authorization.strategy.map(() => !isMatrix),
      anonymousRead: authorization.anonymous_read,
    },
    {
      kind: 'guard',
      name: '11-guard',
      purpose: 'Stops Jenkins if a script did not run to its end, whatever the reason.',
      origin: fromPolicy(
        'Jenkins comes up with the rest of the scripts skipped when a plugin class cannot be linked.',
      ),
      needs: [],
    },
    ...(realm.type.value === 'own' ? accountScripts(scope) : realmScripts(scope)),
    ...(isMatrix ? [matrixScript(scope)] : []),
  ];
}

/** Where several projects share a Jenkins, nobody may do everything just because they are logged in. */
function decidesByMatrix({ role, settings }: ControllerScope): boolean {
  return role !== 'own' || settings.authorization.strategy.value === 'matrix';
}

/** Returns where name and password of the administrator are. */
export function adminSecret({ settings: { admin } }: ControllerScope): {
  readonly name: SecretKey;
  readonly password: SecretKey;
} {
  const { secret, user_key, password_key } = admin;
  return {
    name: { secret, key: user_key, variable: 'JENKINS_ADMIN_USER' },
    password: { secret, key: password_key, variable: 'JENKINS_ADMIN_PASSWORD' },
  };
}

function accountScripts(scope: ControllerScope): readonly InitScript[] {
  const { users, admin, realm } = scope.settings;
  const names = users.map((user) => user.name);
  reportDuplicates(scope, 'user', names);
  const seedUser = seedAccount(scope);
  for (const name of names) {
    if (name.value !== seedUser?.value) continue;
    scope.report(diagnose('controller/reserved-user', { name: name.value }, spanOf(name.origin)));
  }
  const addresses = users.flatMap(({ name, email }) => (email === undefined ? [] : [{ user: name, email }]));
  const administrator = adminSecret(scope);
  const { password } = administrator;
  const ownPassword = { ...password, key: usedFor(password.key, realm.type.origin) };
  const accounts: InitScript = {
    kind: 'accounts',
    name: '12-accounts',
    purpose: "Makes the accounts of Jenkins' own user database.",
    origin: fromSeveral([realm.type.origin, admin.$.origin]),
    needs: [],
    admin: { name: administrator.name, password: ownPassword },
    users: users.map(account),
    ...(seedUser === undefined ? {} : { seedUser }),
  };
  if (addresses.length === 0) return [accounts];
  const origin = fromSeveral(addresses.map(({ email }) => email.origin));
  const needs = [{ id: 'mailer', reason: 'keeps the mail addresses of users', origin }];
  const purpose = 'Sets the mail addresses of users.';
  return [accounts, { kind: 'addresses', name: '13-addresses', purpose, origin, needs, addresses }];
}

function account({ name, full_name, secret, password_key, $ }: User): UserAccount {
  return {
    name,
    fullName: full_name ?? name,
    password: { secret, key: password_key ?? secretKeyOf(name) },
    origin: $.origin,
  };
}

/** A key of a Secret holds letters, digits, `-`, `_` and `.` only. */
function secretKeyOf(name: Sourced<string>): Sourced<string> {
  return name.map((text) => text.replace(/[^-._a-zA-Z0-9]/g, '_'));
}

function matrixScript(scope: ControllerScope): InitScript {
  const { authorization } = scope.settings;
  const seedUser = seedAccount(scope);
  const grants = [
    ...lowerMatrix(authorization.matrix, scope),
    ...(seedUser === undefined ? [] : seedGrants(seedUser)),
    ...(scope.role === 'shared' ? sharedGrants() : []),
  ];
  const { origin } = authorization.strategy;
  return {
    kind: 'matrix',
    name: '16-permissions',
    purpose: 'Decides permissions by a matrix of users and groups.',
    origin,
    needs: [
      { id: 'matrix-auth', reason: 'decides permissions by users and groups', origin },
      ...permissionNeeds(grants),
    ],
    perFolder: scope.role === 'shared',
    admin: adminSecret(scope).name,
    grants,
  };
}

function reportWithoutEffect({ settings, role, report }: ControllerScope, isMatrix: boolean): void {
  const { realm, authorization, users, owners } = settings;
  const ignored = (field: string, because: string, value: Sourced<unknown> | undefined): void => {
    const span = value && spanOf(value.origin);
    if (span !== undefined) report(diagnose('controller/ignored-setting', { field, because }, span));
  };
  const onShared = 'on a controller that several projects share';
  if (isMatrix && authorization.anonymous_read.value) {
    const because = role === 'own' ? 'with the strategy `matrix`' : onShared;
    ignored('anonymous_read', because, authorization.anonymous_read);
  }
  if (role !== 'own' && authorization.$.fields.has('strategy') && authorization.strategy.value !== 'matrix') {
    ignored('strategy', onShared, authorization.strategy);
  }
  const [owner] = owners;
  if (role === 'own' && owner !== undefined) {
    ignored('owners', 'on a Jenkins of its own', sourced(true, owner.$.origin));
  }
  const [entry] = authorization.matrix;
  if (!isMatrix && entry !== undefined) {
    ignored('matrix', 'with the strategy `logged-in`', sourced(true, entry.$.origin));
  }
  const [user] = users;
  if (realm.type.value !== 'own' && user !== undefined) {
    ignored('users', `with the realm \`${realm.type.value}\``, user.name);
  }
}

/** Jenkins asks for administrators before it looks at who was named (`InputStepExecution.canSettle`, read 2026-07). */
function reportOpenApproval(scope: ControllerScope): void {
  const {
    settings: { authorization, pipeline },
    report,
  } = scope;
  const [submitter] = pipeline.approval.submitters;
  if (submitter === undefined || decidesByMatrix(scope)) return;
  const strategy = spanOf(authorization.strategy.origin);
  report(
    diagnose('controller/open-approval', {}, spanOf(submitter.origin), {
      labels: strategy === undefined ? [] : [{ span: strategy, text: 'the strategy' }],
      help:
        'decide permissions one by one, and leave the rest to the administrator: `authorization: {strategy: matrix, ' +
        'matrix: [{group: authenticated, permissions: [Overall/Read, Job/Read, View/Read]}]}`',
    }),
  );
}

const ownAccount = fromPolicy(
  'Sandboxed Job DSL runs as a user; the account is for that alone and has a password nobody knows.',
);

/**
 * Returns the account that the seed job runs as, or undefined where it has none: with scripts from the image, and
 * where accounts come from a directory, which Jenkins cannot add to.
 */
export function seedAccount({ settings, role }: ControllerScope): Sourced<string> | undefined {
  if (role !== 'own') return undefined;
  if (settings.realm.type.value !== 'own' || seedMode(settings).value !== 'repository') return undefined;
  return sourced(
    'seed-job',
    fromSeveral([ownAccount, settings.realm.type.origin, seedMode(settings).origin]),
  );
}

import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import { usedFor } from '../../../model/controller/secret-key.ts';
import { fromDefault, fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { ControllerScope } from '../controller-scope.ts';

/** Returns the script that makes a directory server or an OpenID Connect provider the realm. */
export function realmScripts(scope: ControllerScope): readonly InitScript[] {
  const { type, ldap, oidc } = scope.settings.realm;
  if (type.value === 'ldap' && ldap !== undefined) return [ldapScript(ldap, type.origin)];
  if (type.value === 'oidc' && oidc !== undefined) return [oidcScript(oidc, type.origin)];
  const parameters = { field: type.value, because: `with the realm \`${type.value}\`` };
  const help = `say which one it is under \`realm.${type.value}\``;
  scope.report(diagnose('controller/missing-setting', parameters, spanOf(type.origin), { help }));
  return [];
}

type Realm = ControllerScope['settings']['realm'];

function ldapScript(ldap: NonNullable<Realm['ldap']>, type: Origin): InitScript {
  const origin = fromSeveral([type, ldap.$.origin]);
  const absent = (field: string) => sourced('', fromDefault(`jenkins.realm.ldap.${field}`));
  const { manager_dn, secret, manager_password_key } = ldap;
  return {
    kind: 'ldap',
    name: '14-realm',
    purpose: 'Takes users and groups from a directory server.',
    origin,
    needs: [{ id: 'ldap', reason: 'takes users from a directory server', origin }],
    server: ldap.server,
    rootDn: ldap.root_dn ?? absent('root_dn'),
    userSearchBase: ldap.user_search_base,
    userSearch: ldap.user_search,
    groupSearchBase: ldap.group_search_base,
    groupSearch: ldap.group_search ?? absent('group_search'),
    ...(manager_dn === undefined
      ? {}
      : { managerDn: manager_dn, managerPassword: { secret, key: usedFor(manager_password_key, type) } }),
  };
}

function oidcScript(oidc: NonNullable<Realm['oidc']>, type: Origin): InitScript {
  const origin = fromSeveral([type, oidc.$.origin]);
  const scopes = oidc.scopes.map((scope) => scope.value).join(' ');
  return {
    kind: 'oidc',
    name: '14-realm',
    purpose: 'Takes users and groups from an OpenID Connect provider.',
    origin,
    needs: [{ id: 'oic-auth', reason: 'takes users from an OpenID Connect provider', origin }],
    wellKnownUrl: oidc.well_known_url,
    clientId: oidc.client_id,
    clientSecret: { secret: oidc.secret, key: usedFor(oidc.client_secret_key, type) },
    scopes: sourced(
      scopes,
      oidc.scopes.length === 0
        ? fromDefault('jenkins.realm.oidc.scopes')
        : fromSeveral(oidc.scopes.map((scope) => scope.origin)),
    ),
    userNameField: oidc.user_name_field,
    fullNameField: oidc.full_name_field,
    emailField: oidc.email_field,
    groupsField: oidc.groups_field,
  };
}

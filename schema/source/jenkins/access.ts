import { choice, flag, list, part, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** Who may do what: accounts, realms and permissions. */
export const access: Definitions = {
  Admin: {
    description: 'The administrator. Only the names of the Secret and its keys are written, never values.',
    fields: {
      secret: text('Name of the Secret.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-admin',
        examples: ['jenkins-admin'],
        since: '0.1.0',
      }),
      user_key: text('Key of the Secret that holds the user name.', {
        pattern: patterns.secretKey,
        default: 'JENKINS_ADMIN_USER',
        examples: ['username'],
        since: '0.1.0',
      }),
      password_key: text('Key of the Secret that holds the password.', {
        pattern: patterns.secretKey,
        default: 'JENKINS_ADMIN_PASSWORD',
        examples: ['password'],
        since: '0.1.0',
      }),
    },
    examples: [
      { secret: 'jenkins-admin', user_key: 'JENKINS_ADMIN_USER', password_key: 'JENKINS_ADMIN_PASSWORD' },
    ],
  },
  User: {
    description: "A user of Jenkins' own user database, with the password in a Secret.",
    fields: {
      name: text('Login name.', { minLength: 1, required: true, examples: ['alice'], since: '0.1.0' }),
      full_name: text('Full name.', {
        without: 'the login name',
        examples: ['Alice Example'],
        since: '0.1.0',
      }),
      email: text('Mail address.', { without: 'not set', examples: ['alice@example.com'], since: '0.1.0' }),
      secret: text('Name of the Secret that holds the password.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-users',
        examples: ['jenkins-users'],
        since: '0.1.0',
      }),
      password_key: text('Key of the Secret that holds the password.', {
        pattern: patterns.secretKey,
        without: 'the login name',
        examples: ['alice'],
        since: '0.1.0',
      }),
    },
    examples: [{ name: 'alice', full_name: 'Alice Example', email: 'alice@example.com' }],
  },
  Authorization: {
    description: 'Who may do what. The administrator may always do everything.',
    fields: {
      strategy: choice('How permissions are decided.', {
        values: {
          'logged-in': 'Every logged-in user is an administrator: may do everything, and approve everything.',
          matrix: 'The entries of `matrix` decide.',
        },
        default: 'logged-in',
        examples: ['matrix'],
        since: '0.1.0',
      }),
      anonymous_read: flag('Whether everybody may read without logging in, with the strategy `logged-in`.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      matrix: list('Permissions of users and groups, with the strategy `matrix`.', {
        of: 'MatrixEntry',
        default: [],
        examples: [
          [
            { user: 'alice', permissions: ['Overall/Administer'] },
            { group: 'authenticated', permissions: ['Overall/Read', 'Job/Read', 'Job/Build'] },
          ],
        ],
        since: '0.1.0',
      }),
    },
    examples: [{ strategy: 'logged-in' }],
  },
  MatrixEntry: {
    description: 'Permissions of one user or one group.',
    fields: {
      user: text('Name of the user.', {
        minLength: 1,
        without: 'none: the entry is for a group',
        examples: ['alice'],
        since: '0.1.0',
      }),
      group: text(
        'Name of the group. `authenticated` means all logged-in users, `anonymous` everybody else.',
        {
          minLength: 1,
          without: 'none: the entry is for a user',
          examples: ['authenticated'],
          since: '0.1.0',
        },
      ),
      permissions: texts('Names of permissions, as `Group/Name`.', {
        pattern: patterns.permission,
        minItems: 1,
        required: true,
        examples: [['Overall/Read', 'Job/Read', 'Job/Build', 'View/Read'], 'Overall/Administer'],
        since: '0.1.0',
      }),
    },
    examples: [{ group: 'authenticated', permissions: ['Overall/Read', 'Job/Read'] }],
  },
  Owner: {
    description: 'A user or a group that a project on a shared controller belongs to.',
    fields: {
      user: text('Name of the user.', {
        minLength: 1,
        without: 'none: the entry is for a group',
        examples: ['alice'],
        since: '0.1.0',
      }),
      group: text('Name of the group.', {
        minLength: 1,
        without: 'none: the entry is for a user',
        examples: ['shop-team'],
        since: '0.1.0',
      }),
      permissions: texts('Names of permissions in the folder of the project, as `Group/Name`.', {
        pattern: patterns.permission,
        minItems: 1,
        default: ['Job/Read', 'Job/Discover', 'Job/Build', 'Job/Cancel', 'Job/Workspace', 'View/Read'],
        examples: [['Job/Read', 'View/Read']],
        since: '0.1.0',
      }),
    },
    examples: [{ group: 'shop-team' }],
  },
  Realm: {
    description: 'Where users come from.',
    fields: {
      type: choice('Kind of the realm.', {
        values: {
          own: "Jenkins' own user database, without sign-up.",
          ldap: 'A directory server.',
          oidc: 'An OpenID Connect provider.',
        },
        default: 'own',
        examples: ['ldap'],
        since: '0.1.0',
      }),
      ldap: part('LdapRealm', 'The directory server, with `type: ldap`.', {
        without: 'none; required with `type: ldap`',
        examples: [{ server: 'ldaps://ldap.example.com', root_dn: 'dc=example,dc=com' }],
        since: '0.1.0',
      }),
      oidc: part('OidcRealm', 'The OpenID Connect provider, with `type: oidc`.', {
        without: 'none; required with `type: oidc`',
        examples: [
          { well_known_url: 'https://id.example.com/.well-known/openid-configuration', client_id: 'jenkins' },
        ],
        since: '0.1.0',
      }),
    },
    examples: [{ type: 'own' }],
  },
  LdapRealm: {
    description: 'A directory server.',
    fields: {
      server: text('URL of the server.', {
        minLength: 1,
        required: true,
        examples: ['ldaps://ldap.example.com'],
        since: '0.1.0',
      }),
      root_dn: text('Root of the directory tree.', {
        without: 'asked from the server',
        examples: ['dc=example,dc=com'],
        since: '0.1.0',
      }),
      user_search_base: text('Where users are, relative to the root.', {
        default: '',
        examples: ['ou=people'],
        since: '0.1.0',
      }),
      user_search: text('Filter that finds a user by login name, which takes the place of `{0}`.', {
        default: 'uid={0}',
        examples: ['sAMAccountName={0}'],
        since: '0.1.0',
      }),
      group_search_base: text('Where groups are, relative to the root.', {
        default: '',
        examples: ['ou=groups'],
        since: '0.1.0',
      }),
      group_search: text('Filter that finds a group by name, which takes the place of `{0}`.', {
        without: 'the filter of the plugin',
        examples: ['(&(objectClass=group)(cn={0}))'],
        since: '0.1.0',
      }),
      manager_dn: text('Name that Jenkins binds to the directory with.', {
        without: 'an anonymous bind',
        examples: ['cn=jenkins,dc=example,dc=com'],
        since: '0.1.0',
      }),
      secret: text('Name of the Secret that holds the password of the manager.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-ldap',
        examples: ['jenkins-ldap'],
        since: '0.1.0',
      }),
      manager_password_key: text('Key of the Secret that holds the password of the manager.', {
        pattern: patterns.secretKey,
        default: 'LDAP_MANAGER_PASSWORD',
        examples: ['password'],
        since: '0.1.0',
      }),
    },
    examples: [{ server: 'ldaps://ldap.example.com', root_dn: 'dc=example,dc=com' }],
  },
  OidcRealm: {
    description: 'An OpenID Connect provider.',
    fields: {
      well_known_url: text('URL of the configuration of the provider.', {
        minLength: 1,
        required: true,
        examples: ['https://id.example.com/.well-known/openid-configuration'],
        since: '0.1.0',
      }),
      client_id: text('Id of Jenkins at the provider.', {
        minLength: 1,
        required: true,
        examples: ['jenkins'],
        since: '0.1.0',
      }),
      secret: text('Name of the Secret that holds the client secret.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-oidc',
        examples: ['jenkins-oidc'],
        since: '0.1.0',
      }),
      client_secret_key: text('Key of the Secret that holds the client secret.', {
        pattern: patterns.secretKey,
        default: 'OIDC_CLIENT_SECRET',
        examples: ['client-secret'],
        since: '0.1.0',
      }),
      scopes: texts('Scopes that are asked for.', {
        default: ['openid', 'email', 'profile'],
        examples: [['openid', 'email', 'groups']],
        since: '0.1.0',
      }),
      user_name_field: text('Claim that is the login name.', {
        default: 'preferred_username',
        examples: ['email'],
        since: '0.1.0',
      }),
      full_name_field: text('Claim that is the full name.', {
        default: 'name',
        examples: ['display_name'],
        since: '0.1.0',
      }),
      email_field: text('Claim that is the mail address.', {
        default: 'email',
        examples: ['mail'],
        since: '0.1.0',
      }),
      groups_field: text('Claim that lists the groups.', {
        default: 'groups',
        examples: ['roles'],
        since: '0.1.0',
      }),
    },
    examples: [
      { well_known_url: 'https://id.example.com/.well-known/openid-configuration', client_id: 'jenkins' },
    ],
  },
};

import type { Credential as CredentialSpec } from '../../../schema/generated/located.ts';
import { type FieldUses, unusedFields } from '../../check/field-uses.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import {
  type Credential,
  type CredentialUser,
  type SecretKey,
  usedFor,
} from '../../model/controller/secret-key.ts';
import { fromDefault, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { slug } from '../../util/slug.ts';
import { hostedSecret } from '../hosted-names.ts';
import { type ControllerScope, reportDuplicates } from './controller-scope.ts';
import { credentialEntries } from './default-entries.ts';

/** Returns the credentials of Jenkins with the keys of the Secrets that hold their values. */
export function lowerCredentials(scope: ControllerScope): readonly Credential[] {
  reportDuplicates(
    scope,
    'credential',
    scope.settings.credentials.map((credential) => credential.id),
  );
  return credentialEntries(scope.settings).map((spec) => lowerCredential(spec, scope));
}

function lowerCredential(spec: CredentialSpec, scope: ControllerScope): Credential {
  const { id, description, type } = spec;
  const scopeOf = scopeIn(spec, scope);
  const origin = fromSeveral([type.origin, spec.$.origin]);
  const base = { id, description, scope: scopeOf, origin };
  const { hosting } = scope.project;
  const secret = hostedSecret(
    hosting,
    spec.secret ?? sourced(slug(id.value), fromSeveral([absent('secret'), id.origin])),
  );
  const keyOf = (key: Sourced<string>): SecretKey => ({ secret, key: usedFor(key, type.origin) });
  const main = (fallback: string): SecretKey => ({
    ...keyOf(spec.key ?? sourced(fallback, absent('key'))),
    ...(id.value === 'seed-job-key' && scope.role === 'own' ? { variable: 'GIT_PRIVATE_KEY' } : {}),
  });
  reportIgnored(spec, scope);
  switch (type.value) {
    case 'ssh-key': {
      const passphrase = spec.passphrase_key && keyOf(spec.passphrase_key);
      return {
        ...base,
        kind: 'ssh-key',
        username: user(spec, keyOf) ?? { kind: 'plain', name: sourced('git', absent('username')) },
        privateKey: main('ssh-privatekey'),
        ...(passphrase === undefined ? {} : { passphrase }),
      };
    }
    case 'username-password': {
      const name = keyOf(sourced('username', absent('username_key')));
      return {
        ...base,
        kind: 'username-password',
        username: user(spec, keyOf) ?? { kind: 'secret', name },
        password: keyOf(spec.password_key),
      };
    }
    case 'secret-text':
      return { ...base, kind: 'secret-text', text: main('text') };
    case 'file': {
      const content = main('file');
      return { ...base, kind: 'file', fileName: spec.file_name ?? content.key, content };
    }
  }
}

/**
 * Returns where a credential can be used. Those of a shared controller are for the controller alone, and those of a
 * project are in the store of its folder, which has no other scope.
 */
function scopeIn({ scope, $ }: CredentialSpec, { role, report }: ControllerScope): Credential['scope'] {
  if (role === 'own') return scope.map((text) => (text === 'system' ? 'SYSTEM' : 'GLOBAL'));
  const wanted = role === 'shared' ? 'system' : 'global';
  const place = $.fields.get('scope');
  if (place !== undefined && scope.value !== wanted) {
    const because =
      role === 'shared' ? 'on a controller that several projects share' : 'for a credential in a folder';
    report(
      diagnose('controller/ignored-setting', { field: 'scope', because }, place.key, {
        help:
          role === 'shared'
            ? 'remove it; a credential of jobs stands in the `jenkins.bitesize` of its project'
            : 'remove it; a credential of the controller itself stands in `controllers.bitesize`',
      }),
    );
  }
  return sourced(role === 'shared' ? 'SYSTEM' : 'GLOBAL', scope.origin);
}

function user(spec: CredentialSpec, keyOf: (key: Sourced<string>) => SecretKey): CredentialUser | undefined {
  if (spec.username_key !== undefined) return { kind: 'secret', name: keyOf(spec.username_key) };
  return spec.username && { kind: 'plain', name: spec.username };
}

/** Which field of a credential means something for which type. */
const credentialFields: FieldUses<CredentialSpec, CredentialSpec['type']['value']> = {
  id: 'all',
  type: 'all',
  description: 'all',
  scope: 'all',
  secret: 'all',
  username: ['ssh-key', 'username-password'],
  username_key: ['ssh-key', 'username-password'],
  password_key: ['username-password'],
  passphrase_key: ['ssh-key'],
  key: ['ssh-key', 'secret-text', 'file'],
  file_name: ['file'],
};

/** A field of another type of credential is a slip, most likely for one that would hold a secret. */
function reportIgnored(spec: CredentialSpec, scope: ControllerScope): void {
  for (const field of unusedFields(credentialFields, spec.type.value)) {
    const place = spec.$.fields.get(field);
    if (place === undefined) continue;
    const because = `in a credential of type \`${spec.type.value}\``;
    scope.report(diagnose('controller/ignored-setting', { field, because }, place.key));
  }
}

function absent(field: string): ReturnType<typeof fromDefault> {
  return fromDefault(`jenkins.credentials[].${field}`);
}

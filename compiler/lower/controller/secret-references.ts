import type { InitScript } from '../../model/controller/scripts/init-script.ts';
import type { Credential, SecretKey, SecretReference } from '../../model/controller/secret-key.ts';
import { joined, type Valued } from '../../text/traced-text.ts';
import { assertNever } from '../../util/assert-never.ts';
import { compareText } from '../../util/compare-text.ts';

/** Returns every secret value that the scripts read, once each, sorted by Secret and key. */
export function secretReferences(scripts: readonly InitScript[]): readonly SecretReference[] {
  const found = new Map<string, SecretReference>();
  for (const reference of scripts.flatMap(ofScript)) {
    const path = `${reference.secret.value}/${reference.key.value}`;
    if (!found.has(path)) found.set(path, reference);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

function ofScript(script: InitScript): readonly SecretReference[] {
  switch (script.kind) {
    case 'accounts':
      return [
        text(script.admin.name, 'user name of the administrator'),
        text(script.admin.password, 'password of the administrator'),
        ...script.users.map((user) => text(user.password, joined`password of the user ${user.name}`)),
      ];
    case 'matrix':
      return [text(script.admin, 'user name of the administrator')];
    case 'seed-job':
      return script.runAs.kind === 'admin' ? [text(script.runAs.name, 'user name of the administrator')] : [];
    case 'ldap':
      return script.managerPassword === undefined
        ? []
        : [text(script.managerPassword, 'password of the directory manager')];
    case 'oidc':
      return [text(script.clientSecret, 'client secret at the OpenID Connect provider')];
    case 'mail':
      return script.login === undefined
        ? []
        : [
            text(script.login.username, 'user name at the mail server'),
            text(script.login.password, 'password at the mail server'),
          ];
    case 'credentials':
      return script.credentials.flatMap(ofCredential);
    case 'security':
    case 'guard':
    case 'addresses':
    case 'system':
    case 'variables':
    case 'known-hosts':
    case 'agents':
    case 'job-dsl-security':
    case 'run-as':
    case 'image-jobs':
    case 'first-build':
    case 'verify':
      return [];
    default:
      return assertNever(script);
  }
}

function ofCredential(credential: Credential): readonly SecretReference[] {
  const { id } = credential;
  switch (credential.kind) {
    case 'ssh-key':
      return [
        ...ofUser(credential),
        file(credential.privateKey, joined`private key of the credential ${id}`),
        ...(credential.passphrase === undefined
          ? []
          : [text(credential.passphrase, joined`passphrase of the credential ${id}`)]),
      ];
    case 'username-password':
      return [...ofUser(credential), text(credential.password, joined`password of the credential ${id}`)];
    case 'secret-text':
      return [text(credential.text, joined`text of the credential ${id}`)];
    case 'file':
      return [file(credential.content, joined`file of the credential ${id}`)];
    default:
      return assertNever(credential);
  }
}

function ofUser({ id, username }: Extract<Credential, { username: unknown }>): readonly SecretReference[] {
  return username.kind === 'secret' ? [text(username.name, joined`user name of the credential ${id}`)] : [];
}

function text(key: SecretKey, purpose: Valued<string>): SecretReference {
  return { ...key, purpose, form: 'text' };
}

function file(key: SecretKey, purpose: Valued<string>): SecretReference {
  return { ...key, purpose, form: 'file' };
}

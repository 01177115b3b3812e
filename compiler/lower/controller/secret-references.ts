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
        text(script.admin.name, adminName, 'you choose it'),
        text(script.admin.password, 'password of the administrator', chosen),
        ...script.users.map((user) =>
          text(user.password, joined`password of the user ${user.name}`, `${chosen}, and give it to them`),
        ),
      ];
    case 'matrix':
      return [text(script.admin, adminName, 'a name that the realm knows')];
    case 'seed-job':
      return script.runAs?.kind === 'admin'
        ? [text(script.runAs.name, adminName, 'a name that the realm knows')]
        : [];
    case 'ldap':
      return script.managerPassword === undefined
        ? []
        : [
            text(
              script.managerPassword,
              'password of the directory manager',
              'whoever runs the directory gives it',
            ),
          ];
    case 'oidc':
      return [
        text(
          script.clientSecret,
          'client secret at the OpenID Connect provider',
          'the provider gives it, when Jenkins is registered there',
        ),
      ];
    case 'mail':
      return script.login === undefined
        ? []
        : [
            text(script.login.username, 'user name at the mail server', mailServer),
            text(script.login.password, 'password at the mail server', mailServer),
          ];
    case 'credentials':
      return script.credentials.flatMap((credential) =>
        ofCredential(credential).map((reference) => ({ ...reference, credential: credential.id })),
      );
    case 'casc':
    case 'own-scripts':
      return script.secrets;
    case 'security':
    case 'guard':
    case 'addresses':
    case 'system':
    case 'variables':
    case 'slack':
    case 'known-hosts':
    case 'forges':
    case 'agents':
    case 'job-dsl-security':
    case 'run-as':
    case 'image-jobs':
    case 'first-build':
    case 'build-users':
    case 'seeds-folder':
    case 'project-folder':
    case 'project-rights':
    case 'verify':
      return [];
    default:
      return assertNever(script);
  }
}

const adminName = 'user name of the administrator';
const chosen = 'you choose it: `openssl rand -base64 24` makes one';
const mailServer = 'whoever runs the mail server gives it';

function ofCredential(credential: Credential): readonly SecretReference[] {
  const { id } = credential;
  switch (credential.kind) {
    case 'ssh-key':
      return [
        ...ofUser(credential),
        file(credential.privateKey, joined`private key of the credential ${id}`, 'you make it, see below'),
        ...(credential.passphrase === undefined
          ? []
          : [
              text(
                credential.passphrase,
                joined`passphrase of the credential ${id}`,
                'you choose it when you make the key',
              ),
            ]),
      ];
    case 'username-password':
      return [
        ...ofUser(credential),
        text(credential.password, joined`password of the credential ${id}`, otherSide),
      ];
    case 'secret-text':
      return [text(credential.text, joined`text of the credential ${id}`, otherSide)];
    case 'file':
      return [file(credential.content, joined`file of the credential ${id}`, otherSide)];
    default:
      return assertNever(credential);
  }
}

const otherSide = 'whoever runs what it opens gives it';

function ofUser({
  id,
  kind,
  username,
}: Extract<Credential, { username: unknown }>): readonly SecretReference[] {
  if (username.kind === 'plain') return [];
  const source = kind === 'ssh-key' ? 'the user at the server: mostly `git`' : otherSide;
  return [text(username.name, joined`user name of the credential ${id}`, source)];
}

function text(key: SecretKey, purpose: Valued<string>, source: string): SecretReference {
  return { ...key, purpose, source, form: 'text' };
}

function file(key: SecretKey, purpose: Valued<string>, source: string): SecretReference {
  return { ...key, purpose, source, form: 'file' };
}

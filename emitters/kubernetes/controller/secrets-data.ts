import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { Checkout } from '../../../compiler/model/controller/first-builds.ts';
import type { SecretReference } from '../../../compiler/model/controller/secret-key.ts';
import { fromSeveral, type Origin } from '../../../compiler/text/origin.ts';
import { joined, joinTexts, TracedText, type Valued } from '../../../compiler/text/traced-text.ts';
import { isGithub, readGitUrl } from '../../../compiler/util/git-url.ts';
import { groupBy } from '../../../compiler/util/group-by.ts';

/** A Secret that has to be made, with its keys. */
interface WantedSecret {
  readonly name: string;
  readonly keys: readonly SecretReference[];
  readonly origin: Origin;
}

/** Returns what the script that makes the Secrets is rendered with. */
export function secretsData(controller: Controller): object {
  return { namespace: controller.deployment.namespace, secrets: wantedSecrets(controller) };
}

/** Returns the list of keys that init scripts read, as `SECRET/KEY`. */
export function secretsList({ secrets }: Controller): TracedText {
  const lines = secrets.map(({ secret, key }) => `${secret.value}/${key.value}`);
  const marks = secrets.map(({ secret, key }, line) => ({
    first: line,
    last: line,
    origin: fromSeveral([secret.origin, key.origin]),
  }));
  return new TracedText(`${lines.join('\n')}\n`, marks);
}

/** Returns the Secrets that have to be made, each key with what takes its value. */
export function explainedSecrets(controller: Controller): readonly object[] {
  return wantedSecrets(controller).map(({ keys, ...secret }) => ({
    ...secret,
    keys: keys.map((key) => ({ ...key, uses: usesOf(controller, key) })),
  }));
}

/** What takes a credential: variables of builds and checkouts. What a key opens stands below the table. */
function usesOf(
  { firstBuilds, initScripts }: Controller,
  { credential }: SecretReference,
): Valued<string> | undefined {
  const isKey = initScripts.some(
    (script) =>
      script.kind === 'credentials' &&
      script.credentials.some(({ id, kind }) => id.value === credential?.value && kind === 'ssh-key'),
  );
  const uses = [...firstBuilds.bindings, ...(isKey ? [] : firstBuilds.checkouts)]
    .filter(({ credentials }) => credentials.value === credential?.value)
    .map(({ usedBy }) => usedBy);
  return uses.length === 0 ? undefined : joinTexts(uses, ', ');
}

/** Returns who logs in how, and which private keys have to be made, with the repositories that they open. */
export function accessData({ initScripts, firstBuilds, url }: Controller): object {
  const opened = firstBuilds.checkouts.filter(({ git }) => readGitUrl(git.value).kind === 'ssh');
  const credentials = initScripts.flatMap((script) =>
    script.kind === 'credentials' ? script.credentials : [],
  );
  return {
    ssh: opened.length > 0,
    https: firstBuilds.checkouts.some(
      ({ git, credentials }) => /^https?:/i.test(git.value) && credentials.origin.kind === 'default',
    ),
    ownRealm: initScripts.some(({ kind }) => kind === 'accounts'),
    realm: initScripts.some(({ kind }) => kind === 'ldap') ? 'the directory' : 'the OpenID Connect provider',
    oidc: initScripts.some(({ kind }) => kind === 'oidc')
      ? joined`${url}securityRealm/finishLogin`
      : undefined,
    sshKeys: credentials.flatMap((credential) => {
      if (credential.kind !== 'ssh-key') return [];
      const opens = opened.filter(({ credentials: id }) => id.value === credential.id.value);
      const { secret, key } = credential.privateKey;
      return {
        id: credential.id,
        secret,
        key,
        passphrase: credential.passphrase?.key,
        opens: opens.length === 0 ? undefined : byRepository(opens),
        several: new Set(opens.flatMap(({ git }) => (isGithub(git.value) ? [git.value] : []))).size > 1,
        origin: credential.origin,
      };
    }),
  };
}

/** Each repository once, with all that check it out. */
function byRepository(checkouts: readonly Checkout[]): readonly object[] {
  return [...groupBy(checkouts, ({ git }) => git.value).values()].map((same) => ({
    git: same[0]?.git,
    usedBy: joinTexts(
      same.map(({ usedBy }) => usedBy),
      ', ',
    ),
  }));
}

function wantedSecrets({ secrets }: Controller): readonly WantedSecret[] {
  return [...groupBy(secrets, ({ secret }) => secret.value)].map(([name, keys]) => ({
    name,
    keys,
    origin: fromSeveral(keys.flatMap(({ secret, key }) => [secret.origin, key.origin])),
  }));
}

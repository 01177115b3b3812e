import type { Forge } from '../../../../schema/generated/located.ts';
import { type FieldUses, unusedFields } from '../../../check/field-uses.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { forgeNames } from '../../../link/link-requests.ts';
import type { GerritServer } from '../../../model/controller/scripts/forges-script.ts';
import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import type { Credential } from '../../../model/controller/secret-key.ts';
import { fromDefault, fromSeveral, spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { hostOfUrl } from '../../../util/forge-place.ts';
import { githubApi } from '../../../util/github-api.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import { type ControllerScope, reportDuplicates } from '../controller-scope.ts';

/** The plugin that keeps the servers of each type, in the version whose classes the script uses. */
const plugins = {
  github: { id: 'github-branch-source' },
  gitlab: { id: 'gitlab-branch-source' },
  bitbucket: { id: 'cloudbees-bitbucket-branch-source', minimum: '937.3.8' },
  gerrit: { id: 'gerrit-trigger', minimum: '3.1993.vdb_00c7b_551a_5' },
} as const;

/** Returns the script that tells the plugins of forges which servers there are; none without servers. */
export function forgesScripts(
  scope: ControllerScope,
  credentials: readonly Credential[],
): readonly InitScript[] {
  const { forges } = scope.settings;
  if (forges.length === 0) return [];
  reportDuplicates(
    scope,
    'server',
    forges.map(({ name }) => name),
  );
  for (const forge of forges) check(scope, forge);
  const ofType = (type: Forge['type']['value']) => forges.filter((forge) => forge.type.value === type);
  const server = ({ name, url, credentials: id, $ }: Forge) => ({
    name,
    url: url.map(withoutSlashesAtEnd),
    ...(id === undefined ? {} : { credentials: id }),
    origin: $.origin,
  });
  return [
    {
      kind: 'forges',
      name: '34-forges',
      purpose: 'Tells the plugins of forges which servers there are.',
      origin: fromSeveral(forges.map(({ $ }) => $.origin)),
      needs: forges.map(({ type, $ }) => ({
        ...plugins[type.value],
        reason: `knows the servers of ${forgeNames[type.value]}`,
        origin: fromSeveral([type.origin, $.origin]),
      })),
      github: ofType('github').map(({ name, url, $ }) => ({
        name,
        api: url.map(githubApi),
        origin: $.origin,
      })),
      gitlab: ofType('gitlab').map(server),
      bitbucket: ofType('bitbucket').map(server),
      gerrit: ofType('gerrit').flatMap((forge) => gerritServer(scope, forge, credentials)),
    },
  ];
}

/** The plugin logs in with the file of the credential's private key, and an account that has no secret name. */
function gerritServer(
  scope: ControllerScope,
  { name, url, port, user, email, credentials: id, $ }: Forge,
  credentials: readonly Credential[],
): readonly GerritServer[] {
  const credential = credentials.find((candidate) => candidate.id.value === id?.value);
  if (credential?.kind !== 'ssh-key' || user === undefined) {
    const field = user === undefined ? 'user' : 'credentials';
    scope.report(
      diagnose('request/gerrit-account', { server: name.value, field }, $.span, {
        help:
          field === 'user'
            ? 'add `user`, the account of Jenkins on the server'
            : 'add `credentials`, the id of a credential of type `ssh-key`',
      }),
    );
    return [];
  }
  const host = url.map((text) => hostOfUrl(text) ?? text);
  const noMail = sourced('', fromDefault('jenkins.forges[].email'));
  const key = credential.privateKey;
  return [
    {
      name,
      url: url.map((text) => `${withoutSlashesAtEnd(text)}/`),
      host,
      port,
      user,
      email: email ?? noMail,
      key,
      origin: $.origin,
    },
  ];
}

/** Which field of a server means something for which type. */
const serverFields: FieldUses<Forge, Forge['type']['value']> = {
  name: 'all',
  type: 'all',
  url: 'all',
  credentials: 'all',
  port: ['gerrit'],
  user: ['gerrit'],
  email: ['gerrit'],
};

function check(scope: ControllerScope, { type, url, $ }: Forge): void {
  for (const field of unusedFields(serverFields, type.value)) {
    const place = $.fields.get(field);
    if (place === undefined) continue;
    const because = `in a server of type \`${type.value}\``;
    scope.report(
      diagnose('controller/ignored-setting', { field, because }, place.key, {
        help: 'remove it, or correct `type`',
      }),
    );
  }
  if (hostOfUrl(url.value) !== undefined) return;
  scope.report(
    diagnose('request/server-url', { url: url.value }, spanOf(url.origin), {
      help: 'write the address that people open, such as `https://gitlab.example.com`',
    }),
  );
}

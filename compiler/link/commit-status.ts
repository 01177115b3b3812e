import type { Component, Forge, Jenkins } from '../../schema/generated/located.ts';
import { absentSpec } from '../check/check-spec.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import { type ForgeKind, forgePlace, type OwnedRepository, ownedRepository } from '../util/forge-place.ts';
import { forgeCredentials, forgeNames, forgeOf, serverOnHost } from './link-requests.ts';

/** Forges that keep the status of a commit. */
export type StatusForge = Exclude<ForgeKind, 'gerrit'>;

/** Where the status of a component's commits is reported. */
export interface CommitStatus extends OwnedRepository {
  readonly forge: Sourced<StatusForge>;
  /** Address of the server, as people open it. */
  readonly url: string;
  /** The one of `forges`; absent for a public server without one. */
  readonly server?: Forge;
  readonly credentials: Sourced<string>;
  readonly withToken: boolean;
}

interface Problem {
  readonly problem: string;
  readonly help: string;
}

/** Returns where the status of a component's commits is reported, or why that cannot be; undefined where nobody asks. */
export function commitStatusOf(
  { repository, pull_requests: requests, commit_status: wanted }: Component,
  settings: Jenkins,
): CommitStatus | Problem | undefined {
  if (!wanted.value) return undefined;
  if (repository === undefined)
    return { problem: 'it has no repository', help: 'add `repository` to the component' };
  const forge = forgeOf(repository);
  const place = forgePlace(repository.git.value);
  if (forge === undefined || place === undefined)
    return {
      problem: `it is not known what the repository \`${repository.git.value}\` is on`,
      help: 'say what it is on: `forge: github`, `gitlab` or `bitbucket` beside `git`',
    };
  const kind = forge.value;
  if (kind === 'gerrit')
    return {
      problem: 'on Gerrit votes on changes say how they went, and commits have no status',
      help: 'remove `commit_status`; with `pull_requests` Jenkins votes',
    };
  const owned = ownedRepository(kind, place);
  if (owned === undefined)
    return {
      problem: `\`${place.path}\` is no repository of ${forgeNames[kind]}`,
      help: 'write the URL that the forge shows for a clone',
    };
  const named = settings.forges.find(
    ({ name, type }) => type.value === kind && name.value === requests?.server?.value,
  );
  const server = named ?? serverOnHost(settings, kind, place.host);
  // A server of GitLab talks to the API with its own; what pull requests name beside it is for checkouts.
  const credentials = (kind === 'gitlab' ? undefined : requests?.credentials) ?? server?.credentials;
  const url = server?.url.value ?? `https://${place.host.replace(/^www\./, '')}`;
  const types = forgeCredentials[kind];
  if (credentials === undefined)
    return {
      problem: `nothing says with which account Jenkins comes to ${forgeNames[kind]}`,
      help:
        server === undefined
          ? `add the server to \`forges\` of jenkins.bitesize: \`{name: ${kind}, type: ${kind}, url: ${url}, credentials: ...}\``
          : `add \`credentials\` to server \`${server.name.value}\` in \`forges\` of jenkins.bitesize, the id of one of type \`${types.join('` or `')}\``,
    };
  const known = [...settings.credentials, ...(absentSpec('jenkins')?.jenkins.credentials ?? [])].find(
    ({ id }) => id.value === credentials.value,
  );
  const type = known?.type.value ?? types[0];
  if (type === undefined || !types.includes(type))
    return {
      problem: `the credential \`${credentials.value}\` is of type \`${type}\``,
      help: `make it a credential of type \`${types.join('` or `')}\``,
    };
  return {
    ...owned,
    forge: forge.map(() => kind),
    url,
    ...(server === undefined ? {} : { server }),
    credentials,
    withToken: type === 'secret-text',
  };
}

/** On a shared controller the credential of a server is for Jenkins itself, and a build cannot take it. */
function controllerCredential(
  { credentials, server }: Pick<CommitStatus, 'credentials' | 'server'>,
  settings: Jenkins,
): Problem | undefined {
  if (server?.credentials?.value !== credentials.value) return undefined;
  if (settings.credentials.some(({ id }) => id.value === credentials.value)) return undefined;
  return {
    problem: `the credential \`${credentials.value}\` of server \`${server.name.value}\` is for the shared controller alone`,
    help: `add a credential \`${credentials.value}\` of the project to \`credentials\` of its jenkins.bitesize`,
  };
}

/** Returns why the commits of components cannot be reported; what is wrong with their pull requests, too, is told there. */
export function checkCommitStatuses(
  components: readonly Component[],
  settings: Jenkins,
  isHosted = false,
): readonly Diagnostic[] {
  return components.flatMap((component) => {
    const status = commitStatusOf(component, settings);
    if (status === undefined) return [];
    const { problem, help } =
      'problem' in status ? status : isHosted ? (controllerCredential(status, settings) ?? {}) : {};
    if (problem === undefined || help === undefined) return [];
    return [
      diagnose(
        'request/commit-status',
        { component: component.name.value, problem },
        spanOf(component.commit_status.origin),
        { help },
      ),
    ];
  });
}

import type {
  Component,
  Credential,
  Forge,
  GitRepository,
  Jenkins,
  PullRequests,
} from '../../schema/generated/located.ts';
import { absentSpec } from '../check/check-spec.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fromSeveral, spanOf } from '../text/origin.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import {
  type ForgeKind,
  type ForgePlace,
  forgeOfHost,
  forgePlace,
  hostOfUrl,
  ownedRepository,
  publicHosts,
} from '../util/forge-place.ts';
import { repositoryPath } from '../util/repository-path.ts';
import type { SuggestionAllowance } from '../util/suggestion.ts';
import { nameHelp } from './names.ts';
import type { LinkedApplication, LinkedEnvironment, LinkedRequests } from './project.ts';

/** What pull requests of components refer to. */
interface RequestTargets {
  readonly settings: Jenkins;
  readonly environments: readonly LinkedEnvironment[];
  readonly allowance: SuggestionAllowance;
  readonly applications: readonly LinkedApplication[];
}

/** Returns how the pull requests of components are built, and what does not resolve. */
export function linkRequests(
  components: readonly Component[],
  targets: RequestTargets,
): { requests: readonly LinkedRequests[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const requests = components.flatMap((component) => {
    const linked = linkOne(component, targets, (diagnostic) => void diagnostics.push(diagnostic));
    return linked === undefined ? [] : [linked];
  });
  return { requests, diagnostics };
}

/** Returns what a repository is on: as its spec says, else by its host. */
export function forgeOf(repository: GitRepository): Sourced<ForgeKind> | undefined {
  if (repository.forge !== undefined) return repository.forge;
  const place = forgePlace(repository.git.value);
  const forge = place && forgeOfHost(place.host);
  return forge === undefined ? undefined : repository.git.map(() => forge);
}

type Report = (diagnostic: Diagnostic) => void;

function linkOne(component: Component, targets: RequestTargets, report: Report): LinkedRequests | undefined {
  const { pull_requests: spec, repository } = component;
  if (spec === undefined) return undefined;
  const span = component.$.fields.get('pull_requests')?.key ?? spec.$.span;
  const parameters = { component: component.name.value };
  if (repository === undefined) {
    report(
      diagnose('request/no-repository', parameters, span, { help: 'add `repository` to the component' }),
    );
    return undefined;
  }
  const forge = forgeOf(repository);
  const place = forgePlace(repository.git.value);
  if (forge === undefined || place === undefined) {
    report(
      diagnose(
        'request/unknown-forge',
        { ...parameters, url: repository.git.value },
        spanOf(repository.git.origin),
        {
          help: 'say what it is on: `forge: github`, `gitlab`, `bitbucket` or `gerrit` beside `git`',
        },
      ),
    );
    return undefined;
  }
  const owned = ownedRepository(forge.value, place);
  if (owned === undefined) {
    report(
      diagnose(
        'request/repository-path',
        { path: place.path, forge: forgeNames[forge.value] },
        spanOf(repository.git.origin),
        {
          help: 'write the URL that the forge shows for a clone',
        },
      ),
    );
    return undefined;
  }
  if (forge.value === 'gerrit') reportUnused(spec, report);
  const server = serverOf(spec.server, forge, place, targets, report);
  if (server === 'none') return undefined;
  const credentials = spec.credentials ?? server?.credentials;
  const found: LinkedRequests = {
    component,
    spec,
    repository,
    forge,
    ...owned,
    ...(server === undefined ? {} : { server }),
    ...(credentials === undefined ? {} : { credentials }),
    ...marked(component, forge, targets, report),
    ...environmentOf(component, targets, report),
  };
  checkCredentials(found, targets.settings, report);
  checkSecrets(found, report);
  return found;
}

/** What a multibranch job or the builds of own branches need; changes on Gerrit have neither. */
const unusedOnGerrit = ['forks', 'credentials', 'marker', 'secrets', 'environment'] as const;

function reportUnused({ $ }: PullRequests, report: Report): void {
  for (const field of unusedOnGerrit) {
    const place = $.fields.get(field);
    if (place === undefined) continue;
    report(diagnose('request/unused-field', { field }, place.key, { help: 'remove it' }));
  }
}

/** What people call the servers. */
export const forgeNames: Readonly<Record<ForgeKind, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  gerrit: 'Gerrit',
};

/** Returns the server: the named one, else the one on the host of the repository; undefined for a public one. */
function serverOf(
  name: Sourced<string> | undefined,
  forge: Sourced<ForgeKind>,
  { host }: ForgePlace,
  { settings, allowance }: RequestTargets,
  report: Report,
): Forge | undefined | 'none' {
  const candidates = settings.forges.filter(({ type }) => type.value === forge.value);
  if (name !== undefined) {
    const named = candidates.find((candidate) => candidate.name.value === name.value);
    if (named !== undefined) return named;
    report(
      diagnose(
        'request/unknown-server',
        { server: name.value, forge: forgeNames[forge.value] },
        spanOf(name.origin),
        nameHelp(
          name.value,
          candidates,
          `server of type \`${forge.value}\` in \`forges\` of jenkins.bitesize`,
          allowance,
        ),
      ),
    );
    return 'none';
  }
  const onHost = serverOnHost(settings, forge.value, host);
  if (onHost !== undefined) return onHost;
  if (publicHosts[forge.value] === host || host === `www.${publicHosts[forge.value]}`) return undefined;
  report(
    diagnose('request/no-server', { host, forge: forgeNames[forge.value] }, spanOf(forge.origin), {
      help: `add it to \`forges\` of jenkins.bitesize: \`{name: ${forge.value}, type: ${forge.value}, url: https://${host}}\``,
    }),
  );
  return 'none';
}

/** Returns the server of a kind that repositories of a host are on. */
export function serverOnHost({ forges }: Jenkins, kind: ForgeKind, host: string): Forge | undefined {
  return forges.find(({ type, url }) => type.value === kind && hostOfUrl(url.value) === host);
}

/** Jenkins finds branches by a file that they have; the trigger of Gerrit asks for none. */
function marked(
  component: Component,
  forge: Sourced<ForgeKind>,
  { applications }: RequestTargets,
  report: Report,
): { readonly marker?: Sourced<string> } {
  if (forge.value === 'gerrit') return {};
  const marker = component.pull_requests?.marker ?? dockerfileOf(component, applications);
  if (marker !== undefined) return { marker };
  report(
    diagnose('request/no-marker', { component: component.name.value }, component.pull_requests?.$.span, {
      help: 'add `marker` with the path of a file that every branch has, such as `package.json` or `README.md`',
    }),
  );
  return {};
}

/** Returns the Dockerfile of the first application that is built of a component; undefined where none is. */
function dockerfileOf(
  component: Component,
  applications: readonly LinkedApplication[],
): Sourced<string> | undefined {
  const build = applications.find((application) => application.build?.component === component)?.build?.spec;
  if (build === undefined) return undefined;
  const { context, dockerfile } = build;
  const found = repositoryPath(context.value, dockerfile.value);
  return found.ok
    ? sourced(found.path, fromSeveral([dockerfile.origin, context.origin, build.$.origin]))
    : undefined;
}

function environmentOf(
  { pull_requests: spec }: Component,
  { environments, allowance }: RequestTargets,
  report: Report,
): { readonly environment?: LinkedEnvironment } {
  const name = spec?.environment;
  if (name === undefined) return {};
  const environment = environments.find((candidate) => candidate.spec.name.value === name.value);
  if (environment !== undefined) return { environment };
  const specs = environments.map((candidate) => candidate.spec);
  report(
    diagnose(
      'request/unknown-environment',
      { environment: name.value },
      spanOf(name.origin),
      nameHelp(name.value, specs, 'environment', allowance),
    ),
  );
  return {};
}

type CredentialType = Credential['type']['value'];

/** What the plugins take for the API (`Connector`, `GitLabServer`, `BitbucketAuthenticator`, `Config`, read 2026-11). */
export const forgeCredentials: Readonly<Record<ForgeKind, readonly CredentialType[]>> = {
  github: ['username-password'],
  gitlab: ['secret-text'],
  bitbucket: ['username-password', 'secret-text'],
  gerrit: ['ssh-key'],
};

function checkCredentials(requests: LinkedRequests, settings: Jenkins, report: Report): void {
  const { forge, server, spec } = requests;
  // The server of GitLab or Gerrit talks to the API; what a spec names beside it is for checkouts.
  const own = forge.value === 'github' || forge.value === 'bitbucket';
  const used = own ? requests.credentials : server?.credentials;
  if (used === undefined) {
    const where = own
      ? 'to `pull_requests`'
      : `to server \`${server?.name.value}\` in \`forges\` of jenkins.bitesize`;
    report(
      diagnose(
        'request/no-credentials',
        { component: requests.component.name.value, forge: forgeNames[forge.value] },
        spec.$.span,
        {
          help: `add \`credentials\` ${where}, the id of one of type \`${forgeCredentials[forge.value].join('` or `')}\``,
        },
      ),
    );
    return;
  }
  const credentials = [...settings.credentials, ...(absentSpec('jenkins')?.jenkins.credentials ?? [])];
  const defined = credentials.find(({ id }) => id.value === used.value);
  if (defined === undefined || forgeCredentials[forge.value].includes(defined.type.value)) return;
  const { span } = defined.$;
  report(
    diagnose(
      'request/credential-type',
      { name: used.value, type: defined.type.value, forge: forgeNames[forge.value] },
      spanOf(used.origin),
      {
        labels: span === undefined ? [] : [{ span, text: 'defined here' }],
        help: `make it a credential of type \`${forgeCredentials[forge.value].join('` or `')}\``,
      },
    ),
  );
}

/** What pull requests get must be a variable of the component, and nothing of it may reach those of forks. */
function checkSecrets({ component, spec, forge }: LinkedRequests, report: Report): void {
  const bound = component.env.flatMap(({ credentials }) => (credentials === undefined ? [] : [credentials]));
  for (const secret of spec.secrets) {
    if (bound.some(({ value }) => value === secret.value)) continue;
    const ids = bound.map(({ value }) => `\`${value}\``);
    report(
      diagnose(
        'request/unknown-secret',
        { component: component.name.value, secret: secret.value },
        spanOf(secret.origin),
        {
          help:
            ids.length === 0
              ? 'bind it to a variable: `env: [{name: ..., credentials: ...}]`'
              : `variables have ${ids.join(', ')}`,
        },
      ),
    );
  }
  const [leaked] = spec.secrets;
  if (spec.forks.value !== 'secrets' || leaked === undefined || forge.value === 'gerrit') return;
  const label = spanOf(leaked.origin);
  report(
    diagnose(
      'request/fork-secrets',
      { component: component.name.value, secret: leaked.value },
      spanOf(spec.forks.origin),
      {
        labels: label === undefined ? [] : [{ span: label, text: 'the secret' }],
        help: ['write `forks: no-secrets`, or `ignore`', 'or take the secret out of `secrets`'],
      },
    ),
  );
}

/** Returns the names of the environments that are for pull requests alone. */
export function previewNames(requests: readonly LinkedRequests[]): ReadonlySet<string> {
  return new Set(requests.flatMap(({ environment }) => (environment ? [environment.spec.name.value] : [])));
}

/** Returns the name of the job that builds the pull requests of a component. */
export function requestJobName({ name, pull_requests: spec }: Component): Sourced<string> {
  const origin = spec === undefined ? name.origin : fromSeveral([name.origin, spec.$.origin]);
  return sourced(`${name.value}-pull-requests`, origin);
}

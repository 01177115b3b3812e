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
import { isFolderPath, repositoryPath } from '../util/repository-path.ts';
import type { SuggestionAllowance } from '../util/suggestion.ts';
import { nameHelp } from './names.ts';
import type { LinkedApplication, LinkedEnvironment, LinkedRequests } from './project.ts';
import type { UnreadPart } from './unread-part.ts';

/** What pull requests of components refer to. */
interface RequestTargets {
  readonly settings: Jenkins;
  /** The files with errors, where what is not found may only be misspelt. */
  readonly unread: ReadonlySet<UnreadPart>;
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
  if (forge === undefined && repository.$.fields.has('forge')) return undefined;
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
    ...environmentOf(component, forge, targets, report),
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
  { settings, unread, allowance }: RequestTargets,
  report: Report,
): Forge | undefined | 'none' {
  const candidates = settings.forges.filter(({ type }) => type.value === forge.value);
  if (name !== undefined) {
    const named = candidates.find((candidate) => candidate.name.value === name.value);
    if (named !== undefined) return named;
    if (unread.has('jenkins')) return 'none';
    const other = settings.forges.find((candidate) => candidate.name.value === name.value);
    report(
      diagnose(
        'request/unknown-server',
        { server: name.value, forge: forgeNames[forge.value] },
        spanOf(name.origin),
        other === undefined
          ? nameHelp(
              name.value,
              candidates,
              `server of type \`${forge.value}\` in \`forges\` of jenkins.bitesize`,
              allowance,
            )
          : otherServer(other, forge),
      ),
    );
    return 'none';
  }
  const onHost = serverOnHost(settings, forge.value, host);
  if (onHost !== undefined) return onHost;
  if (publicHosts[forge.value] === host || host === `www.${publicHosts[forge.value]}`) return undefined;
  if (unread.has('jenkins')) return 'none';
  report(
    diagnose('request/no-server', { host, forge: forgeNames[forge.value] }, spanOf(forge.origin), {
      help: `add it to \`forges\` of jenkins.bitesize: \`{name: ${forge.value}, type: ${forge.value}, url: https://${host}}\``,
    }),
  );
  return 'none';
}

/** Returns what to do about a server of another type than the repository is on. */
function otherServer({ name, type }: Forge, forge: Sourced<ForgeKind>) {
  const span = spanOf(name.origin);
  return {
    labels: span === undefined ? [] : [{ span, text: `a server of type \`${type.value}\`` }],
    help: `name a server of type \`${forge.value}\`, or write \`forge: ${type.value}\` beside \`git\``,
  };
}

/** Returns the server of a kind that repositories of a host are on. */
export function serverOnHost({ forges }: Jenkins, kind: ForgeKind, host: string): Forge | undefined {
  return forges.find(({ type, url }) => type.value === kind && hostOfUrl(url.value) === host);
}

/** Jenkins finds branches by a file that they have; the trigger of Gerrit asks for none. */
function marked(
  component: Component,
  forge: Sourced<ForgeKind>,
  { applications, unread }: RequestTargets,
  report: Report,
): { readonly marker?: Sourced<string> } {
  if (forge.value === 'gerrit') return {};
  const written = component.pull_requests?.marker;
  if (written !== undefined) checkMarker(written, report);
  const marker = written ?? dockerfileOf(component, applications);
  if (marker !== undefined) return { marker };
  // It may be built by an application with a mistake, which is told there.
  if (unread.has('application') || applications.some(isUnlinked)) return {};
  report(
    diagnose('request/no-marker', { component: component.name.value }, component.pull_requests?.$.span, {
      help: 'add `marker` with the path of a file that every branch has, such as `package.json` or `README.md`',
    }),
  );
  return {};
}

/** The plugins ask the forge for a file of this very path; what no branch can have ends all builds without a word. */
function checkMarker(marker: Sourced<string>, report: Report): void {
  const problem = markerProblem(marker.value);
  if (problem === undefined) return;
  report(
    diagnose('request/marker', { marker: marker.value, problem }, spanOf(marker.origin), {
      help: 'write the path of one file that every branch has, from the top of the repository, such as `package.json`',
    }),
  );
}

function markerProblem(path: string): string | undefined {
  const found = repositoryPath('', path);
  if (!found.ok) return found.problem;
  if (isFolderPath(path)) return 'is a folder, not a file';
  if (/[*?]/.test(path)) return 'is a pattern, and is looked for as it is written';
  return found.path === path
    ? undefined
    : 'has `.`, `..` or an empty part in it, which paths of git have not';
}

/** Whether an application is built of a component that was not found, or does not say of what it is made. */
function isUnlinked({ spec, build }: LinkedApplication): boolean {
  return build === undefined && (spec.build !== undefined || spec.runtime === undefined);
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
  forge: Sourced<ForgeKind>,
  { environments, unread, allowance }: RequestTargets,
  report: Report,
): { readonly environment?: LinkedEnvironment } {
  const name = spec?.environment;
  if (name === undefined || forge.value === 'gerrit') return {};
  const environment = environments.find((candidate) => candidate.spec.name.value === name.value);
  if (environment !== undefined) return { environment };
  if (unread.has('environments')) return {};
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
  const known = previewsOf.get(requests);
  if (known !== undefined) return known;
  const names = new Set(
    requests.flatMap(({ environment }) => (environment ? [environment.spec.name.value] : [])),
  );
  previewsOf.set(requests, names);
  return names;
}

/** Every image of a project asks. */
const previewsOf = new WeakMap<readonly LinkedRequests[], ReadonlySet<string>>();

/** Returns the name of the job that builds the pull requests of a component. */
export function requestJobName({ name, pull_requests: spec }: Component): Sourced<string> {
  const origin = spec === undefined ? name.origin : fromSeveral([name.origin, spec.$.origin]);
  return sourced(`${name.value}-pull-requests`, origin);
}

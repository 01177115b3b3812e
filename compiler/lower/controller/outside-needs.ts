import type { Component } from '../../../schema/generated/located.ts';
import { commitStatusOf } from '../../link/commit-status.ts';
import type { LinkedRequests, Project } from '../../link/project.ts';
import type { OutsideNeeds } from '../../model/controller/outside-needs.ts';
import { fromSeveral } from '../../text/origin.ts';
import { joined, plainValue } from '../../text/traced-text.ts';
import type { ForgeKind } from '../../util/forge-place.ts';
import { folderPath } from '../jobs/job-scope.ts';

type Hook = OutsideNeeds['hooks'][number];
type Token = OutsideNeeds['tokens'][number];

/** What the plugins of forges are called with, and what for (their sources, read 2026-11). */
const requestHooks: Readonly<Record<Exclude<ForgeKind, 'gerrit'>, Pick<Hook, 'path' | 'events'>>> = {
  github: { path: 'github-webhook/', events: 'Pull requests, Pushes' },
  gitlab: { path: 'gitlab-webhook/post', events: 'Merge request events' },
  bitbucket: { path: 'bitbucket-scmsource-hook/notify', events: 'all of pull requests' },
};

/** What an account needs to read pull requests and to report their results. */
const requestRights: Readonly<Record<ForgeKind, string>> = {
  github: 'Contents and Pull requests: read; Commit statuses: write (a classic token: `repo`)',
  gitlab: 'the scope `api`, as Maintainer where Jenkins makes the webhook',
  bitbucket: 'Repositories and Pull requests: read; for a Data Center also Repository admin, for the webhook',
  gerrit: '`Stream Events`, Read on the project, and Label `Verified`',
};

const statusRights: Readonly<Record<Exclude<ForgeKind, 'gerrit'>, string>> = {
  github: 'Commit statuses: write (a classic token: `repo:status`)',
  gitlab: 'the scope `api`, as Developer',
  bitbucket: 'Repositories: read',
};

/** Returns which webhooks and tokens the forges, the registries and the messengers of a project have to give. */
export function outsideNeeds(project: Project): OutsideNeeds {
  const { components, requests, settings } = project;
  const isCalled = settings.pipeline.webhook.value;
  const hooks = isCalled
    ? [
        ...components.flatMap((component) => pushHook(project, component)),
        ...requests.flatMap((linked) => requestHook(project, linked)),
      ]
    : [];
  const tokens = [
    ...requests.flatMap(requestToken),
    ...components.flatMap((component) => statusToken(project, component)),
    ...components.flatMap(publishTokens),
    ...slackToken(project),
  ];
  return { hooks: distinctBy(hooks, hookKey), tokens: distinctBy(tokens, tokenKey) };
}

function hookKey({ repository, path }: Hook): string {
  return `${repository.value} ${plainValue(path)}`;
}

function tokenKey({ credentials, usedBy }: Token): string {
  return `${credentials.value} ${plainValue(usedBy)}`;
}

function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/** The other repositories call the git plugin. */
function pushHook({ settings }: Project, { name, repository }: Component): readonly Hook[] {
  const forge = repository?.forge;
  if (repository === undefined || forge === undefined || forge.value === 'gerrit') return [];
  const job = [...folderPath(settings).split('/'), name.value].filter((part) => part !== '');
  const paths = {
    github: { path: 'github-webhook/', events: 'Pushes' },
    gitlab: { path: `project/${job.map(encodeURIComponent).join('/')}`, events: 'Push events' },
    bitbucket: { path: 'bitbucket-hook/', events: 'Pushes' },
  };
  const origin = fromSeveral([settings.pipeline.webhook.origin, forge.origin, name.origin]);
  return [{ repository: repository.git, ...paths[forge.value], byJenkins: false, origin }];
}

function requestHook(
  { settings }: Project,
  { repository, forge, server, spec }: LinkedRequests,
): readonly Hook[] {
  if (forge.value === 'gerrit') return [];
  const byJenkins = forge.value === 'gitlab' || (forge.value === 'bitbucket' && server !== undefined);
  const origin = fromSeveral([settings.pipeline.webhook.origin, spec.$.origin, forge.origin]);
  return [{ repository: repository.git, ...requestHooks[forge.value], byJenkins, origin }];
}

function requestToken({ component, credentials, server, forge, spec }: LinkedRequests): readonly Token[] {
  const used = forge.value === 'gitlab' || forge.value === 'gerrit' ? server?.credentials : credentials;
  if (used === undefined) return [];
  const origin = fromSeveral([used.origin, spec.$.origin, forge.origin]);
  const usedBy = joined`pull requests of ${component.name}`;
  return [{ credentials: used, usedBy, rights: requestRights[forge.value], origin }];
}

function statusToken({ settings }: Project, component: Component): readonly Token[] {
  const status = commitStatusOf(component, settings);
  if (status === undefined || 'problem' in status) return [];
  const { credentials, forge } = status;
  const origin = fromSeveral([credentials.origin, component.commit_status.origin, forge.origin]);
  const usedBy = joined`the status of commits of ${component.name}`;
  return [{ credentials, usedBy, rights: statusRights[forge.value], origin }];
}

function publishTokens({ name, publish }: Component): readonly Token[] {
  return publish.map(({ type, url, credentials, $ }) => ({
    credentials,
    usedBy: joined`what ${name} publishes (${type})`,
    rights: joined`may write to ${url}`,
    origin: fromSeveral([credentials.origin, $.origin]),
  }));
}

function slackToken({ settings: { slack } }: Project): readonly Token[] {
  if (slack === undefined) return [];
  const { credentials, bot_user: isBot, $ } = slack;
  const rights = isBot.map((bot) =>
    bot ? 'the scope `chat:write`, as a member of the channels' : 'the token of the app Jenkins CI',
  );
  const origin = fromSeveral([credentials.origin, $.origin]);
  return [{ credentials, usedBy: 'messages in Slack', rights, origin }];
}

import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareText } from '../util/compare-text.ts';
import { getConfig, getJson, isObject, objectsIn, textIn } from './answers.ts';
import type { JenkinsClient } from './jenkins-client.ts';
import type { Listing } from './list-items.ts';
import { itemPath } from './server-address.ts';
import { endsAll, reasonOf, type ServerFailure } from './server-failure.ts';

/** A plugin as it is installed. */
export interface InstalledPlugin {
  readonly name: string;
  readonly version: string;
  readonly isEnabled: boolean;
}

/** A label and the nodes that have it. Each node has a label of its own name, too. */
export interface NodeLabel {
  readonly name: string;
  readonly nodes: readonly string[];
}

/** A credential: never what is in it. */
export interface ListedCredential {
  readonly id: string;
  /** As it is shown, such as `Username with password`. */
  readonly kind: string;
  readonly description: string;
  /** The folder whose store it is in; empty for that of the whole server. */
  readonly folder: string;
  /** `_` is the domain of everything. */
  readonly domain: string;
}

/** A view of the root with its configuration. Those of folders stand in the configurations of these. */
export interface ServerView {
  readonly name: string;
  readonly class: string;
  readonly isPrimary: boolean;
  readonly xml: string;
  readonly place: string;
}

/** What a server has beside its jobs. A list is undefined where it may not be seen, or was not asked for. */
export interface ServerFacts {
  /** The version of Jenkins; undefined when a proxy takes the header away. */
  readonly version: string | undefined;
  readonly plugins: readonly InstalledPlugin[] | undefined;
  readonly labels: readonly NodeLabel[] | undefined;
  readonly credentials: readonly ListedCredential[] | undefined;
  readonly views: readonly ServerView[];
  /** What is shown above the list of jobs; empty when nothing is. */
  readonly systemMessage: string;
}

/** Takes what goes wrong; returns whether to go on. */
type OnFailure = (what: string, failure: ServerFailure) => boolean;

/** The most bytes of a view. */
const MOST_OF_VIEW = 16 * 1024 * 1024;

/**
 * Returns what a server has beside its jobs; undefined when it was ended. What the login may not see is told as a warning,
 * what failed otherwise as an error; both go to `report`.
 */
export async function readFacts(
  client: JenkinsClient,
  {
    root,
    version,
    folders,
    credentials: isAsked,
  }: {
    readonly root: Listing;
    readonly version: string | undefined;
    readonly folders: readonly string[];
    readonly credentials: boolean;
  },
  report: (finding: Diagnostic) => void,
  onEnd: (failure: ServerFailure) => void,
): Promise<ServerFacts | undefined> {
  let isEnded = false;
  const onFailure: OnFailure = (what, failure) => {
    if (isEnded) return false;
    if (endsAll(failure)) {
      isEnded = true;
      onEnd(failure);
    } else report(factFinding(client.user, what, failure));
    return !isEnded;
  };
  const [plugins, labels, credentials, views] = await Promise.all([
    readPlugins(client, onFailure),
    readLabels(client, onFailure),
    isAsked ? readCredentials(client, folders, onFailure) : undefined,
    readViews(client, root, onFailure),
  ]);
  if (isEnded) return undefined;
  return { version, plugins, labels, credentials, views, systemMessage: textIn(root.data, 'description') };
}

function factFinding(user: string | undefined, what: string, failure: ServerFailure): Diagnostic {
  if (failure.kind !== 'forbidden' && failure.kind !== 'missing')
    return diagnose('server/unread', { item: what, reason: reasonOf(failure) }, undefined);
  const permission = failure.kind === 'forbidden' ? failure.permission : undefined;
  const lack = permission === undefined ? [] : [`the permission \`${permission}\` is missing`];
  return diagnose('server/few-rights', { user: userName(user), what }, undefined, {
    help: [
      ...lack,
      'jobs that it may not see are left out by Jenkins without a sign: ask with a user who may see all',
    ],
  });
}

/** Returns how a user is called in a message. */
export function userName(user: string | undefined): string {
  return user === undefined ? 'a visitor without a login' : `user \`${user}\``;
}

async function readPlugins(
  client: JenkinsClient,
  onFailure: OnFailure,
): Promise<readonly InstalledPlugin[] | undefined> {
  const asked = await getJson(client, '/pluginManager/api/json?tree=plugins%5BshortName,version,enabled%5D');
  if (!asked.ok) {
    onFailure('the list of plugins', asked.failure);
    return undefined;
  }
  return objectsIn(asked.value.data, 'plugins')
    .map((plugin) => ({
      name: textIn(plugin, 'shortName'),
      version: textIn(plugin, 'version'),
      isEnabled: plugin.enabled !== false,
    }))
    .filter(({ name }) => name !== '')
    .sort((a, b) => compareText(a.name, b.name));
}

async function readLabels(
  client: JenkinsClient,
  onFailure: OnFailure,
): Promise<readonly NodeLabel[] | undefined> {
  const tree = 'computer%5BdisplayName,assignedLabels%5Bname%5D%5D';
  const asked = await getJson(client, `/computer/api/json?tree=${tree}`);
  if (!asked.ok) {
    onFailure('the nodes and their labels', asked.failure);
    return undefined;
  }
  const nodes = new Map<string, string[]>();
  for (const computer of objectsIn(asked.value.data, 'computer'))
    for (const label of objectsIn(computer, 'assignedLabels')) {
      const name = textIn(label, 'name');
      if (name !== '') nodes.set(name, [...(nodes.get(name) ?? []), textIn(computer, 'displayName')]);
    }
  return [...nodes]
    .map(([name, of]) => ({ name, nodes: of.sort(compareText) }))
    .sort((a, b) => compareText(a.name, b.name));
}

/**
 * The stores of the server and of its folders, domain by domain. That nobody may see a store and that there is none is one
 * answer (404); it is told once for the server, and for a folder not at all: most have no store.
 */
async function readCredentials(
  client: JenkinsClient,
  folders: readonly string[],
  onFailure: OnFailure,
): Promise<readonly ListedCredential[] | undefined> {
  const system = await readStore(client, '', onFailure);
  const others = await Promise.all(folders.map((folder) => readStore(client, folder, onFailure)));
  const seen = [system, ...others].filter((store) => store !== undefined);
  return seen.length === 0 ? undefined : seen.flat();
}

async function readStore(
  client: JenkinsClient,
  folder: string,
  onFailure: OnFailure,
): Promise<readonly ListedCredential[] | undefined> {
  const store = `${itemPath(folder)}/credentials/store/${folder === '' ? 'system' : 'folder'}`;
  const what = folder === '' ? 'the credentials' : `the credentials of folder \`${folder}\``;
  const asked = await getJson(client, `${store}/api/json`);
  if (!asked.ok) {
    if (folder === '' || asked.failure.kind !== 'missing') onFailure(what, asked.failure);
    return undefined;
  }
  const { domains: named } = asked.value.data;
  const domains = isObject(named) ? Object.keys(named).filter((name) => !/^\.{0,2}$/.test(name)) : ['_'];
  const lists = await Promise.all(
    domains.map(async (domain): Promise<readonly ListedCredential[]> => {
      const path = `${store}/domain/${encodeURIComponent(domain)}/api/json`;
      const list = await getJson(client, `${path}?tree=credentials%5Bid,typeName,description%5D`);
      if (!list.ok) {
        onFailure(what, list.failure);
        return [];
      }
      return objectsIn(list.value.data, 'credentials')
        .map((each) => ({
          id: textIn(each, 'id'),
          kind: textIn(each, 'typeName'),
          description: textIn(each, 'description'),
          folder,
          domain,
        }))
        .filter(({ id }) => id !== '');
    }),
  );
  return lists.flat();
}

async function readViews(
  client: JenkinsClient,
  root: Listing,
  onFailure: OnFailure,
): Promise<readonly ServerView[]> {
  const views = await Promise.all(
    root.views.map(async (view): Promise<readonly ServerView[]> => {
      const path = `/view/${encodeURIComponent(view.name)}`;
      const asked = await getConfig(client, path, MOST_OF_VIEW);
      if (asked.ok) return [{ ...view, xml: asked.value, place: `${client.address.url}${path}/config.xml` }];
      onFailure(`view \`${view.name}\``, asked.failure);
      return [];
    }),
  );
  return views.flat();
}

import type { InitScript } from '../../../model/controller/scripts/init-script.ts';
import type { Credential } from '../../../model/controller/secret-key.ts';
import { compareVersionTexts } from '../../../plugins/compare-versions.ts';
import { decidingOrigin, fromDefault, fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { agentCloud, seedsFolder } from '../../hosted-names.ts';
import { lowerAgents } from '../agents/lower-agents.ts';
import { type ControllerScope, reportDuplicates } from '../controller-scope.ts';
import type { ControllerUrl } from '../controller-url.ts';
import { lowerCredentials } from '../credentials.ts';
import { credentialEntries } from '../default-entries.ts';
import { forgesScripts } from './forges-script.ts';

/** Returns the scripts that set up the controller itself: address, variables, mail, credentials, hosts, agents. */
export function lowerSystemScripts(scope: ControllerScope, url: ControllerUrl): readonly InitScript[] {
  const credentials = lowerCredentials(scope);
  return [
    systemScript(scope, url),
    ...variablesScripts(scope),
    ...mailScripts(scope),
    ...slackScripts(scope),
    ...ownCredentialsScripts(scope, credentials),
    ...knownHostsScripts(scope),
    ...forgesScripts(scope, credentials),
    agentsScript(scope, url),
  ];
}

function systemScript({ settings, project }: ControllerScope, { url }: ControllerUrl): InitScript {
  const { admin_email, system_message, content_security_policy: policy, version } = settings;
  const message = sourced(
    `Jenkins of ${project.name.value}. Its configuration is generated: what is changed here is lost at the next start.`,
    fromSeveral([fromDefault('jenkins.system_message'), project.name.origin]),
  );
  return {
    kind: 'system',
    name: '20-system',
    purpose: 'Sets the address and the message of Jenkins, and keeps builds off the controller.',
    origin: builtInExecutors.origin,
    needs: [],
    url,
    ...(admin_email === undefined ? {} : { adminEmail: admin_email }),
    systemMessage: system_message ?? message,
    executors: builtInExecutors,
    agentPort: sourced(50000, fromPolicy('The port of the official image for agents.')),
    ...(compareVersionTexts(version.value, FIRST_WITH_POLICY) < 0
      ? {}
      : { enforcePolicy: policy.map((value) => value === 'enforce') }),
  };
}

/** The first LTS line whose core has `CspConfiguration`, which came with 2.539. */
const FIRST_WITH_POLICY = '2.541';

/** No build runs on the controller: it could read every secret there. */
export const builtInExecutors = sourced(
  0,
  fromPolicy('A build on the controller could read every secret of Jenkins.'),
);

function variablesScripts(scope: ControllerScope): readonly InitScript[] {
  const { env } = scope.settings;
  const names = env.map((entry) => entry.name);
  reportDuplicates(scope, 'variable', names);
  const first = env[0];
  if (first === undefined) return [];
  return [
    {
      kind: 'variables',
      name: '22-variables',
      purpose: 'Sets the environment variables of all builds.',
      origin: fromSeveral(env.map((entry) => entry.$.origin)),
      needs: [],
      variables: env.map(({ name, value }) => ({ name, value })),
    },
  ];
}

function mailScripts({ settings: { mail } }: ControllerScope): readonly InitScript[] {
  if (mail === undefined) return [];
  const { origin } = mail.$;
  const { secret, username_key, password_key } = mail;
  const login = secret && {
    username: { secret, key: username_key },
    password: { secret, key: password_key },
  };
  return [
    {
      kind: 'mail',
      name: '24-mail',
      purpose: 'Sets the mail server.',
      origin,
      needs: [{ id: 'mailer', reason: 'sends mails by the mail server of the settings', origin }],
      host: mail.host,
      port: mail.port,
      tls: mail.tls,
      ssl: mail.ssl,
      replyTo: mail.reply_to ?? sourced('', fromDefault('jenkins.mail.reply_to')),
      suffix: mail.suffix,
      ...(login === undefined ? {} : { login }),
    },
  ];
}

function slackScripts({ settings: { slack }, role }: ControllerScope): readonly InitScript[] {
  // On a shared controller each message names the workspace of its project.
  if (slack === undefined || role !== 'own') return [];
  const { origin } = slack.$;
  return [
    {
      kind: 'slack',
      name: '25-slack',
      purpose: 'Sets the workspace of Slack.',
      origin,
      needs: [{ id: 'slack', reason: 'sends messages to the workspace of the settings', origin }],
      workspace: slack.workspace,
      credentials: slack.credentials,
      botUser: slack.bot_user,
    },
  ];
}

const credentialPlugins = {
  'ssh-key': { id: 'ssh-credentials', reason: 'keeps ssh keys for git' },
  'username-password': { id: 'credentials', reason: 'keeps user names and passwords' },
  'secret-text': { id: 'plain-credentials', reason: 'keeps secret texts' },
  file: { id: 'plain-credentials', reason: 'keeps secret files' },
} as const;

/**
 * Returns the script of the credentials of a controller. On a shared one, whose own credentials no job may use, the one
 * of the seed jobs is in the folder of those.
 */
function ownCredentialsScripts(
  scope: ControllerScope,
  credentials: readonly Credential[],
): readonly InitScript[] {
  if (scope.role !== 'shared') return [credentialsScript(scope, credentials)];
  const ofSeeds = scope.settings.seed.credentials.value;
  const forSeeds = credentials.filter(({ id }) => id.value === ofSeeds);
  const others = credentials.filter(({ id }) => id.value !== ofSeeds);
  return [
    ...(others.length === 0 ? [] : [credentialsScript(scope, others)]),
    ...(forSeeds.length === 0
      ? []
      : [
          {
            ...credentialsScript(
              scope,
              forSeeds.map((credential) => ({ ...credential, scope: credential.scope.map(() => 'GLOBAL') })),
            ),
            name: '56-seeds-credentials',
            purpose: 'Adds the credential of the seed jobs to their folder, or brings it up to date.',
            folder: seedsFolder,
          },
        ]),
  ];
}

/** Returns the script that adds credentials. */
export function credentialsScript(
  scope: ControllerScope,
  credentials: readonly Credential[],
): Extract<InitScript, { kind: 'credentials' }> {
  const origin = fromSeveral(credentialEntries(scope.settings).map(({ $ }) => $.origin));
  return {
    kind: 'credentials',
    name: '30-credentials',
    purpose: 'Adds the credentials, or brings them up to date.',
    origin,
    needs: [
      { id: 'credentials', reason: 'keeps the credentials of jobs', origin },
      ...credentials.map((credential) => ({
        ...credentialPlugins[credential.kind],
        origin: credential.origin,
      })),
    ],
    credentials,
  };
}

function knownHostsScripts({ settings: { known_hosts } }: ControllerScope): readonly InitScript[] {
  const origin = fromPolicy('A git server that shows another key is not the one that is meant.');
  return [
    {
      kind: 'known-hosts',
      name: '32-known-hosts',
      purpose: 'Sets the host keys of git servers; a server with another key is refused.',
      origin,
      needs: [{ id: 'git-client', reason: 'checks the host keys of git servers', origin }],
      hosts: known_hosts,
    },
  ];
}

/** Returns the script that makes the cloud of the agents. */
export function agentsScript(
  scope: ControllerScope,
  { pathPrefix }: ControllerUrl,
): Extract<InitScript, { kind: 'agents' }> {
  const { names, settings } = scope;
  const { hosting } = scope.project;
  // The pod of an own Jenkins knows its namespace; agents of a project on a shared one are never in that.
  const agentNamespace = hosting === undefined ? settings.kubernetes.agent_namespace : names.agentNamespace;
  const agents = lowerAgents(scope);
  const origin = decidingOrigin(agents.map((agent) => agent.origin));
  return {
    kind: 'agents',
    name: '40-agents',
    purpose: 'Starts agents as pods.',
    origin,
    needs: [{ id: 'kubernetes', reason: 'starts agents as pods', origin }],
    cloud: agentCloud(scope.project),
    isRestricted: scope.role !== 'own',
    ...(agentNamespace === undefined ? {} : { agentNamespace }),
    namespace: names.namespace,
    service: names.name,
    agentService: names.agentService,
    agentPort: names.agentPort,
    pathPrefix,
    podLabel: names.agentLabel,
    agents,
  };
}

import type { Agent } from '../../compiler/model/controller/agent.ts';
import type { InitScript } from '../../compiler/model/controller/scripts/init-script.ts';
import type { Credential, SecretKey } from '../../compiler/model/controller/secret-key.ts';
import { printYaml } from '../../compiler/print/yaml.ts';
import { commonOrigin, fromPolicy } from '../../compiler/text/origin.ts';
import { type Sourced, sourced } from '../../compiler/text/sourced.ts';
import { TracedText, type Valued } from '../../compiler/text/traced-text.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';

/** Statements of one method: some hundred bytes of byte code each, so that none comes near the 64 KB of a method. */
const size = 50;

/** A piece of a long list, with a number for the name of its method. */
interface Part<T> {
  readonly number: number;
  readonly items: readonly T[];
}

/** Returns a list in pieces that each fit into one method of a class file. */
function parts<T>(items: readonly T[]): readonly Part<T>[] {
  const result: Part<T>[] = [];
  for (let start = 0; start < items.length; start += size) {
    result.push({ number: result.length + 1, items: items.slice(start, start + size) });
  }
  return result;
}

/** Start of the names by which the scripts tell each other in their shared binding that they ran to their end. */
const markerPrefix = 'bitesize.';

/** Name by which the script of the seed job tells the one of its first build that it changed what the job does. */
function changedMarker({ name, part }: InitScript): string {
  return part === undefined
    ? 'bitesize.seed-job-changed'
    : `${scriptMarker(name.replace(/\.[^.]*$/, ''))}.seed-job-changed`;
}

/** Returns the name by which a script says that it ran to its end. */
function scriptMarker(name: string): string {
  return `${markerPrefix}${name}`;
}

/** Returns what the template of a script is rendered with: every name that it uses, also those without a value. */
export function scriptData(script: InitScript): object {
  const common = {
    ...script,
    part: script.part,
    marker: scriptMarker(script.name),
    failure: `${script.name}: `,
  };
  switch (script.kind) {
    case 'guard':
      return {
        ...common,
        lastMarker: scriptMarker('99-verify'),
        message: `${script.name}: 99-verify did not pass, so Jenkins stops`,
      };
    case 'accounts':
      return {
        ...common,
        admin: { name: keyData(script.admin.name), password: keyData(script.admin.password) },
        parts: parts(script.users),
        seedUser: script.seedUser,
      };
    case 'matrix':
      return { ...common, admin: keyData(script.admin), parts: parts(script.grants) };
    case 'project-folder':
      return { ...common, account: script.account };
    case 'project-rights':
      return {
        ...common,
        parts: parts(script.grants),
        markerPrefix,
        changedMarker: changedMarker(script),
        passed: script.part.map((folder) => `${script.name}: the project ${folder} is set up`),
      };
    case 'ldap':
      return {
        ...common,
        managerDn: script.managerDn ?? sourced('', script.origin),
        managerPassword: script.managerPassword,
      };
    case 'system':
      return { ...common, adminEmail: script.adminEmail, enforcePolicy: script.enforcePolicy };
    case 'variables':
      return { ...common, parts: parts(script.variables) };
    case 'mail':
      return { ...common, port: script.port.map(String), login: script.login };
    case 'credentials':
      return {
        ...common,
        folder: script.folder,
        uses: credentialKinds(script.credentials),
        parts: parts(script.credentials.map(credentialData)),
      };
    case 'known-hosts':
      return { ...common, hosts: joinLines(script.hosts) };
    case 'agents':
      return {
        ...common,
        agentNamespace: script.agentNamespace,
        serviceDot: script.service.map((name) => `${name}.`),
        agentServiceDot: script.agentService.map((name) => `${name}.`),
        agentPortSuffix: script.agentPort.map((port) => `:${port}`),
        agents: script.agents.map((agent, index) => ({
          ...agentData(agent, index),
          isRestricted: script.isRestricted,
        })),
      };
    case 'seed-job':
      return {
        ...common,
        repository: script.repository ?? null,
        folder: script.folder,
        runsAsUser: script.runAs !== undefined,
        adminName: script.runAs?.kind === 'admin' ? keyData(script.runAs.name) : undefined,
        account: script.runAs?.kind === 'account' ? script.runAs.name : undefined,
        adminOrigin: script.runAs?.kind === 'admin' ? script.runAs.origin : undefined,
        userOrigin: script.runAs?.kind === 'account' ? script.runAs.name.origin : script.origin,
        credentials: script.credentials.value === '' ? null : script.credentials,
        polled: script.poll.value.trim() !== '' || (script.webhook.value && !script.github.value),
        pushed: script.github.value,
        ignoreHooks: script.webhook.map((webhook) => !webhook),
        description: sourced(
          'Makes the other jobs from the Job DSL of the seed repository. Generated: what is changed here is lost.',
          fromPolicy('Says to people that the job is generated.'),
        ),
        changedMarker: changedMarker(script),
      };
    case 'first-build':
      return { ...common, changedMarker: changedMarker(script) };
    case 'verify':
      return { ...common, markerPrefix, passed: `${script.name}: Jenkins is set up` };
    case 'forges':
      return {
        ...common,
        uses: {
          github: script.github.length > 0,
          gitlab: script.gitlab.length > 0,
          bitbucket: script.bitbucket.length > 0,
          gerrit: script.gerrit.length > 0,
        },
        gitlab: script.gitlab.map((server) => ({ ...server, credentials: server.credentials ?? '' })),
        bitbucket: script.bitbucket.map((server) => ({ ...server, credentials: server.credentials ?? null })),
      };
    case 'build-users':
    case 'seeds-folder':
    case 'security':
    case 'addresses':
    case 'oidc':
    case 'job-dsl-security':
    case 'slack':
    case 'run-as':
    case 'image-jobs':
    case 'casc':
    case 'own-scripts':
      return common;
    default:
      return assertNever(script);
  }
}

/** Returns texts one a line, each with its own origin. */
function joinLines(texts: readonly Sourced<string>[]): TracedText {
  return new TracedText(
    texts.map(({ value }) => value).join('\n'),
    texts.map(({ origin }, line) => ({ first: line, last: line, origin })),
  );
}

function keyData({ secret, key, variable }: SecretKey): object {
  return { secret, key, variable: variable ?? null };
}

/** Returns what an agent's method is rendered with. The pod becomes YAML, the form that the plugin takes it in. */
function agentData(agent: Agent, index: number): object {
  return {
    ...agent,
    number: index + 1,
    // What the plugin takes for "no limit" (PodTemplate.instanceCap).
    namespace: agent.namespace ?? null,
    instanceCap: agent.instanceCap ?? 2147483647,
    yaml: printYaml(agent.pod),
  };
}

/** Returns what a credential's call is rendered with. */
function credentialData(credential: Credential): object {
  switch (credential.kind) {
    case 'ssh-key': {
      const { privateKey, passphrase } = credential;
      return {
        ...credential,
        ...user(credential),
        privateKey: { ...privateKey, variable: privateKey.variable ?? null },
        passphrase,
      };
    }
    case 'username-password':
      return { ...credential, ...user(credential) };
    case 'secret-text':
    case 'file':
      return credential;
    default:
      return assertNever(credential);
  }
}

/** Returns which kinds of credentials there are: a script only imports classes that it uses. */
function credentialKinds(credentials: readonly Credential[]): Readonly<Record<string, Valued<boolean>>> {
  const has = (kind: Credential['kind']): Valued<boolean> => {
    const found = credentials.filter((credential) => credential.kind === kind);
    const origin = commonOrigin(found.map((credential) => credential.origin));
    return origin === undefined ? found.length > 0 : sourced(true, origin);
  };
  return {
    sshKey: has('ssh-key'),
    login: has('username-password'),
    text: has('secret-text'),
    file: has('file'),
  };
}

function user({ username }: Extract<Credential, { username: unknown }>): object {
  return username.kind === 'secret'
    ? { userSecret: username.name, userName: undefined }
    : { userSecret: undefined, userName: username.name };
}

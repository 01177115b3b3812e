import { type Controller, mountedSecretNames } from '../../../compiler/model/controller/controller.ts';
import type { AgentPods } from '../../../compiler/model/controller/controller-deployment.ts';
import {
  appliedObjects,
  deployedObjects,
  type EnvironmentIr,
} from '../../../compiler/model/kubernetes/environment.ts';
import { mergedNeeds, neededObjects } from '../../../compiler/model/kubernetes/needed-objects.ts';
import { oneLine } from '../../../compiler/print/lines.ts';
import { fromSeveral } from '../../../compiler/text/origin.ts';
import type { Sourced } from '../../../compiler/text/sourced.ts';
import { joined, joinTexts, mapValue, plainValue, type Valued } from '../../../compiler/text/traced-text.ts';
import { groupBy } from '../../../compiler/util/group-by.ts';
import { firstBuildData } from './first-build-data.ts';
import { neededKinds } from './needed-kinds.ts';
import { accessData, explainedSecrets } from './secrets-data.ts';
import { reachedFrom, whatItTakes } from './what-it-takes.ts';

/** Returns what the guide is rendered with. */
export function readmeData(
  controller: Controller,
  environments: readonly EnvironmentIr[],
  imageTag: Sourced<string>,
): object {
  const { project, url, image, deployment, seedMode, pathPrefix } = controller;
  const { namespace, agents, ingress, backup, name, privilegedNamespace, agentNamespace } = deployment;
  const { agentNamespaces, startupMinutes, pullSecrets } = deployment;
  const needed = neededData(controller, environments);
  const accounts = agents
    .filter(({ ownAccount }) => !ownAccount)
    .map((agent) => joined`${agent.serviceAccount} in ${agent.namespace}`);
  return {
    project,
    url,
    name,
    namespace,
    image: mapValue(joined`${image.repository}:${image.version}-${imageTag}`, oneLine),
    repository: image.repository,
    pathPrefix,
    startupMinutes: startupMinutes.map(String),
    pullSecrets: filled(pullSecrets),
    agentNamespaces: filled(agentNamespaces),
    takes: whatItTakes(controller, environments),
    ...reachedFrom(controller, environments),
    ...firstBuildData(controller, environments),
    ...outsideData(controller),
    ...accessData(controller),
    secrets: explainedSecrets(controller),
    ownHost: ingress?.host,
    tlsSecret: ingress?.tls.value === true ? ingress.tlsSecret : undefined,
    privileged: filled(
      agents.filter((agent) => agent.privileged && agent.pod === undefined).map((agent) => agent.name),
    ),
    privilegedNamespace,
    shared: [namespace.value, agentNamespace.value].includes(privilegedNamespace.value),
    httpFrom: httpFrom(controller),
    accounts: filled([...new Map(accounts.map((account) => [plainValue(account), account])).values()]),
    needed: needed.length === 0 ? undefined : needed,
    ...secretCommands(needed),
    ownAgents: ownAgents(agents),
    definitions: neededKinds(environments),
    backup: backup === undefined ? undefined : true,
    unsignedApt: deployment.apt !== undefined && deployment.apt.signing === undefined,
    aptOrigin: deployment.apt?.origin,
    aptSecret: deployment.apt?.signing?.secret,
    aptKey: deployment.apt?.signing?.key ?? '',
    builders: deployment.agents.find(({ pod }) => pod !== undefined)?.name,
    fromImage: seedMode.value === 'image',
    foreignNamespaces: filled(foreignNamespaces(controller)),
    missingNamespaces: foreignNamespaces(controller).map((name) => ({ name })),
  };
}

/** Returns the rows about webhooks and tokens; nothing where none are needed. */
function outsideData({ outside, url }: Controller): object {
  const hooks = outside.hooks.map(({ path, byJenkins, ...hook }) => ({
    ...hook,
    address: joined`${url}${path}`,
    madeBy: byJenkins ? 'Jenkins itself' : 'you',
  }));
  return {
    outside: hooks.length + outside.tokens.length > 0 ? true : undefined,
    forgeHooks: hooks.length === 0 ? undefined : hooks,
    hasGitlabPushes: outside.hooks.some(({ path }) => plainValue(path).startsWith('project/')),
    neededTokens: outside.tokens.length === 0 ? undefined : outside.tokens,
  };
}

/** Returns a list for a sentence, or undefined for an empty one. */
export function filled(names: readonly Valued<string>[]): Valued<string> | undefined {
  return names.length === 0 ? undefined : joinTexts(names, ', ');
}

/** The images that agents take from the registry that images are pushed to, each with the agents that run it. */
function ownAgents(agents: readonly AgentPods[]): readonly object[] | undefined {
  const own = agents.flatMap(({ name, ownImages }) => ownImages.map((image) => ({ name, image })));
  const byImage = groupBy(own, ({ image }) => image.value);
  const listed = [...byImage.values()].map((all) => ({
    image: all[0]?.image,
    usedBy: joinTexts(
      all.map(({ name }) => joined`agent ${name}`),
      ', ',
    ),
    origin: fromSeveral(all.flatMap(({ name, image }) => [name.origin, image.origin])),
  }));
  return listed.length === 0 ? undefined : listed;
}

/** Which commands make the Secrets that somebody has to make. */
function secretCommands(needed: ReturnType<typeof neededData>): object {
  const keys = needed.filter(({ kind }) => kind === 'Secret').map((need) => plainValue(need.keys));
  const ofLogins = keys.some((each) => each.includes('.dockerconfigjson'));
  const ofCertificates = keys.some((each) => each.includes('tls.crt'));
  const ofKeys = keys.some((each) => !/\.dockerconfigjson|tls\.crt/.test(each));
  return { neededSecrets: keys.length > 0 ? true : undefined, ofKeys, ofLogins, ofCertificates };
}

/** Namespaces that Jenkins answers over HTTP, if that is limited to some. */
function httpFrom({ deployment: { networkPolicy, network } }: Controller): Valued<string> | undefined {
  const { httpFrom: namespaces } = network;
  if (!networkPolicy.value || namespaces === undefined) return undefined;
  return filled(namespaces) ?? 'no other namespace';
}

/** Namespaces of environments that nothing here makes; their roles can only be made where they are. */
function foreignNamespaces({ deployment }: Controller): readonly Sourced<string>[] {
  const made = new Set(
    [
      ...deployment.madeNamespaces.map(({ name }) => name),
      deployment.namespace,
      ...deployment.agentNamespaces,
    ].map(({ value }) => value),
  );
  return deployment.deployTargets.map(({ namespace }) => namespace).filter(({ value }) => !made.has(value));
}

/** What has to be there besides the Secrets of the script: that of agents, of the controller, and of environments. */
function neededData(controller: Controller, environments: readonly EnvironmentIr[]) {
  const { deployment, objects, externalSecrets } = controller;
  const script = mountedSecretNames(controller);
  const external = new Set(externalSecrets.map(({ namespace, name }) => `${namespace.value} ${name.value}`));
  const ofController = neededObjects(objects).filter(
    // The ConfigMap of the init scripts is in the folder; what the emitters print is not in the model.
    ({ kind, name }) => kind === 'Secret' && !script.has(plainValue(name)),
  );
  const ofEnvironments = neededObjects(
    environments.flatMap((environment) => [...appliedObjects(environment), ...deployedObjects(environment)]),
  );
  const all = mergedNeeds([...ofController, ...deployment.agentNeeds, ...ofEnvironments]);
  const byHand = all.filter(
    ({ kind, namespace, name }) =>
      kind !== 'Secret' || !external.has(`${plainValue(namespace)} ${plainValue(name)}`),
  );
  return byHand.map((need) => ({
    ...need,
    keys: filled(need.keys.map((key) => joined`\`${key}\``)) ?? 'all of it',
    usedBy: joinTexts(need.usedBy, ', '),
  }));
}

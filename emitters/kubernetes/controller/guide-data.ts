import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { SecretReference } from '../../../compiler/model/controller/secret-key.ts';
import {
  appliedObjects,
  deployedObjects,
  type EnvironmentIr,
} from '../../../compiler/model/kubernetes/environment.ts';
import { mergedNeeds, neededObjects } from '../../../compiler/model/kubernetes/needed-objects.ts';
import { oneLine } from '../../../compiler/print/lines.ts';
import { fromSeveral, type Origin } from '../../../compiler/text/origin.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
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

/** Returns what the guide is rendered with. */
export function readmeData(
  controller: Controller,
  environments: readonly EnvironmentIr[],
  imageTag: string,
): object {
  const { project, url, image, deployment, seedMode } = controller;
  const { namespace, agents, ingress, backup, name, privilegedNamespace, agentNamespace } = deployment;
  const needed = neededData(controller, environments);
  const accounts = agents
    .filter(({ ownAccount }) => !ownAccount)
    .map((agent) => `${agent.serviceAccount.value} in ${agent.namespace.value}`);
  return {
    project,
    url,
    name,
    namespace,
    image: oneLine(`${image.repository.value}:${image.version.value}-${imageTag}`),
    secrets: wantedSecrets(controller),
    tlsSecret: ingress?.tls.value === true ? ingress.tlsSecret : undefined,
    privileged:
      agents
        .filter((agent) => agent.privileged)
        .map((agent) => agent.name.value)
        .join(', ') || undefined,
    privilegedNamespace,
    shared: [namespace.value, agentNamespace.value].includes(privilegedNamespace.value),
    httpFrom: httpFrom(controller),
    accounts: [...new Set(accounts)].join(', ') || undefined,
    needed: needed.length === 0 ? undefined : needed,
    definitions: definitions(environments).join(', ') || undefined,
    backup: backup === undefined ? undefined : true,
    unsignedApt: deployment.apt !== undefined && deployment.apt.signing === undefined,
    aptSecret: deployment.apt?.signing?.secret.value,
    aptKey: deployment.apt?.signing?.key.value ?? '',
    fromImage: seedMode.value === 'image',
    hook: hookAddress(controller),
    foreignNamespaces: foreignNamespaces(controller).join(', ') || undefined,
  };
}

/** Namespaces that Jenkins answers over HTTP, if that is limited to some. */
function httpFrom({ deployment: { networkPolicy, network } }: Controller): string | undefined {
  const { httpFrom: namespaces } = network;
  if (!networkPolicy.value || namespaces === undefined) return undefined;
  return namespaces.map(({ value }) => value).join(', ') || 'no other namespace';
}

/** Address that the server of the seed repository has to call after a push, if the settings ask for that. */
function hookAddress({ initScripts, url }: Controller): string | undefined {
  const seed = initScripts.find((script) => script.kind === 'seed-job');
  if (seed?.webhook.value !== true) return undefined;
  if (seed.github.value) return `${url.value}github-webhook/`;
  const repository = encodeURIComponent(seed.repository?.value ?? '');
  return `${url.value}git/notifyCommit?url=${repository}&token=TOKEN`;
}

/** Namespaces of environments that nothing here makes; their roles can only be made where they are. */
function foreignNamespaces({ deployment }: Controller): readonly string[] {
  const made = new Set(
    [...deployment.madeNamespaces, deployment.namespace, ...deployment.agentNamespaces].map(
      ({ value }) => value,
    ),
  );
  return deployment.deployTargets.map(({ namespace }) => namespace.value).filter((name) => !made.has(name));
}

/** What has to be there besides the Secrets of the script: that of agents, of the controller, and of environments. */
function neededData({ deployment, secrets, objects }: Controller, environments: readonly EnvironmentIr[]) {
  const script = new Set(secrets.map(({ secret }) => secret.value));
  const ofController = neededObjects(objects).filter(
    // The ConfigMap of the init scripts is in the folder; what the emitters print is not in the model.
    ({ kind, name }) => kind === 'Secret' && !script.has(name),
  );
  const ofEnvironments = neededObjects(
    environments.flatMap((environment) => [...appliedObjects(environment), ...deployedObjects(environment)]),
  );
  return mergedNeeds([...ofController, ...deployment.agentNeeds, ...ofEnvironments]).map((need) => ({
    ...need,
    keys: need.keys.map((key) => `\`${key}\``).join(', ') || 'all of it',
    usedBy: need.usedBy.join(', '),
  }));
}

/** Kinds that a cluster knows only when somebody has installed their definitions. */
function definitions(environments: readonly EnvironmentIr[]): readonly string[] {
  const kinds = environments.flatMap(appliedObjects).flatMap(({ id: { apiVersion, kind } }) => {
    const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
    const isBuiltIn = !group.includes('.') || group.endsWith('.k8s.io');
    return isBuiltIn ? [] : [`\`${kind}.${group}\``];
  });
  return [...new Set(kinds)].sort(compareText);
}

function wantedSecrets({ secrets }: Controller): readonly WantedSecret[] {
  return [...groupBy(secrets, ({ secret }) => secret.value)].map(([name, keys]) => ({
    name,
    keys,
    origin: fromSeveral(keys.flatMap(({ secret, key }) => [secret.origin, key.origin])),
  }));
}

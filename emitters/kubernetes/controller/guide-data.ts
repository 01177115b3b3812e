import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { SecretReference } from '../../../compiler/model/controller/secret-reference.ts';
import { fromSeveral, type Origin } from '../../../compiler/text/origin.ts';
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
export function readmeData(controller: Controller, imageTag: string): object {
  const { project, url, image, deployment, seedMode } = controller;
  const { namespace, agentNamespace, agents, ingress, backup, name } = deployment;
  const accounts = agents
    .map((agent) => agent.serviceAccount)
    .filter(({ origin }) => origin.kind !== 'default');
  return {
    project,
    url,
    name,
    namespace,
    agentNamespace,
    image: `${image.repository.value}:${image.version.value}-${imageTag}`,
    secrets: wantedSecrets(controller),
    tlsSecret: ingress?.tls.value === true ? ingress.tlsSecret : undefined,
    privileged:
      agents
        .filter((agent) => agent.privileged)
        .map((agent) => agent.name.value)
        .join(', ') || undefined,
    shared: namespace.value === agentNamespace.value,
    accounts: [...new Set(accounts.map(({ value }) => value))].join(', ') || undefined,
    agentSecrets: deployment.agentSecrets.join(', ') || undefined,
    backup: backup === undefined ? undefined : true,
    fromImage: seedMode.value === 'image',
    hook: hookAddress(controller),
    foreignNamespaces: foreignNamespaces(controller).join(', ') || undefined,
  };
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
    [...deployment.madeNamespaces, deployment.namespace, deployment.agentNamespace].map(({ value }) => value),
  );
  return deployment.deployTargets.map(({ namespace }) => namespace.value).filter((name) => !made.has(name));
}

function wantedSecrets({ secrets }: Controller): readonly WantedSecret[] {
  return [...groupBy(secrets, ({ secret }) => secret.value)].map(([name, keys]) => ({
    name,
    keys,
    origin: fromSeveral(keys.flatMap(({ secret, key }) => [secret.origin, key.origin])),
  }));
}

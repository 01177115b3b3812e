import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { SecretReference } from '../../../compiler/model/controller/secret-key.ts';
import { oneLine } from '../../../compiler/print/lines.ts';
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
  const { namespace, agents, ingress, backup, name, privilegedNamespace, agentNamespace } = deployment;
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
    agentSecrets: deployment.agentSecrets.map(({ namespace: of, names }) => ({
      namespace: of,
      names: names.join(', '),
    })),
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

function wantedSecrets({ secrets }: Controller): readonly WantedSecret[] {
  return [...groupBy(secrets, ({ secret }) => secret.value)].map(([name, keys]) => ({
    name,
    keys,
    origin: fromSeveral(keys.flatMap(({ secret, key }) => [secret.origin, key.origin])),
  }));
}

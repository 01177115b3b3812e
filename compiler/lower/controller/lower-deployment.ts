import type { Agent, Jenkins, Kubernetes, Storage, Toleration } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Project } from '../../link/project.ts';
import type {
  AgentPods,
  AptServer,
  BackupSettings,
  CacheVolume,
  ClaimSettings,
  ControllerDeployment,
  IngressSettings,
  MadeNamespace,
} from '../../model/controller/controller-deployment.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { mergedNeeds, type NeededObject } from '../../model/kubernetes/needed-objects.ts';
import { decidingOrigin, fromDefault, fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../text/sourced.ts';
import { joined, type Traceable } from '../../text/traced-text.ts';
import { reachedAgents } from '../../util/reached-agents.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';
import { builderAgent, builderName, builderPod } from '../jobs/images/builder-pod.ts';
import { debPatterns, packagesOrigin } from '../jobs/publish/apt-api.ts';
import { resourceAmounts } from './agents/agent-pod.ts';
import { isPrivileged, plainAccount } from './agents/agent-rights.ts';
import { loginOfRegistry, registryLogin } from './agents/registry-login.ts';
import type { ControllerScope } from './controller-scope.ts';
import { agentEntries, isOwnAccount, labelledAgents, sharedAgents } from './default-entries.ts';
import { deployTargets } from './deploy-targets.ts';
import { networkSettings } from './network-settings.ts';
import { pinnedImage } from './pinned-image.ts';

/** Returns how the controller runs on Kubernetes. `environments` says what its jobs deploy, and so which rights they need. */
export function lowerDeployment(
  scope: ControllerScope,
  environments: readonly EnvironmentIr[],
): ControllerDeployment {
  const { settings, names } = scope;
  const { kubernetes } = settings;
  const { ingress, backup } = kubernetes;
  const apt = aptServer(scope);
  const ofSteps = stepImages(scope);
  const entries = scope.role === 'shared' ? sharedAgents(settings) : agentEntries(settings);
  const ofAgents = entries.map((agent): AgentPods => {
    const privileged = isPrivileged(agent, settings);
    return {
      name: agent.name,
      serviceAccount: agent.service_account,
      ownAccount: isOwnAccount(agent.service_account),
      deploys: agent.name.value === 'deploy',
      privileged,
      namespace: privileged ? names.privilegedNamespace : names.agentNamespace,
      ownImages: ownImages(
        [
          agent.image,
          ...agent.containers.map(({ image }) => image),
          ...(ofSteps.get(agent.name.value) ?? []),
        ],
        settings,
      ),
    };
  });
  const agents = [...ofAgents, ...imageBuilders(scope)];
  return {
    ...names,
    agents,
    agentNamespaces: distinct([names.agentNamespace, ...agents.map(({ namespace }) => namespace)]),
    agentNeeds: agentNeeds(scope, entries, agents),
    network: networkSettings(scope),
    deployTargets: deployTargets(environments, settings.pipeline.service_manage.prune),
    madeNamespaces: madeNamespaces(environments, settings.environments.create_namespaces),
    storage: claim(kubernetes.storage),
    ...cacheVolume(scope),
    resources: resourceAmounts(kubernetes.resources),
    ...(ingress === undefined ? {} : { ingress: ingressSettings(ingress) }),
    nodeSelector: kubernetes.node_selector,
    tolerations: kubernetes.tolerations.map(toleration),
    networkPolicy: kubernetes.network_policy,
    ...(backup === undefined ? {} : { backup: backupSettings(backup, kubernetes.storage) }),
    pullSecrets: distinct(kubernetes.pull_secrets),
    terminationGraceSeconds: kubernetes.termination_grace_seconds,
    startupMinutes: kubernetes.startup_minutes,
    ...(apt === undefined ? {} : { apt }),
    ...(settings.seed.repository === undefined ? {} : { seedRepository: settings.seed.repository }),
  };
}

/**
 * Returns the pods that build images from repositories, where there are such images: what they need of the node is
 * forbidden at the level "baseline" of Pod Security.
 */
function imageBuilders({ project, settings, names }: ControllerScope): readonly AgentPods[] {
  const builds = project.applications.flatMap(({ build }) => (build === undefined ? [] : [build]));
  const [first] = builds;
  if (first === undefined) return [];
  const agent = builderAgent(agentEntries(settings), first.component.agent);
  const origin = fromSeveral([...builds.map(({ spec }) => spec.$.origin), builderName.origin]);
  return [
    {
      name: sourced(builderName.value, origin),
      serviceAccount: sourced(plainAccount, origin),
      ownAccount: true,
      deploys: false,
      privileged: true,
      namespace: names.privilegedNamespace,
      pod: builderPod(settings, agent),
      ownImages: ownImages([settings.registry.builder], settings),
    },
  ];
}

/** Environments that share a namespace say the same of it. */
function madeNamespaces(
  environments: readonly EnvironmentIr[],
  create: Sourced<boolean>,
): readonly MadeNamespace[] {
  const made = environments.filter(({ shared }) => shared.some(({ id }) => id.kind === 'Namespace'));
  return distinct(made.map(({ namespace }) => namespace)).map(({ value, origin }) => {
    const name = sourced(value, fromSeveral([origin, create.origin]));
    const podSecurity = made.find(({ namespace }) => namespace.value === name.value)?.podSecurity;
    return { name, ...(podSecurity === undefined ? {} : { podSecurity }), origin: create.origin };
  });
}

function claim({ class: storageClass, size }: Storage): ClaimSettings {
  return storageClass === undefined ? { size } : { storageClass, size };
}

/** The volume is where the agents of components with caches are. */
function cacheVolume({ project, settings, names }: ControllerScope): { readonly caches?: CacheVolume } {
  const cached = project.components.filter(({ caches }) => caches.length > 0);
  const [first] = cached;
  if (first === undefined) return {};
  const labelled = labelledAgents(agentEntries(settings));
  const namespaces = cached.flatMap(({ agent }) =>
    reachedAgents(agent.value, labelled)
      .slice(0, 1)
      .map(({ spec }) => (isPrivileged(spec, settings) ? names.privilegedNamespace : names.agentNamespace)),
  );
  const { size, access } = settings.caches;
  const storageClass = settings.caches.class ?? settings.kubernetes.storage.class;
  return {
    caches: {
      name: names.cacheClaim,
      claim: storageClass === undefined ? { size } : { storageClass, size },
      access,
      namespaces: distinct(namespaces),
      origin: decidingOrigin(cached.flatMap(({ caches }) => caches.map(({ origin }) => origin))),
    },
  };
}

function ingressSettings(ingress: NonNullable<Kubernetes['ingress']>): IngressSettings {
  const { host, class: ingressClass, tls, tls_secret, annotations, $ } = ingress;
  return { host, ingressClass, tls, tlsSecret: tls_secret, annotations, origin: $.origin };
}

function backupSettings(backup: NonNullable<Kubernetes['backup']>, storage: Storage): BackupSettings {
  const { schedule, keep, size, image, $ } = backup;
  const storageClass = backup.class ?? storage.class;
  return {
    schedule,
    keep,
    claim: storageClass === undefined ? { size } : { storageClass, size },
    ...(image === undefined ? {} : { image }),
    origin: $.origin,
  };
}

function aptServer({ project, settings, names, report }: ControllerScope): AptServer | undefined {
  const enabled = aptEnabled(project);
  if (!enabled.value) return undefined;
  if (names.name.value === 'apt') {
    const span = spanOf(names.name.origin);
    report(diagnose('controller/duplicate', { what: 'Service', name: 'apt' }, span));
  }
  const { image, size, signing_secret, signing_key } = settings.apt;
  const storageClass = settings.apt.class ?? settings.kubernetes.storage.class;
  return {
    image: pinnedImage(image),
    claim: storageClass === undefined ? { size } : { storageClass, size },
    ...(signing_secret === undefined ? {} : { signing: { secret: signing_secret, key: signing_key } }),
    origin: enabled.origin,
  };
}

/** `operator: Equal` is what Kubernetes assumes; an empty value says nothing. */
function toleration({ key, operator, value, effect, seconds, $ }: Toleration): Traceable {
  const given = (text: Sourced<string>): Sourced<string> | undefined =>
    text.value === '' ? undefined : text;
  return sourced<Traceable>(
    { key, operator, value: given(value), effect, tolerationSeconds: seconds },
    fromSeveral([$.origin]),
  );
}

/** Returns whether the project has an apt repository: as the settings say, else when a component keeps `*.deb` files. */
function aptEnabled({ settings, components }: Pick<Project, 'settings' | 'components'>): Sourced<boolean> {
  const { enabled } = settings.apt;
  if (enabled !== undefined) return enabled;
  const packages = components.filter((component) => debPatterns(component).length > 0);
  const field = fromDefault('jenkins.apt.enabled');
  return sourced(
    packages.length > 0,
    fromSeveral([
      field,
      ...packages.map((component) =>
        packages.length === 1 ? packagesOrigin(component) : component.$.origin,
      ),
    ]),
  );
}

/** Returns the images of pods that a person builds: those of the registry that images are pushed to or pulled from. */
function ownImages(images: readonly Sourced<string>[], { registry }: Jenkins): readonly Sourced<string>[] {
  const hosts = distinct([registry.push, registry.pull ?? registry.push]).map(({ value }) =>
    withoutSlashesAtEnd(value),
  );
  return distinct(images).filter(({ value }) =>
    hosts.some((host) => host !== '' && value.startsWith(`${host}/`)),
  );
}

/** Returns the images that steps run in, by the name of the agent whose pods they are in. */
function stepImages({ project, settings }: ControllerScope): ReadonlyMap<string, readonly Sourced<string>[]> {
  const labelled = labelledAgents(agentEntries(settings));
  const images = new Map<string, Sourced<string>[]>();
  for (const component of project.components) {
    const named = [
      ...[component, ...component.build].flatMap(({ image }) => image ?? []),
      ...(component.publish.some(({ type }) => type.value === 'oci') ? [settings.registry.publisher] : []),
    ];
    const [agent] = named.length === 0 ? [] : reachedAgents(component.agent.value, labelled);
    if (agent === undefined) continue;
    const all = images.get(agent.name) ?? [];
    images.set(agent.name, all);
    for (const image of named) all.push(image);
  }
  return images;
}

/** Returns what the pods of agents take variables, files or logins of registries from, and nobody here makes. */
function agentNeeds(
  { settings }: ControllerScope,
  entries: readonly Agent[],
  agents: readonly AgentPods[],
): readonly NeededObject[] {
  const needs = entries.flatMap((agent, index): readonly NeededObject[] => {
    const need = (
      kind: NeededObject['kind'],
      name: NeededObject['name'],
      keys: NeededObject['keys'],
      origin: Origin,
    ) => ({
      namespace: agents[index]?.namespace ?? '',
      kind,
      name,
      keys,
      usedBy: [joined`agent ${agent.name}`],
      origin,
    });
    const variables = [agent, ...agent.containers].flatMap(({ env }) => env);
    const login = registryLogin(agent, settings).length > 0 ? settings.registry.secret : undefined;
    return [
      ...variables.flatMap(({ secret, key, name, $ }) =>
        secret === undefined ? [] : need('Secret', secret, [key ?? name], $.origin),
      ),
      ...agent.volumes.flatMap(({ type, name, $ }) => {
        const kind = mountedKinds[type.value];
        return kind === undefined || name === undefined
          ? []
          : need(kind, name, [], fromSeveral([type.origin, $.origin]));
      }),
      ...[...(login === undefined ? [] : [login]), ...distinct(settings.kubernetes.pull_secrets)].map(
        (secret) => need('Secret', secret, ['.dockerconfigjson'], secret.origin),
      ),
    ];
  });
  const built = agents.filter(({ name }) => name.value === builderName.value);
  const secrets = [
    ...loginOfRegistry(settings).map(() => settings.registry.secret),
    ...distinct(settings.kubernetes.pull_secrets),
  ];
  const ofBuilders = built.flatMap(({ namespace, name }) =>
    secrets.flatMap((secret): readonly NeededObject[] =>
      secret === undefined
        ? []
        : [
            {
              namespace,
              kind: 'Secret',
              name: secret,
              keys: ['.dockerconfigjson'],
              usedBy: [joined`agent ${name}`],
              origin: fromSeveral([secret.origin, name.origin]),
            },
          ],
    ),
  );
  return mergedNeeds([...needs, ...ofBuilders]);
}

const mountedKinds: Readonly<Record<string, NeededObject['kind']>> = {
  secret: 'Secret',
  'config-map': 'ConfigMap',
  'persistent-claim': 'PersistentVolumeClaim',
};

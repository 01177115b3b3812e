import type { Project } from '../../link/project.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { slug } from '../../util/slug.ts';

/** The names by which the parts of the controller know each other. */
export interface ControllerNames {
  /** Of the StatefulSet, the Service and whatever has no suffix. */
  readonly name: Sourced<string>;
  readonly namespace: Sourced<string>;
  readonly agentNamespace: Sourced<string>;
  /** Of the agents that no stricter level of Pod Security lets run. */
  readonly privilegedNamespace: Sourced<string>;
  readonly serviceAccount: Sourced<string>;
  /** Claim of the folders that builds keep. */
  readonly cacheClaim: Sourced<string>;
  /** Service that agents connect to. */
  readonly agentService: Sourced<string>;
  readonly agentPort: Sourced<number>;
  /** Label of all agent pods. */
  readonly agentLabel: { readonly key: string; readonly value: Sourced<string> };
}

/** Returns the names of the controller's parts; all follow from `kubernetes.name` and the namespaces. */
export function controllerNames(project: Pick<Project, 'name' | 'settings' | 'hosting'>): ControllerNames {
  const { kubernetes } = project.settings;
  const { name } = kubernetes;
  const { hosting } = project;
  const namespace = kubernetes.namespace ?? defaultNamespace(hosting?.controller ?? project.name);
  const agentNamespace = kubernetes.agent_namespace ?? hosting?.slug.map(agentsOf) ?? namespace;
  return {
    name,
    namespace,
    agentNamespace,
    privilegedNamespace:
      kubernetes.privileged_namespace ??
      agentNamespace.map((text) => `${text.slice(0, 52).replace(/-+$/, '')}-privileged`),
    serviceAccount: kubernetes.service_account ?? name,
    cacheClaim: name.map((text) => `${text}-caches`),
    agentService: name.map((text) => `${text}-agent`),
    agentPort: sourced(50000, fromPolicy('The port of the official image for agents.')),
    agentLabel: { key: 'bitesize/agent-of', value: name },
  };
}

/** Returns the namespace of the agents of a shared controller, or of a project on one, which no other project may enter. */
export function agentsOf(project: string): string {
  return `${project.slice(0, 56).replace(/-+$/, '')}-agents`;
}

/** Returns the namespace of a Jenkins whose settings name none. */
export function defaultNamespace(project: Sourced<string>): Sourced<string> {
  const field = { kind: 'default', field: 'jenkins.kubernetes.namespace' } as const;
  const text = `${slug(project.value).slice(0, 55).replace(/-+$/, '')}-jenkins`;
  return sourced(text, fromSeveral([field, project.origin]));
}

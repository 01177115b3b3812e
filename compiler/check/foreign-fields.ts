import type { SchemaNode } from '../../schema/schema-node.ts';
import { placeElsewhere } from './foreign-job-names.ts';

/**
 * Fields that people bring along from Kubernetes, Compose and other tools, by the object that they write them into, with
 * the way that a spec says the same.
 */
export const foreignFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Component: {
    on: 'builds start by pushes and polling: `pipeline` in jenkins.bitesize says how',
    steps: 'steps stand under `build`, each as `- shell: ...`',
    script: 'steps stand under `build`, each as `- shell: ...`',
    run: 'steps stand under `build`, each as `- shell: ...`',
    needs: 'what has to be built before stands under `dependencies`',
    depends_on: 'what has to be built before stands under `dependencies`',
    branch: '`branch` stands below `repository`',
    git: '`git` stands below `repository`',
  },
  Environment: {
    replicas: 'each service has `replicas` of its own',
    secrets: 'a variable takes its value from a Secret: `- secret: NAME` with `value: secret/key`',
    branch: 'environments have no branch: what is deployed is the version of an image',
  },
  Service: {
    args: '`command` holds the whole command line, its arguments as well',
    labels: 'labels are made of the names in the specs; what tools want to know goes into `annotations`',
    containerPort: 'write `port: 8080`',
    targetPort: 'the Service has the ports of its pods: write `port: 8080`',
    containers: 'a service is one container: further ones are services of their own, or `init_containers`',
    host: 'the host that the Ingress answers to is `external_url`',
    ingress: 'with `external_url: HOST` an Ingress is made',
    domain: 'the host that the Ingress answers to is `external_url`',
    volumeMounts: 'an entry of `volumes` says itself where it is mounted, as `path`',
    envFrom: 'each variable is an entry of `env`: `- secret: NAME` with `value: secret/key`',
    env_from: 'each variable is an entry of `env`: `- secret: NAME` with `value: secret/key`',
    environment: 'variables are entries of `env`, each with `name` and `value`',
    resources: '`requests` and `limits` stand in the service itself',
    serviceAccountName: 'pods of services run as the service account `default` of their namespace',
    serviceAccount: 'pods of services run as the service account `default` of their namespace',
    imagePullPolicy: 'images are pulled as Kubernetes does when nobody says otherwise',
    imagePullSecrets: '`environments.pull_secrets` in jenkins.bitesize names them for all services',
    nodeSelector: '`environments.node_selector` in jenkins.bitesize is for all services',
    strategy: 'write `deployment: { method: rolling }` or `bluegreen`',
    autoscaling: 'write `hpa` with `min_replicas`, `max_replicas` and `metric`',
    depends_on: 'services are started all at once: let a service wait, or give it a readiness probe',
    restart: 'Kubernetes starts a container again by itself',
    metadata: 'a service is no manifest: the fields of a spec are listed in the reference',
    spec: 'a service is no manifest: the fields of a spec are listed in the reference',
  },
  EnvVariable: {
    valueFrom:
      'for a key of a Secret write `secret: NAME` and `value: secret/key`, for a field of the pod `pod_field`',
    key: 'write `name: NAME` and `value: TEXT`',
    from: 'for a key of a Secret write `secret: NAME` and `value: secret/key`',
  },
  Volume: {
    mountPath: 'write `path`',
    accessModes: 'write `modes`',
    storage: 'write `size`',
    storageClassName:
      '`type` names the kind of storage, `environments.storage_classes` in jenkins.bitesize its class',
    storage_class:
      '`type` names the kind of storage, `environments.storage_classes` in jenkins.bitesize its class',
    secretName: 'write `type: secret`; `name` is the name of the Secret',
    configMap: 'write `type: configmap`; `name` is the name of the ConfigMap',
    claimName: '`name` is the name of the claim, which is made',
    emptyDir: 'a folder of the container itself needs no volume',
    hostPath: 'a service cannot mount a folder of the node',
  },
  Probe: {
    httpGet: 'it stands below `handler`: `handler: { http_get: { path: /, port: 8080 } }`',
    http_get: 'it stands below `handler`: `handler: { http_get: { path: /, port: 8080 } }`',
    tcpSocket: 'it stands below `handler`: `handler: { tcp_socket: { port: 8080 } }`',
    tcp_socket: 'it stands below `handler`: `handler: { tcp_socket: { port: 8080 } }`',
    exec: 'it stands below `handler`: `handler: { exec: { command: [...] } }`',
    grpc: 'a probe asks by `http_get`, `tcp_socket` or `exec`',
  },
  Jenkins: {
    numExecutors:
      'nothing is built on the controller: `agents` say what builds, and `instance_cap` how many there are',
    executors:
      'nothing is built on the controller: `agents` say what builds, and `instance_cap` how many there are',
    jobs: 'jobs are made of the other specs; `job_dsl` names scripts of your own',
    security: 'see `realm`, `users` and `authorization`',
    ingress: '`ingress` stands below `kubernetes`',
  },
  Agent: {
    labels: 'write `label: a b`',
    remoteFS: 'agents work in the folder of their image',
    volumeMounts: 'an entry of `volumes` says itself where it is mounted, as `path`',
    serviceAccountName: 'write `service_account`',
    requests: '`requests` stand below `resources`',
    limits: '`limits` stand below `resources`',
  },
};

/** Returns how a spec says what a field of another tool means, or undefined for a field that nobody is known to bring. */
export function foreignFieldHelp(field: string, schema: SchemaNode, root: SchemaNode): string | undefined {
  const definition = definitionOf(schema, root);
  const fields = definition === undefined ? undefined : foreignFields[definition];
  if (fields !== undefined && Object.hasOwn(fields, field)) return fields[field];
  const known = Object.keys(schema.properties ?? {});
  return placeElsewhere(field, definition, known);
}

/** Returns the name of the definition that a resolved schema is: it shares its properties. */
export function definitionOf({ properties }: SchemaNode, root: SchemaNode): string | undefined {
  if (properties === undefined) return undefined;
  return Object.entries(root.definitions ?? {}).find(([, each]) => each.properties === properties)?.[0];
}

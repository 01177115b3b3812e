import type { AptServer } from '../../../model/controller/controller-deployment.ts';
import {
  controllerLabels,
  type ObjectScope,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { aptApiPort } from '../../jobs/publish/apt-api.ts';
import { claim } from './controller-claims.ts';

/** Component of the pod that serves the apt repository. */
export const aptComponent = 'apt';

/** Folder in which the server finds the key that signs the repository, and its passphrase. */
export const aptSigningFolder = '/run/secrets/apt-signing';

const serviceName = sourced(
  'apt',
  fromPolicy('Images and agents know the repository as http://apt/, as in the original.'),
);

/** Returns where the server runs: beside Jenkins; for a project on a shared one beside its agents, where nothing else is. */
export function aptNamespace({ role, deployment }: ObjectScope): Sourced<string> {
  return role.kind === 'part' ? deployment.agentNamespace : deployment.namespace;
}

/**
 * Returns the server of the apt repository, if the project has one: packages on port 80, and aptly's API, which the
 * image of the original serves on 9797. Here it is a pod of its own with storage, since
 * the original lost its packages with the pod of Jenkins.
 */
export function aptServer(scope: ObjectScope): readonly KubernetesObject[] {
  const { apt, name, agentNamespaces } = scope.deployment;
  if (apt === undefined) return [];
  const namespace = aptNamespace(scope);
  const { origin } = apt;
  const serverName = name.map((text) => `${text}-apt`);
  const service = controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'Service',
    name: serviceName,
    namespace,
    component: aptComponent,
    body: {
      spec: {
        selector: selectorLabels(scope, aptComponent),
        ports: [
          { name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' },
          { name: 'api', port: aptApiPort, targetPort: 'api', appProtocol: 'http' },
        ],
      },
    },
    origin,
  });
  const elsewhere = agentNamespaces
    .filter(({ value }) => value !== namespace.value)
    .map((agentNamespace) =>
      controllerObject(scope, {
        apiVersion: 'v1',
        kind: 'Service',
        name: serviceName,
        namespace: agentNamespace,
        component: aptComponent,
        body: {
          spec: {
            type: 'ExternalName',
            externalName: namespace.map((text) => `${serviceName.value}.${text}.svc.cluster.local`),
          },
        },
        comments: ['Agents run in another namespace, where the name of the repository has to mean the same.'],
        origin,
      }),
    );
  return [
    claim(scope, { name: serverName, settings: apt.claim, namespace, component: aptComponent, origin }),
    service,
    ...elsewhere,
    deployment(scope, apt, serverName),
  ];
}

function deployment(scope: ObjectScope, apt: AptServer, name: Sourced<string>): KubernetesObject {
  const { image, signing, origin } = apt;
  const { pullSecrets } = scope.deployment;
  const mounts: Traceable[] = [{ name: 'packages', mountPath: '/aptly' }];
  const volumes: Traceable[] = [{ name: 'packages', persistentVolumeClaim: { claimName: name } }];
  if (signing !== undefined) {
    mounts.push({ name: 'signing', mountPath: aptSigningFolder, readOnly: true });
    volumes.push({ name: 'signing', secret: { secretName: signing.secret, defaultMode: 0o400 } });
  }
  const container = {
    name: 'aptly',
    image,
    ports: [
      { name: 'http', containerPort: 80 },
      { name: 'api', containerPort: 9797 },
    ],
    lifecycle:
      signing === undefined ? undefined : { postStart: { exec: { command: importKey(signing.key) } } },
    readinessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 10 },
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } },
    securityContext: { allowPrivilegeEscalation: false },
    volumeMounts: mounts,
  };
  return controllerObject(scope, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name,
    namespace: aptNamespace(scope),
    component: aptComponent,
    body: {
      spec: {
        replicas: 1,
        strategy: sourced<Traceable>(
          { type: 'Recreate' },
          fromPolicy('Its volume can only be mounted by one pod at a time.'),
        ),
        selector: { matchLabels: selectorLabels(scope, aptComponent) },
        template: {
          metadata: { labels: controllerLabels(scope, aptComponent) },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            imagePullSecrets:
              pullSecrets.length === 0 ? undefined : pullSecrets.map((secret) => ({ name: secret })),
            securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
            containers: [container],
            volumes,
          },
        },
      },
    },
    comments: ['The apt repository of the project.'],
    origin,
  });
}

function importKey(key: Sourced<string>): readonly Traceable[] {
  return ['gpg', '--batch', '--import', key.map((text) => `${aptSigningFolder}/${text}`)];
}

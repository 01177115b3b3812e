import { secretsFolder, startFilesFolder } from '../../../model/controller/controller.ts';
import {
  controllerComponent,
  controllerLabels,
  type ObjectScope,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import {
  imageTagPlaceholder,
  projectConfigMapName,
  scriptsChecksumPlaceholder,
  scriptsConfigMapName,
  startFilesConfigMapName,
} from '../../../model/controller/kubernetes/scripts-config-map.ts';
import type { SecretReference } from '../../../model/controller/secret-key.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { joined, type Traceable, TracedText } from '../../../text/traced-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import { homeClaimName } from './controller-claims.ts';
import { containerSecurity, podSecurity } from './pod-security.ts';

/** Where Kubernetes mounts the secrets of a shared controller. The folder above leads there, and takes more at run time. */
const mountedSecrets = '/run/secrets/mounted';

const readable = sourced(0o440, fromPolicy('Jenkins reads the files by its group, and nobody else does.'));

/**
 * Returns the volume with the secret values that init scripts read. Only the keys that a script reads are there, and
 * the pod waits while one of them is missing.
 */
function secretVolume({ secrets, role }: ObjectScope): Traceable {
  const ofProjects =
    role.kind === 'shared'
      ? role.served.flatMap(({ controller }) => secretSources(controller.secrets, { optional }))
      : [];
  const sources = [...secretSources(secrets, {}), ...ofProjects];
  return {
    name: role.kind === 'shared' ? mountedVolume : 'secrets',
    projected: { defaultMode: readable, sources },
  };
}

const optional = sourced(true, fromPolicy('What one project lacks keeps no other project from starting.'));

function secretSources(
  secrets: readonly SecretReference[],
  extras: Readonly<Record<string, Traceable>>,
): readonly Traceable[] {
  return [...groupBy(secrets, ({ secret }) => secret.value).values()].map((keys): Traceable => {
    const origin = fromSeveral(keys.slice(0, 1).map(({ secret }) => secret.origin));
    return sourced<Traceable>(
      {
        secret: {
          name: keys[0]?.secret ?? '',
          items: keys.map(({ secret, key }) => ({ key, path: joined`${secret}/${key}` })),
          ...extras,
        },
      },
      origin,
    );
  });
}

/** Name of the volume that Kubernetes fills with the secrets of a shared controller. */
const mountedVolume = 'mounted-secrets';

/** The secrets that were there when the pod started stay links: a changed value arrives by itself. */
const linkSecrets = new TracedText(
  `set -eu
for found in ${mountedSecrets}/*; do
  if [ -d "$found" ]; then ln -s -f -n "$found" "${secretsFolder}/\${found##*/}"; fi
done
`,
);

/** Returns what runs before a shared Jenkins: a project that comes later brings secrets that no volume has yet. */
function secretLinks(scope: ObjectScope): Traceable {
  return sourced<Traceable>(
    {
      name: 'secrets',
      image: controllerImage(scope),
      command: ['sh', '-c', linkSecrets],
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '1', memory: '64Mi' } },
      securityContext: containerSecurity(),
      volumeMounts: [
        { name: mountedVolume, mountPath: mountedSecrets, readOnly: true },
        { name: 'secrets', mountPath: secretsFolder },
      ],
    },
    fromPolicy('A project can be added to the running Jenkins with its secrets.'),
  );
}

/** Returns the volume of the init scripts. Those of projects are in ConfigMaps of their own, which need not be there. */
function scriptsVolume(scope: ObjectScope): Traceable {
  const { role } = scope;
  if (role.kind !== 'shared')
    return { name: 'init-scripts', configMap: { name: scriptsConfigMapName(scope) } };
  const ofProjects = role.served.map(({ hosting: { slug } }) => {
    const name = projectConfigMapName(scope, slug);
    return sourced<Traceable>({ configMap: { name, optional } }, name.origin);
  });
  const own = { configMap: { name: scriptsConfigMapName(scope) } };
  return { name: 'init-scripts', projected: { sources: [own, ...ofProjects] } };
}

/** Seconds between two probes. */
const period = 10;

/**
 * Returns the probes of the controller. The page for logging in answers as soon as Jenkins serves anything, and with
 * 503 while it starts; how long that may take is a setting.
 */
function controllerProbes({
  pathPrefix,
  deployment: { startupMinutes },
}: ObjectScope): Readonly<Record<string, Traceable>> {
  const httpGet = { path: pathPrefix.map((prefix) => `${prefix}/login`), port: 'http' };
  const common = { httpGet, periodSeconds: period, timeoutSeconds: 5 };
  return {
    startupProbe: {
      ...common,
      failureThreshold: sourced(
        Math.max(1, Math.ceil((startupMinutes.value * 60) / period)),
        fromSeveral([startupMinutes.origin, fromPolicy('Minutes as a number of probes.')]),
      ),
    },
    livenessProbe: { ...common, failureThreshold: 5 },
    readinessProbe: { ...common, failureThreshold: 3 },
  };
}

/** Returns the image of the controller; its tag follows from what is in it. */
export function controllerImage({ image: { repository, version } }: ObjectScope): Sourced<string> {
  return sourced(
    `${repository.value}:${version.value}-${imageTagPlaceholder}`,
    fromSeveral([repository.origin, version.origin]),
  );
}

/**
 * Returns the StatefulSet that runs Jenkins. The init scripts come from a ConfigMap that is mounted where Jenkins
 * looks for them, and from nowhere else: a changed setting needs no new image, nothing is copied that could go stale,
 * and nobody can add a script. The image is the stage `kubernetes` of the Dockerfile, which has none.
 */
export function statefulSet(scope: ObjectScope): KubernetesObject {
  const { deployment } = scope;
  const { name, namespace } = deployment;
  const isShared = scope.role.kind === 'shared';
  return controllerObject(scope, {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name,
    namespace,
    component: controllerComponent,
    body: {
      spec: {
        replicas: sourced(1, fromPolicy('A home directory belongs to one Jenkins.')),
        serviceName: name,
        revisionHistoryLimit: 5,
        updateStrategy: isShared
          ? sourced<Traceable>(
              { type: 'OnDelete' },
              fromPolicy('A Jenkins that several projects share restarts when somebody says so.'),
            )
          : undefined,
        selector: { matchLabels: selectorLabels(scope, controllerComponent) },
        template: {
          metadata: {
            labels: controllerLabels(scope, controllerComponent),
            annotations: {
              'checksum/init-scripts': sourced(
                scriptsChecksumPlaceholder,
                fromPolicy('Jenkins reads the scripts when it starts, so a changed one has to restart it.'),
              ),
            },
          },
          spec: podSpec(scope),
        },
      },
    },
    comments: [
      isShared
        ? 'Jenkins itself. Its init scripts and those of its projects are in ConfigMaps, its plugins are in the image.'
        : 'Jenkins itself. Its init scripts are in the ConfigMap, its plugins are in the image.',
    ],
    origin: fromPolicy('Jenkins runs in one pod that Kubernetes starts again wherever there is room.'),
  });
}

function podSpec(scope: ObjectScope): Traceable {
  const { deployment } = scope;
  const { nodeSelector, tolerations, pullSecrets } = deployment;
  const isShared = scope.role.kind === 'shared';
  return {
    serviceAccountName: deployment.serviceAccount,
    automountServiceAccountToken: sourced(true, fromPolicy('Jenkins starts the pods of its agents.')),
    enableServiceLinks: sourced(
      false,
      fromPolicy('Variables of other Services could take the place of those that the image reads.'),
    ),
    terminationGracePeriodSeconds: deployment.terminationGraceSeconds,
    imagePullSecrets: pullSecrets.length === 0 ? undefined : pullSecrets.map((secret) => ({ name: secret })),
    nodeSelector: Object.keys(nodeSelector).length === 0 ? undefined : nodeSelector,
    tolerations: tolerations.length === 0 ? undefined : tolerations,
    securityContext: podSecurity(),
    initContainers: isShared ? [secretLinks(scope)] : undefined,
    containers: [container(scope)],
    volumes: [
      { name: 'home', persistentVolumeClaim: { claimName: homeClaimName(scope) } },
      scriptsVolume(scope),
      ...ifStartFiles(scope, { name: 'start-files', configMap: { name: startFilesConfigMapName(scope) } }),
      secretVolume(scope),
      ...(isShared ? [{ name: 'secrets', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } }] : []),
      { name: 'plugins', emptyDir: {} },
      { name: 'cache', emptyDir: {} },
      { name: 'tmp', emptyDir: {} },
    ],
  };
}

function ifStartFiles({ startFiles }: ObjectScope, value: Traceable): readonly Traceable[] {
  return startFiles.length === 0 ? [] : [sourced(value, fromSeveral(startFiles.map(({ origin }) => origin)))];
}

function container(scope: ObjectScope): Traceable {
  const { deployment } = scope;
  const exactPlugins = sourced<Traceable>(
    { name: 'plugins', mountPath: '/var/jenkins_home/plugins' },
    fromPolicy('Filled from the image at each start, so that exactly its plugins are there.'),
  );
  return {
    name: 'jenkins',
    image: controllerImage(scope),
    imagePullPolicy: sourced(
      'IfNotPresent',
      fromPolicy('The tag follows from the content, so it never changes.'),
    ),
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'agents', containerPort: deployment.agentPort },
    ],
    env: controllerEnv(scope),
    resources: deployment.resources,
    securityContext: containerSecurity(),
    ...controllerProbes(scope),
    volumeMounts: [
      { name: 'home', mountPath: '/var/jenkins_home' },
      exactPlugins,
      { name: 'init-scripts', mountPath: '/var/jenkins_home/init.groovy.d', readOnly: true },
      ...ifStartFiles(scope, { name: 'start-files', mountPath: startFilesFolder, readOnly: true }),
      ...(scope.role.kind === 'shared'
        ? [
            { name: mountedVolume, mountPath: mountedSecrets, readOnly: true },
            { name: 'secrets', mountPath: secretsFolder },
          ]
        : [{ name: 'secrets', mountPath: secretsFolder, readOnly: true }]),
      { name: 'cache', mountPath: '/var/jenkins_cache' },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

/** Returns the environment of the controller. It has no secrets: those are files, which no page of Jenkins shows. */
function controllerEnv(scope: ObjectScope): readonly Traceable[] {
  const { timeZone, pathPrefix, deployment } = scope;
  const { seedRepository } = deployment;
  const field = (name: string, fieldPath: string): Traceable => ({
    name,
    valueFrom: { fieldRef: { fieldPath } },
  });
  const javaOptions = [
    '-Djenkins.install.runSetupWizard=false',
    '-XX:MaxRAMPercentage=60.0',
    `-Duser.timezone=${timeZone.value}`,
  ];
  const jenkinsOptions = [
    '--webroot=/var/jenkins_cache/war',
    ...(pathPrefix.value === '' ? [] : [`--prefix=${pathPrefix.value}`]),
  ];
  return [
    field('POD_NAME', 'metadata.name'),
    field('POD_NAMESPACE', 'metadata.namespace'),
    field('POD_IP', 'status.podIP'),
    ...(seedRepository === undefined ? [] : [{ name: 'SEED_JOBS_REPO', value: seedRepository }]),
    { name: 'SECRETS', value: secretsFolder },
    {
      name: 'JENKINS_JAVA_OPTS',
      value: sourced(
        javaOptions.join(' '),
        fromSeveral([
          fromPolicy(
            'The init scripts do what the setup wizard does; Jenkins gets most of the memory limit.',
          ),
          timeZone.origin,
        ]),
      ),
    },
    {
      name: 'JENKINS_OPTS',
      value: sourced(
        jenkinsOptions.join(' '),
        fromSeveral([fromPolicy('The war file is unpacked outside the home directory.'), pathPrefix.origin]),
      ),
    },
    {
      name: 'PRE_CLEAR_INIT_GROOVY_D',
      value: sourced(
        '',
        fromPolicy('The image must not remove the folder that the ConfigMap is mounted at.'),
      ),
    },
  ];
}

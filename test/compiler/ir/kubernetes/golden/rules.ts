import { versionPlaceholder } from '../../../../../compiler/ir/kubernetes/version-placeholder.ts';
import type { Pair, Rule } from './compare.ts';

const operator = 'environment-operator';
const plugin = 'plugin-5.1.1';

const isNew = ({ ours, theirs }: Pair) => ours !== undefined && theirs === undefined;
const isGone = ({ ours, theirs }: Pair) => ours === undefined && theirs !== undefined;
const isBlueGreen = ({ sample }: Pair) =>
  sample.ours.some((object) => object.metadata.annotations?.deployment_method === 'bluegreen');
const isAutoscaled = ({ sample, ourObject }: Pair) =>
  sample.ours.some(
    (other) => other.kind === 'HorizontalPodAutoscaler' && other.metadata.name === ourObject?.metadata.name,
  );

/** Whether our object is one of two colours. */
const isColour = ({ ourObject, sample }: Pair) => {
  const [, name] = /^(.*)-(blue|green)$/.exec(ourObject?.metadata.name ?? '') ?? [];
  return sample.ours.some(
    ({ kind, metadata }) =>
      kind === 'Service' && metadata.name === name && metadata.annotations?.deployment_active !== undefined,
  );
};

/** Whether their object stands for two coloured ones of ours. */
const hasColours = ({ theirObject, sample }: Pair) =>
  ['blue', 'green'].every((colour) =>
    sample.ours.some(
      ({ kind, metadata }) =>
        kind === theirObject?.kind && metadata.name === `${theirObject.metadata.name}-${colour}`,
    ),
  );

/** Everything in which our objects differ from those of the engines, in the order in which it is looked up. */
export const rules: readonly Rule[] = [
  {
    verdict: 'modernised',
    reason: 'not part of what is applied: Go wrote empty fields of the API server',
    field: /creationTimestamp$|^status\b/,
    when: isGone,
  },
  { verdict: 'modernised', reason: "today's API version", field: /^apiVersion$/ },
  {
    verdict: 'modernised',
    reason: 'consistent labels: the original ones of both engines, and app.kubernetes.io/*',
    field:
      /labels\.(app·kubernetes·io\/(name|instance|part-of|managed-by|version)|bitesize\/environment|project|application|app|creator|name)$/,
    when: isNew,
  },
  {
    verdict: 'fixed',
    reason: 'B28: `application` defaults to the name of the service',
    engine: operator,
    field: /labels\.(app|application)$/,
    when: ({ theirs }) => theirs === '',
  },
  {
    verdict: 'fixed',
    reason: 'B28: `application` defaults to the name of the service',
    engine: operator,
    field: /containers\[\]\.image$/,
    when: ({ ours, theirs, ourObject }) =>
      String(theirs).replace('/:', `/${ourObject?.metadata.labels?.application}:`) === ours,
  },
  {
    verdict: 'modernised',
    reason: 'without a version the manifest awaits one; the operator kept what the cluster had, or failed',
    engine: operator,
    kind: /^Deployment$/,
    field: /labels\.version$|containers\[\]\.image$/,
    when: ({ ours, theirs }) =>
      String(ours).includes(versionPlaceholder) && (theirs === '' || theirs === undefined),
  },
  {
    verdict: 'modernised',
    reason: 'without a version the manifest awaits one; the harness forced one on the plugin',
    engine: plugin,
    kind: /^Deployment$/,
    field: /labels\.version$|containers\[\]\.image$/,
    when: ({ ours, theirs }) => String(ours).replace(versionPlaceholder, '1.0.0-20160101000000') === theirs,
  },
  {
    verdict: 'modernised',
    reason: 'only what runs carries the version, so that a new one changes nothing else',
    engine: operator,
    kind: /^(Service|HorizontalPodAutoscaler)$/,
    field: /^metadata\.labels\.version$/,
    when: isGone,
  },
  {
    verdict: 'modernised',
    reason: 'a pod template has no name and no namespace',
    engine: operator,
    field: /^spec\.template\.metadata\.(name|namespace)$/,
    when: isGone,
  },
  {
    verdict: 'modernised',
    reason: 'an environment without a namespace gets one; the operator took its own',
    engine: operator,
    field: /^metadata\.namespace$/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'the rolling strategy is said, and is that of Kubernetes by default',
    field: /^spec\.strategy\.type$/,
    when: ({ ours, theirs }) => ours === 'RollingUpdate' && theirs === undefined,
  },
  {
    verdict: 'fixed',
    reason: 'B12: `deployment.timeout` counts',
    field: /^spec\.progressDeadlineSeconds$/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'security context: the default system calls of the container runtime',
    field: /securityContext\.seccompProfile\.type$/,
    when: isNew,
  },
  {
    verdict: 'fixed',
    reason: 'reference 11.32: an autoscaler decides alone; the operator reset the number of pods every 30 s',
    engine: operator,
    field: /^spec\.replicas$/,
    when: (pair) => isGone(pair) && isAutoscaled(pair),
  },
  {
    verdict: 'fixed',
    reason:
      'volumes of init containers are volumes of the pod; the API server refused the pods of the operator',
    engine: operator,
    field: /^spec\.template\.spec\.volumes\[\]/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'resources as the operator had them: the plugin knew none',
    engine: plugin,
    field: /containers\[\]\.resources\./,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'the default protocol is said',
    field: /ports\[\]\.protocol$/,
    when: ({ ours, theirs }) => ours === 'TCP' && theirs === undefined,
  },
  {
    verdict: 'modernised',
    reason: 'blue/green pods know their colour, as with the operator',
    engine: plugin,
    field: /containers\[\]\.env\[\]\.(name|value)$/,
    when: (pair) => isNew(pair) && isBlueGreen(pair),
  },
  {
    verdict: 'modernised',
    reason: 'ports have the names of the operator',
    engine: plugin,
    kind: /^Service$/,
    field: /^spec\.ports\[\]\.(name|port|protocol|targetPort)$/,
  },
  {
    verdict: 'modernised',
    reason: 'pods are selected as by the operator: by `creator` and `name`, which no version changes',
    engine: plugin,
    field: /^spec\.selector\.(matchLabels\.creator|creator|application|project)$/,
  },
  {
    verdict: 'fixed',
    reason: 'B28: the deployment of the environment holds for its services',
    engine: operator,
    kind: /^Service$/,
    field: /^metadata\.annotations\.deployment_(method|active)$/,
  },
  {
    verdict: 'modernised',
    reason: 'annotations of the operator',
    engine: plugin,
    kind: /^Service$/,
    field: /^metadata\.annotations\.deployment_(method|active)$/,
    when: isNew,
  },
  {
    verdict: 'fixed',
    reason: 'B28: the deployment of the environment holds for its services',
    engine: operator,
    kind: /^Service$/,
    field: /^spec\.selector\.name$/,
    when: (pair) => pair.ours === `${pair.theirs}-${pair.ourObject?.metadata.annotations?.deployment_active}`,
  },
  {
    verdict: 'fixed',
    reason: 'B28: the deployment of the environment holds for its services, so there are two colours',
    engine: operator,
    kind: /^(Deployment|Service|Ingress|HorizontalPodAutoscaler)$/,
    field: /^\(object\)$/,
    when: (pair) => (isNew(pair) ? isColour(pair) : hasColours(pair)),
  },
  {
    verdict: 'fixed',
    reason: 'B10: there is a stable Service, and both colours are Deployments that await a version',
    engine: plugin,
    kind: /^(Deployment|Service)$/,
    field: /^\(object\)$/,
    when: (pair) => isBlueGreen(pair) && isNew(pair),
  },
  {
    verdict: 'fixed',
    reason: 'B24: the stable Ingress says bluegreen',
    engine: plugin,
    kind: /^Ingress$/,
    field: /^metadata\.labels\.deployment_method$/,
    when: ({ ours, theirs }) => ours === 'bluegreen' && theirs === 'rolling-upgrade',
  },
  {
    verdict: 'fixed',
    reason: 'B10: the stable Ingress sends to the stable Service',
    engine: plugin,
    kind: /^Ingress$/,
    field: /backend\.service\.name$/,
    when: ({ ours, theirs }) =>
      /-(blue|green)$/.test(String(theirs)) && String(theirs).startsWith(`${ours}-`),
  },
  {
    verdict: 'modernised',
    reason: 'fields of networking.k8s.io/v1',
    kind: /^Ingress$/,
    field: /pathType$|ingressClassName$/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'labels of the plugin',
    engine: operator,
    kind: /^Ingress$/,
    field: /^metadata\.labels\.(httpsBackend|deployment_method)$/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'what the labels say, as annotations of the ingress class nginx',
    kind: /^Ingress$/,
    field: /^metadata\.annotations\.nginx·/,
    when: isNew,
  },
  {
    verdict: 'fixed',
    reason: 'B29: TLS for every host',
    engine: operator,
    kind: /^Ingress$/,
    field: /^spec\.tls\[\]\.hosts\[\]$/,
  },
  {
    verdict: 'modernised',
    reason: 'TLS as the operator wrote it, beside the label of the plugin',
    engine: plugin,
    kind: /^Ingress$/,
    field: /^spec\.tls\[\]/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'the storage class is a field, no longer an annotation',
    kind: /^PersistentVolumeClaim$/,
    field: /storage-class$|^spec\.storageClassName$/,
  },
  {
    verdict: 'fixed',
    reason: 'reference 5.5: one claim has labels of its own, not those of the mount that came last',
    engine: operator,
    kind: /^PersistentVolumeClaim$/,
    field: /^metadata\.labels\.(deployment|mount_path|size|type)$/,
    when: isGone,
  },
  {
    verdict: 'fixed',
    reason: 'B31: `provisioning: manual` selects an existing volume',
    engine: operator,
    kind: /^PersistentVolumeClaim$/,
    field: /^spec\.selector\.matchLabels\.name$/,
    when: isNew,
  },
  {
    verdict: 'modernised',
    reason: 'volumes are made by their storage class; `provisioning: manual` is the plugin way',
    engine: plugin,
    kind: /^PersistentVolumeClaim$/,
    field: /^spec\.selector\.matchLabels\.name$/,
    when: isGone,
  },
  {
    verdict: 'fixed',
    reason: 'reference 11.35: the misspelt `mode` counts, with a warning',
    engine: operator,
    kind: /^PersistentVolumeClaim$/,
    field: /^spec\.accessModes\[\]$/,
    when: ({ sample }) => sample.name.startsWith('plugin/005'),
  },
  {
    verdict: 'fixed',
    reason: 'B34 and reference 11.34: the old key of the target counts, with a warning',
    engine: operator,
    kind: /^HorizontalPodAutoscaler$/,
    field: /^spec\.metrics\[\]/,
    when: ({ ours, theirs }) => (ours === 75 && theirs === 80) || theirs === undefined,
  },
  {
    verdict: 'fixed',
    reason: 'options keep their types: the engines made texts of them',
    field: /^spec\.options\./,
    when: ({ ours, theirs }) => String(ours) === theirs || String(ours) === String(theirs).toLowerCase(),
  },
  {
    verdict: 'fixed',
    reason: 'reference 11.35: `mks` is `msk` misspelt, with a warning',
    engine: operator,
    kind: /^M[ks]k?s?$/,
    field: /^\(object\)$/,
  },
  {
    verdict: 'modernised',
    reason: '`type: cron` is a CronJob',
    engine: operator,
    kind: /^Cron(Job)?$/,
    field: /^\(object\)$/,
  },
];

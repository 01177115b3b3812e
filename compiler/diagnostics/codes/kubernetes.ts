import { defineCodes } from '../define-codes.ts';

type Nothing = Record<string, never>;

/** Diagnostics about what the environments become on Kubernetes, and what cannot be said there. */
export const kubernetesCodes = defineCodes(() => ({
  'kubernetes/over-limit': {
    severity: 'error',
    message: (p: { field: string; value: string; limit: string; setting: string }) =>
      `\`${p.field}\` is ${p.value}, more than the ${p.limit} of \`${p.setting}\``,
    why: 'The settings bound what a single service may take from the cluster.',
  },
  'kubernetes/version': {
    severity: 'error',
    message: (p: { version: string }) =>
      `version \`${p.version}\` cannot be both an image tag and a label of Kubernetes`,
    why: 'The version becomes the tag of the image and a label; the API server refuses the whole object otherwise.',
  },
  'kubernetes/placeholder': {
    severity: 'error',
    message: (p: { placeholder: string }) =>
      `\`${p.placeholder}\` stands for the version and cannot be used in a spec`,
    why: 'The deploy job replaces this text by the version, wherever it stands in the manifest.',
  },
  'kubernetes/label': {
    severity: 'error',
    message: (p: { value: string }) => `\`${p.value}\` cannot be a label of Kubernetes`,
    why: 'It becomes a label of every object, and the API server refuses the objects.',
  },
  'kubernetes/annotation': {
    severity: 'error',
    message: (p: { name: string; problem: string }) => `annotation \`${p.name}\`: ${p.problem}`,
    why: 'The API server refuses the object, or one of two values is lost.',
  },
  'kubernetes/lost-text': {
    severity: 'error',
    message: (p: { field: string; problem: string }) => `\`${p.field}\` ${p.problem}`,
    why: '`kubectl apply -k` prints every object again; it would change this text, or refuse the whole folder.',
  },
  'kubernetes/object-name': {
    severity: 'error',
    message: (p: { kind: string; name: string; problem: string }) =>
      `\`${p.name}\` cannot be the name of a ${p.kind}: ${p.problem}`,
    why: 'The API server refuses the object.',
  },
  'kubernetes/same-object': {
    severity: 'error',
    message: (p: { kind: string; name: string; namespace: string }) =>
      `there are two ${p.kind} objects called \`${p.name}\` in namespace \`${p.namespace}\``,
    why: 'The one that is applied last overwrites the other, and the two take turns for ever.',
  },
  'kubernetes/unused-field': {
    severity: 'warning',
    message: (p: { field: string; role: string }) => `\`${p.field}\` has no effect on ${p.role}`,
    why: 'Nothing in the output comes from this field; the engines ignored it silently.',
  },
  'kubernetes/unknown-backend': {
    severity: 'warning',
    message: (p: { backend: string }) =>
      `the Ingress sends requests to \`${p.backend}\`, which is no service of this environment`,
    why: 'Unless somebody else made a Service of that name in the namespace, every request is answered with an error.',
  },
  'kubernetes/unknown-backend-port': {
    severity: 'error',
    message: (p: { port: number; service: string }) =>
      `the Ingress sends requests to port ${p.port}, which service \`${p.service}\` does not have`,
    why: 'Every request would be answered with an error.',
  },
  'kubernetes/unknown-selector': {
    severity: 'warning',
    message: (p: { selector: string }) =>
      `the Service selects the pods of \`${p.selector}\`, which is no service of this environment`,
    why: 'Unless somebody else runs pods with that label, nothing answers.',
  },
  'kubernetes/unreached-port': {
    severity: 'warning',
    message: (p: { port: number; service: string }) =>
      `the pods of \`${p.service}\` do not listen on port ${p.port}`,
    why: 'Connections to this port of the Service are refused.',
  },
  'kubernetes/wildcard-colour': {
    severity: 'error',
    message: (p: { host: string }) => `\`${p.host}\` has no host for each colour`,
    why: 'A colour is reached at the host with its name after the first part, and a wildcard cannot be continued.',
  },
  'kubernetes/shared-claim': {
    severity: 'warning',
    message: (p: { service: string; environment: string; volume: string }) =>
      `both colours of \`${p.service}\` in \`${p.environment}\` mount the one claim \`${p.volume}\``,
    why: 'A claim holds data, which a new version must find; so it is never doubled, and both versions use it at once.',
  },
  'kubernetes/single-node-class': {
    severity: 'warning',
    message: (p: { volume: string; mode: string; class: string }) =>
      `claim \`${p.volume}\` asks for ${p.mode}, and a disk of the class \`${p.class}\` is mounted by one node at a time`,
    why: 'The claim would never be bound, and the pods would wait for it.',
  },
  'kubernetes/single-node-claim': {
    severity: 'warning',
    message: (p: { service: string; volume: string }) =>
      `\`${p.service}\` runs in several pods, and only those of one node can mount \`${p.volume}\``,
    why: 'A pod on another node never starts, and a rolling upgrade stops with it.',
  },
  'kubernetes/claim-conflict': {
    severity: 'error',
    message: (p: { volume: string }) => `claim \`${p.volume}\` is described in two ways`,
    why: 'Volumes of one name in an environment are one claim, and it can have only one size, class and mode.',
  },
  'kubernetes/volume-conflict': {
    severity: 'error',
    message: (p: { volume: string }) => `volume \`${p.volume}\` means two things in one pod`,
    why: 'Volumes of one name in a pod are one volume; the second description would be lost.',
  },
  'kubernetes/claim-without-size': {
    severity: 'error',
    message: (p: { volume: string }) => `claim \`${p.volume}\` has no size`,
    why: 'The API server refuses a claim without a size; environment-operator crashed on it.',
  },
  'kubernetes/unknown-volume-type': {
    severity: 'error',
    message: (p: { type: string }) => `there is no storage class for volumes of type \`${p.type}\``,
    why: 'The claim would wait for a storage class that nobody named.',
  },
  'kubernetes/unknown-access-mode': {
    severity: 'error',
    message: (p: { mode: string }) => `\`${p.mode}\` is no access mode of Kubernetes`,
    why: 'The API server refuses the claim; environment-operator dropped such a mode.',
  },
  'kubernetes/access-modes': {
    severity: 'error',
    message: (p: { modes: string; problem: string }) =>
      `\`${p.modes}\` cannot be the access modes of a claim: ${p.problem}`,
    why: 'The API server refuses the claim.',
  },
  'kubernetes/ingress-class': {
    severity: 'warning',
    message: (p: { field: string; ingressClass: string }) =>
      `\`${p.field}\` cannot be told to the ingress class \`${p.ingressClass}\``,
    why: 'Each ingress controller has annotations of its own for it, and those of this class are not known.',
  },
  'kubernetes/http2': {
    severity: 'warning',
    message: (p: { problem: string }) => `HTTP/2 ${p.problem}`,
    why: 'ingress-nginx offers HTTP/2 on every host with TLS and on no other, whatever an Ingress says.',
  },
  'kubernetes/mesh-without-host': {
    severity: 'warning',
    message: (p: { service: string }) =>
      `service \`${p.service}\` is part of the mesh but has no external URL`,
    why: 'The mesh gets a route for each external URL, so nothing is made.',
  },
  'kubernetes/mesh-https-backend': {
    severity: 'warning',
    message: (_: Nothing) => '`httpsBackend` is not told to the mesh',
    why: 'How the mesh speaks to the pods is a rule for all callers of the service, not for one route.',
  },
  'kubernetes/metric-without-value': {
    severity: 'error',
    message: (p: { metric: string }) => `metric \`${p.metric}\` has no \`target_average_value\``,
    why: 'A metric of the pods is compared with a value; without one the API server refuses the autoscaler.',
  },
  'kubernetes/no-schedule': {
    severity: 'error',
    message: (p: { service: string }) => `\`${p.service}\` is of type cron but has no schedule`,
    why: 'A CronJob without a schedule is refused by the API server.',
  },
  'kubernetes/unknown-cron-option': {
    severity: 'error',
    message: (p: { option: string }) => `\`${p.option}\` is no option of a CronJob`,
    why: 'The options of a service of type cron are the fields of a CronJob; another one would be lost.',
  },
  'kubernetes/bad-cron-option': {
    severity: 'error',
    message: (p: { option: string; expected: string }) =>
      `\`${p.option}\` must be ${p.expected === 'integer' ? 'a whole number' : p.expected === 'boolean' ? 'true or false' : 'text'}`,
    why: 'The API server refuses a CronJob with a value of another type.',
  },
  'kubernetes/cron-option-value': {
    severity: 'error',
    message: (p: { option: string; problem: string }) =>
      `\`${p.option}\` has a value that a CronJob cannot have: ${p.problem}`,
    why: 'The API server refuses the CronJob.',
  },
  'kubernetes/bad-kind': {
    severity: 'error',
    message: (p: { type: string }) => `type \`${p.type}\` cannot be the kind of a Kubernetes resource`,
    why: 'The type of a third-party service becomes the kind of its resource.',
  },
  'kubernetes/nested-chart-value': {
    severity: 'error',
    message: (p: { key: string }) => `\`${p.key}\` under \`set\` is not a plain value`,
    why: 'The chart controller sets single values; lists and maps would be lost.',
  },
  'kubernetes/entry-without-host': {
    severity: 'error',
    message: (p: { service: string }) => `service entry \`${p.service}\` names no host`,
    why: 'A ServiceEntry without hosts is refused.',
  },
  'kubernetes/entry-rule': {
    severity: 'error',
    message: (p: { problem: string }) => p.problem,
    why: 'Istio has these rules in the definition of a ServiceEntry, and the API server refuses what breaks them.',
  },
  'kubernetes/entry-option': {
    severity: 'warning',
    message: (p: { option: string }) => `option \`${p.option}\` has no place in a service entry`,
    why: 'A ServiceEntry has the fields of Istio only; the option is not written.',
  },
  'kubernetes/foreign-gists': {
    severity: 'warning',
    message: (p: { repository: string }) => `the ConfigMaps from ${withoutLogin(p.repository)} are not made`,
    why: 'The compiler reads the files of the repository of the specs, and fetches nothing.',
  },
  'kubernetes/gist-type': {
    severity: 'warning',
    message: (p: { type: string }) => `nothing is made of a gist of type \`${p.type}\``,
    why: 'environment-operator read such gists and never applied one.',
  },
  'kubernetes/empty-gist': {
    severity: 'warning',
    message: (_: Nothing) => 'the gist has neither `files` nor `path`',
    why: 'There is nothing to make a ConfigMap of.',
  },
  'kubernetes/missing-gist-file': {
    severity: 'warning',
    message: (p: { path: string }) => `\`${p.path}\` is not there, or has no files`,
    why: 'Pods that mount the ConfigMap wait until somebody makes it.',
  },
  'kubernetes/gist-without-name': {
    severity: 'error',
    message: (_: Nothing) => 'the gist has no name, and its file names none',
    why: 'The ConfigMap is mounted by its name.',
  },
  'kubernetes/not-a-config-map': {
    severity: 'error',
    message: (p: { path: string; kind: string }) => `\`${p.path}\` holds ${p.kind}, not a ConfigMap`,
    why: 'A gist of type configmap names a file with one ConfigMap.',
  },
  'kubernetes/repeated-gist-key': {
    severity: 'error',
    message: (p: { key: string }) => `two files of the gist are called \`${p.key}\``,
    why: 'The name of a file is its key in the ConfigMap, so one would be lost.',
  },
  'kubernetes/bad-gist-key': {
    severity: 'error',
    message: (p: { key: string }) => `\`${p.key}\` cannot be a key of a ConfigMap`,
    why: 'The API server refuses the ConfigMap.',
  },
  'kubernetes/user-of-image': {
    severity: 'warning',
    message: (p: { services: string }) =>
      `no container may run as root, and nothing but the image says as whom they run: ${p.services}`,
    why: 'Kubernetes starts no container whose image runs as root, or names its user by a word.',
  },
  'kubernetes/certificate-secret': {
    severity: 'warning',
    message: (p: { secret: string; what: string }) =>
      `Secret \`${p.secret}\` has to hold a certificate and ${p.what}`,
    why: 'What makes certificates takes a Secret for its own, and `kubectl create secret` makes none twice.',
  },
  'kubernetes/custom-resource': {
    severity: 'warning',
    message: (p: { kinds: readonly string[]; version: string; services: string }) => {
      const [no, definition] =
        p.kinds.length === 1 ? ['is no kind', 'its definition'] : ['are no kinds', 'their definitions'];
      return `${p.kinds.map((kind) => `\`${kind}\``).join(', ')} of \`${p.version}\` ${no} of Kubernetes itself; the cluster needs ${definition} for ${p.services}`;
    },
    why: 'Without the definition (CRD) the API server refuses the object, and without a controller nothing comes of it.',
  },
  'kubernetes/gist-too-large': {
    severity: 'error',
    message: (p: { name: string; bytes: number }) =>
      `ConfigMap \`${p.name}\` would have ${p.bytes} bytes, more than the 1 MiB that Kubernetes takes`,
    why: 'The API server refuses the ConfigMap.',
  },
}));

/** A repository URL may hold a password. */
function withoutLogin(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

import { choice, flag, integer, item, list, MOST_OF_INT, map, part, ports, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** They become a number of probes, which are ten seconds apart. */
const MOST_STARTUP_MINUTES = Math.floor(MOST_OF_INT / 6);

/** How the controller runs in Kubernetes. */
export const kubernetes: Definitions = {
  Kubernetes: {
    description: 'How the controller runs on Kubernetes.',
    fields: {
      name: text('Name of the Kubernetes objects of the controller.', {
        pattern: patterns.dnsLabel,
        default: 'jenkins',
        examples: ['sample-jenkins'],
        since: '0.1.0',
      }),
      namespace: text('Namespace of the controller.', {
        pattern: patterns.dnsLabel,
        without: '`<project>-jenkins`',
        examples: ['sample-jenkins'],
        since: '0.1.0',
      }),
      agent_namespace: text('Namespace of the agents.', {
        pattern: patterns.dnsLabel,
        without: 'the namespace of the controller',
        examples: ['sample-agents'],
        since: '0.1.0',
      }),
      privileged_namespace: text(
        'Namespace of the agents whose pods the level `baseline` of Pod Security refuses, such as `dind`. Their Secrets and claims have to be there.',
        {
          pattern: patterns.dnsLabel,
          without: '`<namespace of the agents>-privileged`',
          examples: ['sample-privileged'],
          since: '0.1.0',
        },
      ),
      storage: part('Storage', 'Storage of the home directory.', {
        default: {},
        examples: [{ class: 'fast', size: '50Gi' }],
        since: '0.1.0',
      }),
      resources: part('Resources', 'Resources of the controller.', {
        default: { requests: { cpu: '500m', memory: '2Gi' }, limits: { cpu: '2000m', memory: '4Gi' } },
        examples: [{ requests: { cpu: '1000m', memory: '4Gi' }, limits: { cpu: '4000m', memory: '6Gi' } }],
        since: '0.1.0',
      }),
      ingress: part('Ingress', 'How the controller is reached from outside the cluster.', {
        without: 'no Ingress',
        examples: [{ host: 'ci.example.com', tls_secret: 'ci-tls' }],
        since: '0.1.0',
      }),
      node_selector: map('Labels of the nodes that the controller may run on.', {
        of: item.text(),
        default: {},
        examples: [{ 'kubernetes.io/arch': 'amd64' }],
        since: '0.1.0',
      }),
      tolerations: list('Taints of nodes that the controller puts up with.', {
        of: 'Toleration',
        default: [],
        examples: [[{ key: 'dedicated', value: 'ci', effect: 'NoSchedule' }]],
        since: '0.1.0',
      }),
      network_policy: flag(
        'Whether NetworkPolicies limit who reaches the controller and its agents, and what they reach.',
        { default: true, examples: [false], since: '0.1.0' },
      ),
      network: part('Network', 'What the NetworkPolicies allow besides what follows from the specs.', {
        default: {},
        examples: [
          { http_from: ['ingress-nginx', 'monitoring'], egress: [{ cidr: '10.20.0.0/16', ports: [5432] }] },
        ],
        since: '0.1.0',
      }),
      backup: part('Backup', 'Backups of the home directory.', {
        without: 'no backups',
        examples: [{ schedule: '17 3 * * *', keep: 7 }],
        since: '0.1.0',
      }),
      pull_secrets: texts(
        'Names of the Secrets for pulling the images of the controller and of the agents.',
        {
          pattern: patterns.dnsSubdomain,
          default: [],
          examples: [['registry']],
          since: '0.1.0',
        },
      ),
      service_account: text('Service account of the controller.', {
        pattern: patterns.dnsSubdomain,
        without: 'the value of `name`',
        examples: ['jenkins'],
        since: '0.1.0',
      }),
      termination_grace_seconds: integer('Seconds that the controller has to end before it is killed.', {
        minimum: 0,
        default: 60,
        examples: [120],
        since: '0.1.0',
      }),
      startup_minutes: integer('Minutes that the controller has to start before it is killed.', {
        minimum: 1,
        maximum: MOST_STARTUP_MINUTES,
        default: 10,
        examples: [20],
        since: '0.1.0',
      }),
    },
    examples: [
      { namespace: 'sample-jenkins', storage: { size: '50Gi' }, ingress: { host: 'ci.example.com' } },
    ],
  },
  Storage: {
    description: 'Storage of a claim.',
    fields: {
      class: text('Storage class.', {
        pattern: patterns.dnsSubdomain,
        without: 'the default class of the cluster',
        examples: ['fast'],
        since: '0.1.0',
      }),
      size: text('Size of the claim.', {
        pattern: patterns.byteAmount,
        default: '20Gi',
        examples: ['50Gi'],
        since: '0.1.0',
      }),
    },
    examples: [{ class: 'fast', size: '50Gi' }],
  },
  Ingress: {
    description: 'How the controller is reached from outside the cluster.',
    fields: {
      host: text('Host name.', {
        minLength: 1,
        required: true,
        examples: ['ci.example.com'],
        since: '0.1.0',
      }),
      class: text('Ingress class.', {
        pattern: patterns.dnsSubdomain,
        default: 'nginx',
        examples: ['haproxy'],
        since: '0.1.0',
      }),
      tls: flag('Whether the host is served by HTTPS.', { default: true, examples: [false], since: '0.1.0' }),
      tls_secret: text('Name of the Secret that holds the certificate.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-tls',
        examples: ['ci-tls'],
        since: '0.1.0',
      }),
      annotations: map('Annotations of the Ingress.', {
        of: item.text(),
        default: {},
        examples: [{ 'cert-manager.io/cluster-issuer': 'letsencrypt' }],
        since: '0.1.0',
      }),
    },
    examples: [{ host: 'ci.example.com', tls_secret: 'ci-tls' }],
  },
  Network: {
    description: 'What the NetworkPolicies allow besides what follows from the specs.',
    fields: {
      http_from: texts(
        'Namespaces whose pods may reach Jenkins over HTTP, besides its agents: that of the Ingress controller, and of whatever watches Jenkins.',
        {
          pattern: patterns.namespaces,
          without:
            'with an Ingress, the namespace that the controller of its class is usually installed in (`ingress-nginx` for `nginx`), or all but those of the environments where that is not known; without one, none',
          examples: [['ingress-nginx', 'monitoring']],
          since: '0.1.0',
        },
      ),
      egress: list(
        'Connections that the controller and its agents may open, besides DNS, HTTP, HTTPS, SSH, and the ports of the addresses that the specs name.',
        {
          of: 'EgressRule',
          default: [],
          examples: [[{ cidr: '10.20.0.0/16', ports: [5432] }]],
          since: '0.1.0',
        },
      ),
    },
    examples: [
      { http_from: ['ingress-nginx', 'monitoring'], egress: [{ cidr: '10.20.0.0/16', ports: [5432] }] },
    ],
  },
  EgressRule: {
    description: 'Connections that may be opened. A rule without fields allows all.',
    fields: {
      cidr: text('Range of addresses.', {
        pattern: patterns.addressRange,
        without: 'any address',
        examples: ['10.20.0.0/16'],
        since: '0.1.0',
      }),
      namespace: text('Namespace whose pods may be reached.', {
        pattern: patterns.dnsLabel,
        without: 'any place',
        examples: ['databases'],
        since: '0.1.0',
      }),
      ports: ports('TCP ports.', { without: 'all ports', examples: [[5432]], since: '0.1.0' }),
    },
    examples: [{ cidr: '10.20.0.0/16', ports: [5432] }],
  },
  Toleration: {
    description: 'A taint of nodes that the controller puts up with.',
    fields: {
      key: text('Key of the taint.', { without: 'all keys', examples: ['dedicated'], since: '0.1.0' }),
      operator: choice('How `key` and `value` are compared with the taint.', {
        values: { Equal: 'Key and value are equal.', Exists: 'The key is there.' },
        default: 'Equal',
        examples: ['Exists'],
        since: '0.1.0',
      }),
      value: text('Value of the taint.', { default: '', examples: ['ci'], since: '0.1.0' }),
      effect: choice('Effect of the taint.', {
        values: {
          NoSchedule: 'New pods are kept away.',
          PreferNoSchedule: 'New pods are kept away where possible.',
          NoExecute: 'All pods are kept away.',
        },
        without: 'all effects',
        examples: ['NoSchedule'],
        since: '0.1.0',
      }),
      seconds: integer('Seconds that the controller stays after a taint with NoExecute.', {
        minimum: 0,
        without: 'for ever',
        examples: [300],
        since: '0.1.0',
      }),
    },
    examples: [{ key: 'dedicated', value: 'ci', effect: 'NoSchedule' }],
  },
  Backup: {
    description: 'Backups of the home directory. They become a CronJob with a claim of its own.',
    fields: {
      schedule: text('When a backup is made, in the cron form of Kubernetes.', {
        default: '17 3 * * *',
        examples: ['30 2 * * 0'],
        since: '0.1.0',
      }),
      keep: integer('Number of backups that are kept.', {
        minimum: 1,
        default: 7,
        examples: [14],
        since: '0.1.0',
      }),
      size: text('Size of the claim for the backups.', {
        pattern: patterns.byteAmount,
        default: '20Gi',
        examples: ['100Gi'],
        since: '0.1.0',
      }),
      class: text('Storage class of the claim for the backups.', {
        pattern: patterns.dnsSubdomain,
        without: 'the class of `kubernetes.storage`',
        examples: ['slow'],
        since: '0.1.0',
      }),
      image: text('Image that makes the backups; it needs `sh`, `tar` and `gzip`.', {
        without: 'the image of the controller',
        examples: ['registry.example.com/backup:1.0'],
        since: '0.1.0',
      }),
    },
    examples: [{ schedule: '17 3 * * *', keep: 7 }],
  },
};

import { choice, flag, integer, item, list, map, part, text, texts } from '../fields.ts';
import { allowance, XML_SCRIPTS } from '../jobs/groovy-script.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** How environments are deployed, and jobs of the project itself. */
export const delivery: Definitions = {
  Pipeline: {
    description: 'Policies of the generated jobs.',
    fields: {
      tests: choice('What a failed test means for the promotion.', {
        values: {
          gate: 'The next environment is not deployed.',
          report: 'The next environment is deployed, and the tests only report.',
        },
        default: 'gate',
        examples: ['report'],
        since: '0.1.0',
      }),
      approval: part('Approval', 'How manual environments are approved.', {
        default: {},
        examples: [{ submitters: ['alice', 'release-team'], timeout_minutes: 1440 }],
        since: '0.1.0',
      }),
      component_poll: text(
        'When component jobs look for changes, in the cron form of Jenkins. Empty means never.',
        { default: 'H/5 * * * *', examples: ['H/15 * * * *', ''], since: '0.1.0' },
      ),
      webhook: flag('Whether a push to a repository starts its component job at once.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      build_timeout_minutes: integer('Minutes after which a component or image job is aborted.', {
        minimum: 1,
        without: 'no limit',
        examples: [60],
        since: '0.1.0',
      }),
      keep_builds: integer('Number of builds that are kept per job.', {
        minimum: 1,
        without: 'all builds are kept',
        examples: [50],
        since: '0.1.0',
      }),
      service_manage: part(
        'ServiceManage',
        'The job `service-manage`, which applies everything but Deployments.',
        { default: {}, examples: [{ schedule: 'H H * * *', prune: true }], since: '0.1.0' },
      ),
      notifications: map(
        'Who is told about failures of all jobs: a map from the kind of notification to its addresses, as in the other spec files.',
        {
          of: item.text({ secret: true }),
          default: {},
          examples: [{ mail: 'team@example.com' }],
          since: '0.1.0',
        },
      ),
    },
    examples: [{ tests: 'gate', approval: { submitters: ['alice'], timeout_minutes: 1440 } }],
  },
  Approval: {
    description: 'How manual environments are approved.',
    fields: {
      submitters: texts(
        'Users and groups who may approve, besides administrators. Without any, everybody who may build the job may approve. It needs the strategy `matrix` of `authorization`: with `logged-in`, everybody who logs in is an administrator.',
        { default: [], examples: [['alice', 'release-team']], since: '0.1.0' },
      ),
      timeout_minutes: integer('Minutes after which a request for approval ends.', {
        minimum: 1,
        default: 10080,
        examples: [1440],
        since: '0.1.0',
      }),
    },
    examples: [{ submitters: ['alice'], timeout_minutes: 1440 }],
  },
  ServiceManage: {
    description: 'The job `service-manage`.',
    fields: {
      schedule: text(
        'When the job runs, in the cron form of Jenkins. Empty means only after a change of the specs.',
        { default: 'H/15 * * * *', examples: ['H H * * *', ''], since: '0.1.0' },
      ),
      prune: flag(
        'Whether objects that left the specs are deleted. Volume claims and third-party resources never are, since they hold data; the job lists them.',
        { default: false, examples: [true], since: '0.1.0' },
      ),
    },
    examples: [{ schedule: 'H H * * *', prune: true }],
  },
  Limits: {
    description: 'Bounds and defaults for the resources of services.',
    fields: {
      max_replicas: integer('The largest number of pods of a service.', {
        minimum: 1,
        default: 50,
        examples: [20],
        since: '0.1.0',
      }),
      max_cpu: text('The most CPU of a container.', {
        pattern: patterns.cpuAmount,
        default: '4000m',
        examples: ['2000m'],
        since: '0.1.0',
      }),
      max_memory: text('The most memory of a container.', {
        pattern: patterns.byteAmount,
        default: '8192Mi',
        examples: ['4096Mi'],
        since: '0.1.0',
      }),
      default_cpu: text('CPU limit of a container that names none.', {
        pattern: patterns.cpuAmount,
        default: '1000m',
        examples: ['500m'],
        since: '0.1.0',
      }),
      default_memory: text('Memory limit of a container that names none.', {
        pattern: patterns.byteAmount,
        default: '2048Mi',
        examples: ['1024Mi'],
        since: '0.1.0',
      }),
      request_cpu: text('CPU request of a container that names none.', {
        pattern: patterns.cpuAmount,
        default: '100m',
        examples: ['50m'],
        since: '0.1.0',
      }),
    },
    examples: [{ max_replicas: 20, max_memory: '4096Mi' }],
  },
  EnvironmentSettings: {
    description: 'Settings of the Kubernetes objects of all environments.',
    fields: {
      ingress_class: text('Ingress class of external URLs.', {
        pattern: patterns.dnsSubdomain,
        default: 'nginx',
        examples: ['haproxy'],
        since: '0.1.0',
      }),
      storage_classes: map(
        'Storage class of each kind of volume; kinds that are not listed keep their default. An empty text takes the class that the cluster marks as its default.',
        {
          of: item.text({ pattern: patterns.storageClass }),
          default: { ebs: 'aws-ebs', efs: 'aws-efs' },
          examples: [{ ebs: 'gp3', nfs: 'nfs-client' }],
          since: '0.1.0',
        },
      ),
      node_selector: map('Labels of the nodes that services may run on.', {
        of: item.text(),
        default: {},
        examples: [{ role: 'minion' }],
        since: '0.1.0',
      }),
      pull_secrets: texts('Names of the Secrets for pulling the images of services.', {
        pattern: patterns.dnsSubdomain,
        default: [],
        examples: [['registry']],
        since: '0.1.0',
      }),
      create_namespaces: flag('Whether the Namespace objects of the environments are made too.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      tls_secret: text(
        'Name of the Secret that holds the certificate of a service; `{service}` and `{environment}` are replaced.',
        {
          pattern: patterns.tlsSecretName,
          default: '{service}',
          examples: ['{service}-tls'],
          since: '0.1.0',
        },
      ),
      custom_resources: texts(
        'Custom resources whose definitions (CRDs) the cluster has: whole API groups such as `prsn.io`, or single kinds of one such as `Postgres.prsn.io`. Nothing is made of it; `check` does not speak of them any more.',
        {
          default: [],
          examples: [['networking.istio.io', 'Postgres.prsn.io']],
          since: '0.1.0',
        },
      ),
      mesh_selector: map('Labels of the Istio gateway that serves the mesh.', {
        of: item.text(),
        default: { istio: 'ingressgateway' },
        examples: [{ istio: 'internal-gateway' }],
        since: '0.1.0',
      }),
    },
    examples: [{ ingress_class: 'nginx', create_namespaces: true }],
  },
  JobDslFile: {
    description: "A Job DSL file of the project's own.",
    fields: {
      file: text('Path of the file, relative to this spec.', {
        minLength: 1,
        required: true,
        examples: ['jobs/nightly.groovy'],
        refers: 'file',
        since: '0.1.0',
      }),
      plugins: list('Plugins that the jobs of the file need.', {
        of: 'Plugin',
        default: [],
        examples: [[{ id: 'nodejs' }]],
        since: '0.1.0',
      }),
    },
    examples: [{ file: 'jobs/nightly.groovy', plugins: [{ id: 'nodejs' }] }],
  },
  JobXml: {
    description: 'An XML fragment that is put into one generated job.',
    fields: {
      job: text('Name of the job.', {
        minLength: 1,
        required: true,
        examples: ['web'],
        refers: 'job',
        since: '0.1.0',
      }),
      at: text(
        "Element of the job's configuration that gets the fragment as its last child, such as `publishers` or `properties`. Empty for the job itself, where the fragment stands instead of an element of its name.",
        { required: true, examples: ['publishers'], since: '0.1.0' },
      ),
      xml: text('The fragment: one or more XML elements.', {
        minLength: 1,
        required: true,
        examples: ['<hudson.plugins.chucknorris.CordellWalkerRecorder/>'],
        since: '0.1.0',
        secret: true,
      }),
      allow: allowance(XML_SCRIPTS),
      plugins: list('Plugins that the fragment needs.', {
        of: 'Plugin',
        default: [],
        examples: [[{ id: 'chucknorris' }]],
        since: '0.1.0',
      }),
    },
    examples: [
      {
        job: 'web',
        at: 'publishers',
        xml: '<hudson.plugins.chucknorris.CordellWalkerRecorder/>',
        plugins: [{ id: 'chucknorris' }],
      },
    ],
  },
};

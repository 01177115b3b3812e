import { choice, flag, integer, item, list, map, part, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** The seed repository, and the agents that build. */
export const agents: Definitions = {
  Seed: {
    description: 'Where the Job DSL of the jobs comes from. The job `seed-job` applies it.',
    fields: {
      mode: choice('Which scripts are applied.', {
        values: {
          repository: 'The seed job applies the scripts of the seed repository, whenever they change.',
          image: 'The scripts in the image are applied at every start of Jenkins.',
        },
        without: '`repository` when `repository` is given, otherwise `image`',
        examples: ['image'],
        since: '0.1.0',
      }),
      repository: text(
        'URL of the git repository that holds the compiled Job DSL. It also becomes the variable SEED_JOBS_REPO.',
        {
          minLength: 1,
          without: 'the variable SEED_JOBS_REPO of the controller',
          examples: ['git@github.com:example/specs.git'],
          since: '0.1.0',
          secret: true,
        },
      ),
      branch: text('Branch of the seed repository.', {
        default: 'master',
        examples: ['main'],
        since: '0.1.0',
      }),
      credentials: text('Id of the credential for the checkout.', {
        default: 'seed-job-key',
        examples: ['specs-deploy-key'],
        refers: 'credentials',
        since: '0.1.0',
      }),
      path: text(
        'Folder of the repository that holds the compiled Job DSL. The folder `pipelines` beside it holds the scripts of pipelines.',
        {
          default: 'jenkins/job-dsl',
          examples: ['out/jenkins/job-dsl'],
          since: '0.1.0',
        },
      ),
      poll: text('When the seed job looks for changes, in the cron form of Jenkins. Empty means never.', {
        default: 'H/5 * * * *',
        examples: ['H/15 * * * *', ''],
        since: '0.1.0',
      }),
      webhook: flag('Whether a push to the repository starts the seed job at once.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
    },
    examples: [{ mode: 'repository', repository: 'git@github.com:example/specs.git', branch: 'main' }],
  },
  Agent: {
    description: 'A pod template: the agents that builds with its label run on.',
    fields: {
      name: text('Name of the agent.', {
        pattern: patterns.dnsLabel,
        required: true,
        examples: ['generic'],
        names: 'agent',
        since: '0.1.0',
      }),
      label: text('Labels of the agent, separated by spaces.', {
        without: 'the name',
        examples: ['generic linux'],
        names: 'label',
        since: '0.1.0',
      }),
      image: text('Image of the container that runs the agent and the steps of freestyle jobs.', {
        default: 'jenkins/inbound-agent:3385.vf1123fb_515da_-1',
        examples: ['registry.example.com/agent:1.0'],
        since: '0.1.0',
      }),
      containers: list('Further containers of the pod.', {
        of: 'AgentContainer',
        default: [],
        examples: [[{ name: 'docker', image: 'docker:28-dind', privileged: true }]],
        since: '0.1.0',
      }),
      resources: part('Resources', 'Resources of the agent container.', {
        default: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } },
        examples: [
          { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } },
        ],
        since: '0.1.0',
      }),
      volumes: list('Volumes that are mounted into all containers of the pod.', {
        of: 'AgentVolume',
        default: [],
        examples: [[{ type: 'persistent-claim', path: '/home/jenkins/.m2', name: 'maven-cache' }]],
        since: '0.1.0',
      }),
      env: list('Environment variables of the agent container.', {
        of: 'AgentVariable',
        default: [],
        examples: [[{ name: 'MAVEN_OPTS', value: '-Xmx1g' }]],
        since: '0.1.0',
      }),
      node_selector: map('Labels of the nodes that the pod may run on.', {
        of: item.text(),
        default: {},
        examples: [{ 'kubernetes.io/arch': 'amd64' }],
        since: '0.1.0',
      }),
      service_account: text('Service account of the pod.', {
        pattern: patterns.dnsSubdomain,
        default: 'jenkins-agent',
        examples: ['builder'],
        since: '0.1.0',
      }),
      allowed_jobs: texts(
        'Names of the jobs of components and tests (`<environment>-<test>`) that may run on the agent although it has rights that others have not: a service account of its own, a privileged container, a folder of its node or the login of the registry. An entry for an agent of the default that only has this field keeps everything else of it.',
        { default: [], examples: [['load-tests', 'Staging-smoke']], refers: 'job', since: '0.1.0' },
      ),
      idle_minutes: integer('Minutes that an idle pod is kept for the next build.', {
        minimum: 0,
        default: 0,
        examples: [10],
        since: '0.1.0',
      }),
      instance_cap: integer('The largest number of pods at once.', {
        minimum: 1,
        without: 'no limit',
        examples: [5],
        since: '0.1.0',
      }),
      yaml: text('A pod in YAML that is merged into the template, for what the other fields cannot say.', {
        without: 'none',
        examples: ['spec:\n  priorityClassName: builds\n'],
        since: '0.1.0',
        secret: true,
      }),
    },
    examples: [
      {
        name: 'generic',
        label: 'generic',
        image: 'jenkins/inbound-agent:3385.vf1123fb_515da_-1',
        resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } },
      },
    ],
    snippets: [
      {
        label: 'agent',
        description: 'A pod template with its own image',
        body: { name: '${1:name}', label: '${2:label}', image: '${3:image}' },
      },
    ],
  },
  AgentContainer: {
    description: 'A further container of an agent pod.',
    fields: {
      name: text('Name of the container.', {
        pattern: patterns.dnsLabel,
        required: true,
        examples: ['docker'],
        names: 'container',
        since: '0.1.0',
      }),
      image: text('Image of the container.', {
        minLength: 1,
        required: true,
        examples: ['docker:28-dind'],
        since: '0.1.0',
      }),
      command: texts('Command of the container, one list item per word.', {
        without: 'the entrypoint of the image',
        examples: [['sleep']],
        since: '0.1.0',
      }),
      args: texts('Arguments of the command.', { default: [], examples: [['infinity']], since: '0.1.0' }),
      privileged: flag('Whether the container is privileged.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      env: list('Environment variables of the container.', {
        of: 'AgentVariable',
        default: [],
        examples: [[{ name: 'DOCKER_TLS_CERTDIR', value: '' }]],
        since: '0.1.0',
      }),
      resources: part('Resources', 'Resources of the container.', {
        without: 'none',
        examples: [
          { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } },
        ],
        since: '0.1.0',
      }),
    },
    examples: [{ name: 'docker', image: 'docker:28-dind', privileged: true }],
  },
  AgentVolume: {
    description: 'A volume of an agent pod.',
    fields: {
      type: choice('Kind of the volume.', {
        values: {
          'empty-dir': 'An empty directory that lives as long as the pod.',
          secret: 'The files of a Secret.',
          'config-map': 'The files of a ConfigMap.',
          'persistent-claim': 'An existing claim.',
          'host-path': 'A path of the node.',
        },
        required: true,
        examples: ['empty-dir'],
        since: '0.1.0',
      }),
      path: text('Where the volume is mounted.', {
        minLength: 1,
        required: true,
        examples: ['/cache'],
        since: '0.1.0',
      }),
      name: text('Name of the Secret, ConfigMap or claim.', {
        pattern: patterns.dnsSubdomain,
        without: 'none; required with `secret`, `config-map` and `persistent-claim`',
        examples: ['maven-cache'],
        since: '0.1.0',
      }),
      host_path: text('Path of the node, with `type: host-path`.', {
        without: 'none; required with `type: host-path`',
        examples: ['/var/cache/builds'],
        since: '0.1.0',
      }),
      memory: flag('Whether an empty directory is kept in memory.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      read_only: flag('Whether a claim or a path of the node is read-only.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
    },
    examples: [{ type: 'empty-dir', path: '/cache' }],
  },
  AgentVariable: {
    description: 'An environment variable of a container of an agent: plain text, or a key of a Secret.',
    fields: {
      name: text('Name of the variable.', {
        minLength: 1,
        required: true,
        examples: ['NPM_TOKEN'],
        since: '0.1.0',
      }),
      value: text('Plain text.', { default: '', examples: ['-Xmx1g'], since: '0.1.0', secret: true }),
      secret: text('Name of the Secret that holds the value.', {
        pattern: patterns.dnsSubdomain,
        without: 'none: the value is plain text',
        examples: ['npm'],
        since: '0.1.0',
      }),
      key: text('Key of the Secret that holds the value.', {
        pattern: patterns.secretKey,
        without: 'the name of the variable',
        examples: ['token'],
        since: '0.1.0',
      }),
    },
    examples: [{ name: 'NPM_TOKEN', secret: 'npm', key: 'token' }],
  },
  Caches: {
    description:
      'The volume that keeps folders of components between builds. It is there when a component has `caches`.',
    fields: {
      size: text('Size of the claim.', {
        pattern: patterns.byteAmount,
        default: '20Gi',
        examples: ['50Gi'],
        since: '0.1.0',
      }),
      class: text('Storage class of the claim.', {
        pattern: patterns.dnsSubdomain,
        without: 'that of `kubernetes.storage`, or the default class of the cluster',
        examples: ['nfs'],
        since: '0.1.0',
      }),
      access: choice('How many nodes the volume can be on.', {
        values: {
          ReadWriteOnce: 'One node: builds with caches all run on it.',
          ReadWriteMany:
            'Any number of nodes: builds with caches run anywhere. The storage class must be able to do it.',
        },
        default: 'ReadWriteOnce',
        examples: ['ReadWriteMany'],
        since: '0.1.0',
      }),
    },
    examples: [{ size: '50Gi' }],
  },
  Resources: {
    description: 'What a container is given, and the most that it may use.',
    fields: {
      requests: part('ResourceAmounts', 'What is reserved.', {
        without: 'nothing is reserved',
        examples: [{ cpu: '500m', memory: '512Mi' }],
        since: '0.1.0',
      }),
      limits: part('ResourceAmounts', 'The most that may be used.', {
        without: 'no limit',
        examples: [{ cpu: '2000m', memory: '2048Mi' }],
        since: '0.1.0',
      }),
    },
    examples: [{ requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } }],
  },
  ResourceAmounts: {
    description: 'An amount of CPU and memory, as Kubernetes quantities.',
    fields: {
      cpu: text('Amount of CPU: `500m` is half a core.', {
        pattern: patterns.cpuAmount,
        without: 'none',
        examples: ['500m', '2'],
        since: '0.1.0',
      }),
      memory: text('Amount of memory.', {
        pattern: patterns.byteAmount,
        without: 'none',
        examples: ['512Mi', '4Gi'],
        since: '0.1.0',
      }),
    },
    examples: [{ cpu: '500m', memory: '512Mi' }],
  },
};

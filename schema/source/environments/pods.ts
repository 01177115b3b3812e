import { integer, item, list, part, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** What the pods of a service need, and how many there are. */
export const pods: Definitions = {
  ResourceList: {
    description: 'An amount of CPU and memory, as Kubernetes quantities.',
    fields: {
      cpu: text('Amount of CPU: `500m` is half a core.', {
        pattern: patterns.cpuAmount,
        without: 'for limits `limits.default_cpu`, for requests `limits.request_cpu` of jenkins.bitesize',
        examples: ['500m', '1'],
        engines: ['EO'],
      }),
      memory: text('Amount of memory.', {
        pattern: patterns.byteAmount,
        without: 'for limits `limits.default_memory` of jenkins.bitesize, for requests none',
        examples: ['512Mi', '2Gi'],
        engines: ['EO'],
      }),
    },
    examples: [{ cpu: '500m', memory: '512Mi' }],
  },
  Hpa: {
    description: 'How the number of pods follows the load. It becomes a HorizontalPodAutoscaler.',
    fields: {
      min_replicas: integer('The least number of pods. 0 means that there is no autoscaler.', {
        minimum: 0,
        default: 0,
        examples: [2],
        engines: ['EO'],
      }),
      max_replicas: integer('The largest number of pods.', {
        minimum: 0,
        without: 'none; required when `min_replicas` is not 0',
        examples: [5],
        engines: ['EO'],
      }),
      metric: part('HpaMetric', 'What the number of pods follows.', {
        without: '80 percent of the requested CPU',
        examples: [{ name: 'cpu', target_average_utilization: 80 }],
        engines: ['EO'],
      }),
    },
    examples: [{ min_replicas: 2, max_replicas: 5, metric: { name: 'cpu', target_average_utilization: 80 } }],
  },
  HpaMetric: {
    description: 'A measure that the number of pods follows.',
    fields: {
      name: text('`cpu`, `memory`, or the name of a metric of the pods.', {
        default: 'cpu',
        examples: ['cpu', 'memory', 'http_requests'],
        engines: ['EO'],
      }),
      target_average_utilization: integer(
        'Percentage of the requested amount that is aimed at, for `cpu` and `memory`.',
        {
          pattern: patterns.signedNumber,
          without: '80 for `cpu` when there is no other target',
          examples: [80],
          engines: ['EO'],
        },
      ),
      target_average_value: text('Average value per pod that is aimed at, for a metric of the pods.', {
        pattern: patterns.quantity,
        without: 'none; required for a metric of the pods',
        examples: ['500m', 10],
        engines: ['EO'],
      }),
    },
    examples: [{ name: 'cpu', target_average_utilization: 80 }],
  },
  InitContainer: {
    description: 'A container that runs to its end before the service starts.',
    fields: {
      name: text('Name of the container.', {
        minLength: 1,
        required: true,
        examples: ['migrate'],
        engines: ['EO'],
      }),
      application: text('Application whose image the container runs.', {
        without: 'the name of the container',
        examples: ['web-migrations'],
        refers: 'application',
        engines: ['EO'],
      }),
      version: text('Version of the image.', {
        without: 'the version of the service',
        examples: ['1.0.1'],
        engines: ['EO'],
      }),
      command: list('Command of the container, one list item per word.', {
        of: item.text(),
        without: 'the entrypoint of the image',
        examples: [['/app/migrate.sh']],
        engines: ['EO'],
      }),
      env: list('Environment variables of the container.', {
        of: 'EnvVariable',
        default: [],
        examples: [[{ secret: 'DB_PASSWORD', value: 'web-db/password' }]],
        engines: ['EO'],
      }),
      volumes: list('What is mounted into the container.', {
        of: 'Volume',
        default: [],
        examples: [[{ name: 'web-config', path: '/etc/web', type: 'configmap' }]],
        engines: ['EO'],
      }),
    },
    examples: [
      { name: 'migrate', application: 'web-migrations', version: '1.0.1', command: ['/app/migrate.sh'] },
    ],
  },
  Annotation: {
    description: 'An annotation of the pods.',
    fields: {
      name: text('Name of the annotation.', {
        minLength: 1,
        required: true,
        examples: ['prometheus.io/scrape'],
        engines: ['EO'],
      }),
      value: text('Value of the annotation.', {
        default: '',
        examples: ['/metrics', true, 9460],
        engines: ['EO'],
      }),
    },
    examples: [{ name: 'prometheus.io/scrape', value: true }],
  },
  CommandList: {
    description: 'A list of commands.',
    fields: {
      commands: list('The commands.', {
        of: item.text(),
        default: [],
        examples: [['./verify.sh']],
        engines: ['P51'],
      }),
    },
    examples: [{ commands: ['./verify.sh'] }],
  },
};

import { any, choice, type Field, integer, item, list, part, text } from '../fields.ts';

/** The fields of a service that say how its pods are deployed and kept. */
export const servicePods: Readonly<Record<string, Field>> = {
  health_check: part(
    'HealthCheck',
    'A command that tells whether the container is alive. It becomes a liveness probe; `liveness_probe` wins over it.',
    {
      without: 'no probe',
      examples: [{ command: ['/bin/health.sh'], initial_delay: 30, timeout: 5 }],
      engines: ['P30', 'P51', 'EO'],
    },
  ),
  deployment: part(
    'ServiceDeployment',
    'How this service is deployed, where it differs from its environment.',
    {
      without: 'as its environment says',
      examples: [{ method: 'bluegreen', active: 'blue' }],
      engines: ['P51', 'EO'],
    },
  ),
  deploymentMethod: text('An older form of `deployment.method`.', {
    without: 'none',
    examples: ['rolling-upgrade'],
    engines: ['P51'],
    dead: 'The plugin only copied it to a label of the Ingress.',
    deprecated: 'Write `deployment.method`.',
  }),
  options: any(
    "Settings of a third-party service, as its controller wants them. They become the custom resource's spec, with their types kept: those of YAML 1.1, by which the engines read specs, so `yes` is true and `0644` is 420. Quotes keep a text.",
    {
      default: {},
      examples: [
        { instance_type: 'm5.xlarge', multiaz: true },
        { ApplyImmediately: true, db_instances: [{ db_name: 'db1', db_instance_class: 'db.r4.large' }] },
      ],
      engines: ['P51', 'EO'],
      secret: true,
    },
  ),
  template_filename: text('Template of a third-party service.', {
    default: '',
    examples: ['mysql.yaml'],
    engines: ['P30', 'P51'],
    dead: 'The plugin wrote it as a label of a ThirdPartyResource, a kind that Kubernetes removed in 1.8; use `options`.',
  }),
  parameter_filename: text('Parameters of the template of a third-party service.', {
    default: '',
    examples: ['mysql.json'],
    engines: ['P30', 'P51'],
    dead: 'The plugin wrote it as a label of a ThirdPartyResource, a kind that Kubernetes removed in 1.8; use `options`.',
  }),
  stack_name: text('Name of the stack of a third-party service.', {
    default: '',
    examples: ['web-db'],
    engines: ['P30', 'P51'],
    dead: 'The plugin wrote it as a label of a ThirdPartyResource, a kind that Kubernetes removed in 1.8; use `options`.',
  }),
  bvt_commands: part('CommandList', 'Commands of a build verification test.', {
    without: 'none',
    examples: [{ commands: ['./verify.sh'] }],
    engines: ['P51'],
    dead: 'The plugin only remembered that it is set; nothing public ran the commands. Use `tests` of the environment.',
  }),
  tableau_commands: part('CommandList', 'Commands for Tableau.', {
    without: 'none',
    examples: [{ commands: ['./verify.sh'] }],
    engines: ['P51'],
    dead: 'The plugin only remembered that it is set; nothing public ran the commands.',
  }),
  service_mesh: choice(
    'Whether the service is reached through the Istio mesh. With `enable` and an external URL it becomes a Gateway and a VirtualService.',
    {
      values: {
        enable: 'A Gateway and a VirtualService are made.',
        disable: 'The service is not part of the mesh.',
      },
      default: 'disable',
      examples: ['enable'],
      engines: ['EO'],
    },
  ),
  limits: part('ResourceList', 'The most that a container may use.', {
    without: '`limits.default_cpu` and `limits.default_memory` of jenkins.bitesize',
    examples: [{ cpu: '1000m', memory: '2048Mi' }],
    engines: ['EO'],
  }),
  requests: part('ResourceList', 'What is reserved for a container.', {
    without: '`limits.request_cpu` of jenkins.bitesize, and no memory',
    examples: [{ cpu: '100m', memory: '512Mi' }],
    engines: ['EO'],
  }),
  hpa: part('Hpa', 'How the number of pods follows the load. It becomes a HorizontalPodAutoscaler.', {
    without: 'a fixed number of pods',
    examples: [{ min_replicas: 2, max_replicas: 5, metric: { name: 'cpu', target_average_utilization: 80 } }],
    engines: ['EO'],
  }),
  liveness_probe: part('Probe', 'How Kubernetes finds out that a container must be restarted.', {
    without: 'no probe',
    examples: [
      {
        handler: { http_get: { path: '/health', port: 8080 } },
        initial_delay_seconds: 10,
        period_seconds: 10,
      },
    ],
    engines: ['EO'],
  }),
  readiness_probe: part('Probe', 'How Kubernetes finds out that a container can take requests.', {
    without: 'no probe',
    examples: [
      {
        handler: { http_get: { path: '/health', port: 8080 } },
        initial_delay_seconds: 10,
        period_seconds: 10,
      },
    ],
    engines: ['EO'],
  }),
  command: list(
    'Command of the container, one list item per word. It replaces the entrypoint of the image.',
    {
      of: item.text(),
      without: 'the entrypoint of the image',
      examples: [['/app/run.sh', '--verbose']],
      engines: ['EO'],
    },
  ),
  init_containers: list('Containers that run to their end before the service starts.', {
    of: 'InitContainer',
    default: [],
    examples: [
      [{ name: 'migrate', application: 'web-migrations', version: '1.0.1', command: ['/app/migrate.sh'] }],
    ],
    engines: ['EO'],
  }),
  pod_security: choice(
    'Level of Pod Security that the pods keep to, where it differs from the environment.',
    {
      values: {
        baseline: 'No known way to more rights; the images may run as root.',
        restricted: 'The containers run without root, without capabilities and without a way to more rights.',
      },
      without: 'the level of the environment',
      examples: ['restricted'],
      since: '0.1.0',
    },
  ),
  run_as_user: integer(
    'Number of the user that the containers run as. Their volumes belong to a group of the same number.',
    {
      minimum: 1,
      without: 'that of the environment',
      examples: [1000],
      since: '0.1.0',
    },
  ),
  annotations: list('Annotations of the pods.', {
    of: 'Annotation',
    default: [],
    examples: [[{ name: 'prometheus.io/scrape', value: true }]],
    engines: ['EO'],
  }),
};

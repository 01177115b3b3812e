import { any, choice, type Field, flag, integer, item, list, text } from '../fields.ts';

/** The fields of a service that only some kinds have, and what the operator adds. */
export const serviceKinds: Readonly<Record<string, Field>> = {
  database_type: choice('Kind of a database that ran as a StatefulSet.', {
    values: { mongo: 'A MongoDB replica set.' },
    without: 'none',
    examples: ['mongo'],
    engines: ['EO'],
    dead: 'environment-operator ignores it since 1.0.0.',
    deprecated: 'Write `type: mongo`, or run the database as a service of its own.',
  }),
  graceperiod: integer(
    'Seconds that a pod has to end before it is killed. It becomes `terminationGracePeriodSeconds`, which the operator forgot to write.',
    { minimum: 0, default: 30, examples: [60], engines: ['EO'] },
  ),
  protocol: text(
    'Protocol of the ports. `tcp` (in any case) names the ports of the Service `tcp-port-<port>`, everything else `http-<port>`.',
    { default: 'http', examples: ['tcp'], engines: ['EO'] },
  ),
  schedule: text(
    'When a service of `type: cron` runs, in cron form. It becomes the schedule of the CronJob. With both a day of the month and a day of the week it runs when either fits; in schedules of Jenkins both have to.',
    {
      without: '`schedule` of `options`; one of them is required with `type: cron`',
      examples: ['15 3 * * *'],
      since: '0.1.0',
    },
  ),
  target_namespace: text('Namespace that a Helm chart is installed to, with `type: helmChart`.', {
    without: 'the namespace of the environment',
    examples: ['kube-system'],
    engines: ['EO'],
  }),
  chart: text('Name of the chart, with `type: helmChart`.', {
    without: 'none',
    examples: ['prometheus'],
    engines: ['EO'],
  }),
  repo: text('URL of the chart repository, with `type: helmChart`.', {
    without: 'none',
    examples: ['https://charts.example.com'],
    engines: ['EO'],
    secret: true,
  }),
  values_content: text('Values of the chart as YAML text, with `type: helmChart`.', {
    without: 'none',
    examples: ['replicas: 2\n'],
    engines: ['EO'],
    secret: true,
  }),
  set: any('Values of the chart as a map, with `type: helmChart`. The operator could not read it.', {
    default: {},
    examples: [{ replicas: 2 }],
    engines: ['EO'],
    secret: true,
  }),
  ignore: flag('Whether the chart controller leaves the chart alone, with `type: helmChart`.', {
    default: false,
    examples: [true],
    engines: ['EO'],
  }),
  hosts: list('Host names of the external service, with `type: serviceentry`.', {
    of: item.text(),
    default: [],
    examples: [['api.example.com']],
    engines: ['EO'],
  }),
  addresses: list('Addresses of the external service, with `type: serviceentry`.', {
    of: item.text(),
    default: [],
    examples: [['192.0.2.10']],
    engines: ['EO'],
  }),
  service_entry_ports: list('Ports of the external service, with `type: serviceentry`.', {
    of: 'ServiceEntryPort',
    default: [],
    examples: [[{ number: 443, protocol: 'TLS', name: 'tls' }]],
    engines: ['EO'],
  }),
  location: choice('Where the external service is, with `type: serviceentry`.', {
    values: { MESH_EXTERNAL: 'Outside the mesh.', MESH_INTERNAL: 'Part of the mesh.' },
    without: 'left to Istio',
    examples: ['MESH_EXTERNAL'],
    engines: ['EO'],
  }),
  resolution: choice('How the addresses of the external service are found, with `type: serviceentry`.', {
    values: {
      NONE: 'Connections go to the address that the caller used.',
      STATIC: 'The addresses of `endpoints` are used.',
      DNS: 'Host names are looked up.',
      DNS_ROUND_ROBIN: 'Host names are looked up, and the first address is used.',
    },
    without: 'left to Istio',
    examples: ['DNS'],
    engines: ['EO'],
  }),
  endpoints: list('Where the external service really is, with `type: serviceentry`.', {
    of: 'ServiceEntryEndpoint',
    default: [],
    examples: [[{ address: '192.0.2.10', ports: { tls: 443 } }]],
    engines: ['EO'],
  }),
  export_to: list(
    'Namespaces that see the external service, with `type: serviceentry`. The operator read it and forgot to write it.',
    { of: item.text(), without: 'all namespaces', examples: [['.']], engines: ['EO'] },
  ),
  namespace: any('Namespace of the service.', {
    without: 'the namespace of the environment',
    examples: ['sample-dev'],
    engines: ['P30', 'P51'],
    dead: 'The plugin overwrote it with the namespace of the environment; the operator ignores it.',
  }),
  project: any('Project of the service.', {
    without: 'the project of the file',
    examples: ['sample-app'],
    engines: ['P30', 'P51'],
    dead: 'The plugin overwrote it with the project of the file.',
  }),
  available_replicas: any('A number that the plugin kept for itself.', {
    without: 'none',
    examples: [1],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere.',
  }),
  updated_replicas: any('A number that the plugin kept for itself.', {
    without: 'none',
    examples: [1],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere.',
  }),
  sslString: any('A text that the plugin kept for itself.', {
    without: 'none',
    examples: ['true'],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere. Write `ssl`.',
  }),
  httpsOnlyString: any('A text that the plugin kept for itself.', {
    without: 'none',
    examples: ['true'],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere. Write `httpsOnly`.',
  }),
  httpsBackendString: any('A text that the plugin kept for itself.', {
    without: 'none',
    examples: ['true'],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere. Write `httpsBackend`.',
  }),
  envVariables: any('A list that the plugin kept for itself.', {
    without: 'none',
    examples: [[]],
    engines: ['P30', 'P51'],
    dead: 'The plugin set it by accident of its parser and then overwrote it or used it nowhere. Write `env`.',
  }),
  status: any('A state that the operator kept for itself.', {
    without: 'none',
    examples: [{}],
    engines: ['EO'],
    dead: 'The operator fills it from the cluster; a value in the file has no use.',
  }),
  resourceVersion: any('A state that the operator kept for itself.', {
    without: 'none',
    examples: ['1'],
    engines: ['EO'],
    dead: 'The operator fills it from the cluster; a value in the file has no use.',
  }),
};

import fc from 'fast-check';

/*
 * Random valid environments, as plain data that is written as JSON (which is YAML). Names are unique, claims of one
 * name are described alike, and whatever refers to a service refers to one that is there.
 */

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const port = fc.integer({ min: 1, max: 65_535 });
const amount = fc.constantFrom('100m', '250m', '0.5', '1', '2', '2000m');
const memory = fc.constantFrom('64Mi', '512Mi', '1Gi', '0.5Gi', '2G', '800M');

const probe = fc.record(
  {
    handler: fc.oneof(
      fc.record({ exec: fc.record({ command: fc.array(word, { minLength: 1, maxLength: 3 }) }) }),
      fc.record({ http_get: fc.record({ port, path: fc.constant('/health') }) }),
      fc.record({ tcp_socket: fc.record({ port }) }),
    ),
    period_seconds: fc.integer({ min: 1, max: 60 }),
    timeout_seconds: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: ['handler'] },
);

/** Values that a printer might spoil; none looks like a secret. */
const value = fc.constantFrom(
  '',
  ' ',
  'a b',
  '$(MODE)',
  'yes',
  '1.10',
  '0',
  "it's",
  '"',
  ': #',
  '\\n',
  'é',
  '{a}',
  '~',
);

const variables = fc
  .uniqueArray(fc.constantFrom('MODE', 'PORT', 'LEVEL', 'ZONE', 'SIZE', 'A_1', '_B'), { maxLength: 4 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.oneof(
          fc.record({ name: fc.constant(name), value }),
          fc.record({ secret: fc.constant(name), value: fc.constant('tokens/key-1') }),
          fc.record({
            name: fc.constant(name),
            pod_field: fc.constantFrom('metadata.name', 'status.podIP'),
          }),
        ),
      ),
    ),
  );

/** Volumes by name: one name always means the same. */
const volumeKinds = [
  { name: 'data', path: '/data', size: '10Gi', modes: 'ReadWriteMany', type: 'efs' },
  { name: 'cache', path: '/cache', size: '1G' },
  { name: 'old', path: '/old', size: '1G', provisioning: 'manual' },
  { name: 'tokens', path: '/tokens', type: 'secret' },
  { name: 'settings', path: '/settings', type: 'configmap', items: [{ key: 'a', path: 'a.txt' }] },
] as const;
const volumes = fc.subarray([...volumeKinds]);

const deployment = fc.oneof(
  fc.record({ method: fc.constant('rolling-upgrade') }),
  fc.record({ method: fc.constant('bluegreen'), active: fc.constantFrom('blue', 'green') }),
);

const hpa = fc.oneof(
  fc.record({
    min_replicas: fc.integer({ min: 1, max: 5 }),
    max_replicas: fc.integer({ min: 5, max: 50 }),
    metric: fc.record({
      name: fc.constantFrom('cpu', 'memory'),
      target_average_utilization: fc.integer({ min: 75, max: 100 }),
    }),
  }),
  fc.record({
    min_replicas: fc.constant(2),
    max_replicas: fc.constant(3),
    metric: fc.record({ name: fc.constant('requests'), target_average_value: fc.constant('500m') }),
  }),
);

const workload = fc.record(
  {
    application: word,
    version: fc.constantFrom('1.10', '2.0.1-7', '20160101'),
    port: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
    env: variables,
    volumes,
    replicas: fc.integer({ min: 0, max: 50 }),
    ssl: fc.boolean(),
    httpsOnly: fc.boolean(),
    httpsBackend: fc.boolean(),
    deployment,
    hpa,
    limits: fc.record({ cpu: fc.constantFrom('2', '2500m'), memory: fc.constant('4Gi') }),
    requests: fc.record({ cpu: amount, memory }),
    liveness_probe: probe,
    readiness_probe: probe,
    command: fc.array(word, { minLength: 1, maxLength: 3 }),
    init_containers: fc.record({ name: fc.constant('prepare'), env: variables, volumes }).map((one) => [one]),
    annotations: fc.record({ name: fc.constant('example.com/note'), value: word }).map((one) => [one]),
    graceperiod: fc.integer({ min: 0, max: 600 }),
    protocol: fc.constantFrom('tcp', 'http'),
  },
  { requiredKeys: [] },
);

const thirdParty = fc.record({
  type: fc.constantFrom('mysql', 'redis'),
  version: fc.constant('5.7'),
  options: fc.record({ size: fc.integer(), multiaz: fc.boolean(), class: word }, { requiredKeys: [] }),
});

const cron = fc.record(
  {
    type: fc.constant('cron'),
    schedule: fc.constant('0 3 * * *'),
    version: fc.constant('1.0'),
    env: variables,
    volumes,
  },
  { requiredKeys: ['type', 'schedule'] },
);

type Service = Readonly<Record<string, unknown>> & { readonly name: string };

/** What a test may ask of a random service: where it sends requests, and under which hosts it is reached. */
const links = fc.record({
  hosts: fc.integer({ min: 0, max: 3 }),
  mesh: fc.boolean(),
  backend: fc.nat(),
  to: fc.boolean(),
});

const services = fc
  .uniqueArray(word, { minLength: 1, maxLength: 6 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(fc.constant(name), fc.oneof({ weight: 4, arbitrary: workload }, thirdParty, cron), links),
      ),
    ),
  )
  .map((drawn) => {
    const running = drawn.filter(([, body]) => !('type' in body));
    return drawn.map(([name, body, link]): Service => {
      if ('type' in body) return { name, ...body };
      const [target, targetBody] = running[link.backend % running.length] ?? [];
      const ports = (targetBody as { port?: readonly number[] } | undefined)?.port ?? [80];
      const hosts = Array.from({ length: link.hosts }, (_, index) => `${name}-${index}.example.com`);
      return {
        name,
        ...body,
        ...(hosts.length > 0 ? { external_url: hosts } : {}),
        ...(hosts.length > 0 && link.mesh ? { service_mesh: 'enable' } : {}),
        ...(hosts.length > 0 && link.to ? { backend: target, backend_port: ports[0] } : {}),
      };
    });
  });

/** A random environment with at least one service. */
export const randomEnvironment = fc.record({
  name: fc.constant('Dev'),
  namespace: fc.constant('shop-dev'),
  deployment,
  services,
});

/** Returns the text of an environments spec with these environments. */
export function specOf(environments: readonly object[]): string {
  return JSON.stringify({ project: 'shop', environments });
}

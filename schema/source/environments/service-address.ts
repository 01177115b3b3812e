import { type Field, flag, integer, list, port, ports, text, texts } from '../fields.ts';

/** The fields of a service that say what runs and how it is reached. */
export const serviceAddress: Readonly<Record<string, Field>> = {
  name: text(
    'Name of the service, unique in its environment. It becomes the name of its Kubernetes objects and of the parameter `<name>_VERSION` of the deploy job.',
    { minLength: 1, required: true, examples: ['web'], names: 'service', engines: ['P30', 'P51', 'EO'] },
  ),
  application: text(
    'Application whose image the service runs. It becomes the last part of the image name and a label.',
    {
      without: 'the name of the service',
      examples: ['web'],
      refers: 'application',
      engines: ['P30', 'P51', 'EO'],
    },
  ),
  image: text(
    'Public image that the service runs, in place of an application of the project. It needs a tag or a digest; the service has no version of its own, and `service-manage` applies it.',
    {
      minLength: 1,
      without: 'the image of `application`',
      examples: ['redis:7.4', 'docker.io/library/postgres:17.2'],
      since: '0.1.0',
    },
  ),
  type: text(
    'Kind of a third-party service, such as a database. It becomes a custom resource of `prsn.io/v1`, or of the own API group of `helmChart` and `serviceentry`; `cron` becomes a CronJob. Any word will do (`mysql` gives the kind `Mysql`), if the cluster knows that kind.',
    {
      minLength: 1,
      without: 'none: the service runs an image of the project',
      examples: [
        'mysql',
        'postgres',
        'mongo',
        'redis',
        'kafka',
        'zookeeper',
        'cassandra',
        'neptune',
        'aurora',
        'docdb',
        'cb',
        'couchbase',
        'msk',
        'es',
        's3',
        'sqs',
        'sns',
        'dynamodb',
        'atlas',
        'cloudfront',
        'helmChart',
        'serviceentry',
        'gateway',
        'virtualservice',
        'cron',
      ],
      engines: ['P30', 'P51', 'EO'],
    },
  ),
  version: text(
    'Version that is deployed: the tag of the image, or the version of a third-party service. Without it, `<environment>-deploy` deploys the version that the build gave.',
    {
      without: 'the version that the deploy job is given',
      examples: ['1.0.1', '5.6', '1.10'],
      engines: ['P30', 'P51', 'EO'],
    },
  ),
  external_url: texts(
    'Host names under which the service is reached from outside. They become rules of an Ingress.',
    {
      without: 'no Ingress',
      examples: ['web.example.com', ['web.example.com', 'www.example.com']],
      engines: ['P30', 'P51', 'EO'],
    },
  ),
  port: ports(
    'Ports of the service: a number, a comma list or a list. They become ports of the container and of the Service; the Ingress uses the first one.',
    { minItems: 1, default: 80, examples: [8080, '80,81', [80, 81]], engines: ['P30', 'P51', 'EO'] },
  ),
  ports: ports('Ports of the service; wins over `port`.', {
    minItems: 1,
    without: 'the value of `port`',
    examples: ['80,81', [80, 81]],
    engines: ['EO'],
  }),
  env: list('Environment variables of the container.', {
    of: 'EnvVariable',
    default: [],
    examples: [
      [
        { name: 'LOG_LEVEL', value: 'info' },
        { secret: 'DB_PASSWORD', value: 'web-db/password' },
      ],
    ],
    engines: ['P30', 'P51', 'EO'],
  }),
  volumes: list('What is mounted into the container: claims, Secrets and ConfigMaps.', {
    of: 'Volume',
    default: [],
    examples: [[{ name: 'web-data', path: '/data', modes: 'ReadWriteOnce', size: '10G' }]],
    engines: ['P30', 'P51', 'EO'],
  }),
  replicas: integer(
    'Number of pods. It becomes `spec.replicas` of the Deployment; an `hpa` decides instead where there is one.',
    { minimum: 0, default: 1, examples: [2], engines: ['P30', 'P51', 'EO'] },
  ),
  ssl: flag(
    'Whether the service is reached by HTTPS. It becomes the TLS section of the Ingress, for every host.',
    { default: false, examples: [true], engines: ['P30', 'P51', 'EO'] },
  ),
  httpsOnly: flag('Whether plain HTTP is redirected to HTTPS. It becomes an annotation of the Ingress.', {
    default: false,
    examples: [true],
    engines: ['P30', 'P51', 'EO'],
  }),
  httpsBackend: flag(
    'Whether the Ingress speaks HTTPS to the pods. It becomes an annotation of the Ingress.',
    { default: false, examples: [true], engines: ['P30', 'P51', 'EO'] },
  ),
  http2: flag(
    'Whether the service is reached by HTTP/2. It becomes a label of the Ingress; ingress-nginx offers HTTP/2 on every host with TLS.',
    { default: false, examples: [true], engines: ['EO'] },
  ),
  backend: text('Service that the Ingress sends requests to.', {
    without: 'the service itself',
    examples: ['web-gateway'],
    refers: 'service',
    engines: ['P30', 'P51', 'EO'],
  }),
  backend_port: port('Port that the Ingress sends requests to.', {
    without: 'the first port',
    examples: [8080],
    engines: ['EO'],
  }),
  selector: text('Value of the label `name` of the pods that the Service sends requests to.', {
    without: 'the name of the service',
    examples: ['web'],
    refers: 'service',
    engines: ['P51'],
  }),
};

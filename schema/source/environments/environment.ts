import { any, choice, integer, list, part, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** An environment: its deployment, and the addresses of its services. */
export const environment: Definitions = {
  Environment: {
    description:
      'A place where services run: a Kubernetes namespace with its services. It becomes Kubernetes objects, the job `<name>-deploy`, one job per test, and a stage of `environment-pipeline`.',
    fields: {
      name: text(
        'Name of the environment. It becomes part of the names of its jobs and a stage of `environment-pipeline`.',
        {
          minLength: 1,
          required: true,
          examples: ['development'],
          names: 'environment',
          engines: ['P30', 'P51', 'EO'],
        },
      ),
      namespace: text('Kubernetes namespace of the environment. All its objects go there.', {
        pattern: patterns.dnsLabel,
        without:
          'the project and the name of the environment, joined with `-` and made a valid Kubernetes name',
        examples: ['sample-dev'],
        engines: ['P30', 'P51', 'EO'],
      }),
      next_environment: text('Name of the environment that follows in the promotion.', {
        without: 'the next environment of the file',
        examples: ['production'],
        refers: 'environment',
        engines: ['P30', 'P51'],
        dead: 'The plugin read it and used it nowhere; the order of the file decides.',
      }),
      deployment: part('EnvironmentDeployment', 'How the services of the environment are deployed.', {
        default: {},
        examples: [{ method: 'rolling-upgrade', mode: 'auto' }],
        engines: ['P30', 'P51', 'EO'],
      }),
      pod_security: choice(
        'Level of Pod Security that the pods of the services keep to. Where the namespace is made here, it enforces the level, if all its services keep to it. Pods that the controllers of third parties start are their own affair.',
        {
          values: {
            baseline: 'No known way to more rights; the images may run as root.',
            restricted:
              'The containers run without root, without capabilities and without a way to more rights, as namespaces with `pod-security.kubernetes.io/enforce: restricted` ask for.',
          },
          without: '`baseline`, which the pods keep to anyhow, and no label of the namespace',
          examples: ['restricted'],
          since: '0.1.0',
        },
      ),
      run_as_user: integer(
        'Number of the user that the containers run as. Their volumes belong to a group of the same number.',
        {
          minimum: 1,
          without: 'the user of each image, which `pod_security: restricted` wants as a number other than 0',
          examples: [1000],
          since: '0.1.0',
        },
      ),
      services: list('What runs in the environment.', {
        of: 'Service',
        default: [],
        examples: [
          [{ name: 'web', application: 'web', external_url: 'web.example.com', port: 8080, replicas: 2 }],
        ],
        engines: ['P30', 'P51', 'EO'],
      }),
      tests: list(
        'Tests that run after a deployment. Each one becomes a freestyle job `<environment>-<test>`, and decides whether the next environment is deployed.',
        {
          of: 'Test',
          default: [],
          examples: [
            [
              {
                name: 'smoke',
                repository: 'git@github.com:example/tests.git',
                commands: [{ shell: './smoke.sh' }],
              },
            ],
          ],
          engines: ['P30', 'P51', 'EO'],
        },
      ),
      gists: list(
        'Files of the repository that services mount as configuration. Each one becomes a ConfigMap.',
        {
          of: 'Gist',
          default: [],
          examples: [[{ name: 'web-config', files: ['config/web.properties'] }]],
          engines: ['EO'],
        },
      ),
      gists_repository: part('GistsRepository', 'Another repository that holds the files of `gists`.', {
        without: 'the repository of this file',
        examples: [{ remote: 'https://github.com/example/config.git', branch: 'main' }],
        engines: ['EO'],
      }),
      imports: any('An older form of `gists`.', {
        without: 'none',
        examples: [[{ name: 'web-config', files: ['config/web.properties'], type: 'configmap' }]],
        engines: ['EO'],
        dead: 'Only a development branch of environment-operator read it; releases ignore it.',
        deprecated: 'Write `gists`.',
      }),
      imports_repository: any('An older form of `gists_repository`.', {
        without: 'none',
        examples: [{ remote: 'https://github.com/example/config.git', branch: 'main' }],
        engines: ['EO'],
        dead: 'Only a development branch of environment-operator read it; releases ignore it.',
        deprecated: 'Write `gists_repository`.',
      }),
    },
    examples: [
      {
        name: 'development',
        namespace: 'sample-dev',
        deployment: { method: 'rolling-upgrade' },
        services: [
          { name: 'web', application: 'web', external_url: 'web.example.com', port: 8080, replicas: 2 },
        ],
      },
    ],
    snippets: [
      {
        label: 'environment',
        description: 'An environment with one service',
        body: {
          name: '${1:development}',
          namespace: '${2:project-dev}',
          deployment: { method: 'rolling-upgrade', mode: 'auto' },
          services: [{ name: '${3:service}', port: 80 }],
        },
      },
    ],
  },
  EnvironmentDeployment: {
    description: 'How the services of an environment are deployed.',
    fields: {
      method: choice('How a new version replaces the old one.', {
        values: {
          'rolling-upgrade': 'Pods are replaced one after the other.',
          bluegreen: 'Two colours of every service exist; a new version goes to the inactive colour.',
        },
        default: 'rolling-upgrade',
        examples: ['bluegreen'],
        engines: ['P30', 'P51'],
      }),
      mode: choice('Whether a person has to approve the deployment.', {
        values: {
          auto: 'The environment is deployed as soon as the one before it passed its tests.',
          manual: '`environment-pipeline` waits for an approval before this environment.',
        },
        default: 'auto',
        examples: ['manual'],
        engines: ['P30', 'P51', 'EO'],
      }),
      active: choice('The live colour under blue/green: the stable Service and Ingress point at it.', {
        values: { blue: 'The blue colour is live.', green: 'The green colour is live.' },
        without: 'none; required with `method: bluegreen`',
        examples: ['blue'],
        engines: ['P30', 'P51', 'EO'],
      }),
      timeout: integer('Seconds that a deployment waits for the rollout before it fails.', {
        minimum: 1,
        default: 300,
        examples: [600],
        engines: ['P30', 'P51'],
      }),
    },
    examples: [{ method: 'rolling-upgrade', mode: 'auto', timeout: 600 }],
  },
  ServiceDeployment: {
    description: 'How one service is deployed, where it differs from its environment.',
    fields: {
      method: choice('How a new version replaces the old one.', {
        values: {
          'rolling-upgrade': 'Pods are replaced one after the other.',
          bluegreen: 'Two colours of the service exist; a new version goes to the inactive colour.',
        },
        without: 'the method of the environment',
        examples: ['bluegreen'],
        engines: ['P51', 'EO'],
      }),
      mode: choice('Whether a person has to approve the deployment.', {
        values: { auto: 'No approval.', manual: 'With an approval.' },
        without: 'none',
        examples: ['manual'],
        engines: ['P51', 'EO'],
        dead: 'Both engines read it for a service and used it nowhere; only the mode of the environment counts.',
      }),
      active: choice('The live colour under blue/green: the stable Service and Ingress point at it.', {
        values: { blue: 'The blue colour is live.', green: 'The green colour is live.' },
        without: 'the active colour of the environment',
        examples: ['green'],
        engines: ['P51', 'EO'],
      }),
      timeout: integer('Seconds that a deployment of the service waits for the rollout before it fails.', {
        minimum: 1,
        without: 'the timeout of the environment',
        examples: [600],
        engines: ['P51', 'EO'],
      }),
      custom_urls: part('CustomUrls', 'Hosts of the two colours.', {
        without: 'the external URL with `-blue` or `-green` after its first part',
        examples: [{ blue: ['web-blue.example.com'], green: ['web-green.example.com'] }],
        engines: ['EO'],
      }),
    },
    examples: [{ method: 'bluegreen', active: 'blue' }],
  },
  CustomUrls: {
    description: 'Hosts of the two colours of a service. They become Ingress rules.',
    fields: {
      blue: texts('Hosts of the blue colour.', {
        without: 'the external URL with `-blue` after its first part',
        examples: [['web-blue.example.com']],
        engines: ['EO'],
      }),
      green: texts('Hosts of the green colour.', {
        without: 'the external URL with `-green` after its first part',
        examples: [['web-green.example.com']],
        engines: ['EO'],
      }),
    },
    examples: [{ blue: ['web-blue.example.com'], green: ['web-green.example.com'] }],
  },
};

import { choice, integer, item, list, map, port, text, texts } from '../fields.ts';
import type { Definitions } from '../spec-file.ts';

/** Tests, gists, and the resources of other kinds of services. */
export const tests: Definitions = {
  Test: {
    description: 'A test of an environment. It becomes a freestyle job `<environment>-<test>`.',
    fields: {
      name: text('Name of the test. It becomes part of the name of the job.', {
        minLength: 1,
        required: true,
        examples: ['smoke'],
        names: 'test',
        engines: ['P30', 'P51', 'EO'],
      }),
      repository: text('Git repository of the test.', {
        without: 'no checkout',
        examples: ['git@github.com:example/tests.git'],
        engines: ['P30', 'P51', 'EO'],
        secret: true,
      }),
      branch: text('Branch of the repository.', {
        default: 'refs/heads/master',
        examples: ['main'],
        engines: ['P30', 'P51', 'EO'],
      }),
      credentials: text('Id of the Jenkins credential for the checkout.', {
        default: 'seed-job-key',
        examples: ['tests-deploy-key'],
        refers: 'credentials',
        since: '0.1.0',
      }),
      agent: text('Label of the agent that the test runs on.', {
        default: 'generic',
        examples: ['browser'],
        refers: 'label',
        since: '0.1.0',
      }),
      commands: list('The commands of the test, run in this order; the first that fails ends the test.', {
        of: 'TestCommand',
        default: [],
        examples: [[{ shell: './smoke.sh' }]],
        engines: ['P30', 'P51', 'EO'],
      }),
      test_results: texts(
        'Ant patterns of test results in the XML format of JUnit, relative to the workspace. They are published after the commands, also when one failed: a failed test makes the build unstable, which stops the promotion as a failure does, and a build without any result fails.',
        {
          minItems: 1,
          without: 'no test results are published',
          examples: [['results/*.xml']],
          since: '0.1.0',
        },
      ),
    },
    examples: [
      {
        name: 'smoke',
        repository: 'git@github.com:example/tests.git',
        branch: 'main',
        commands: [{ shell: './smoke.sh' }],
      },
    ],
    snippets: [
      {
        label: 'test',
        description: 'A test from a repository',
        body: {
          name: '${1:smoke}',
          repository: '${2:git@github.com:owner/tests.git}',
          branch: '${3:main}',
          commands: [{ shell: '${4:./smoke.sh}' }],
        },
      },
    ],
  },
  TestCommand: {
    description: 'A command of a test.',
    fields: {
      shell: text('A shell script. It becomes a shell step.', {
        required: true,
        examples: ['./smoke.sh'],
        engines: ['P30', 'P51', 'EO'],
        secret: true,
      }),
    },
    examples: [{ shell: './smoke.sh' }],
  },
  Gist: {
    description: 'Files that become a ConfigMap, which services mount as a volume of the same name.',
    fields: {
      name: text('Name of the ConfigMap, and of the volumes that mount it.', {
        minLength: 1,
        without: 'the name in the file of `path`',
        examples: ['web-config'],
        names: 'gist',
        engines: ['EO'],
      }),
      type: choice('Kind of object that is made.', {
        values: {
          configmap: 'A ConfigMap.',
          job: 'A Job. The operator never applied one.',
          cronjob: 'A CronJob. The operator never applied one.',
          secret: 'A Secret. The operator never applied one.',
        },
        default: 'configmap',
        examples: ['configmap'],
        engines: ['EO'],
      }),
      path: text('A Kubernetes file (YAML or JSON) that holds the ConfigMap.', {
        without: 'none: `files` is used',
        examples: ['k8s/web-config.yaml'],
        refers: 'file',
        engines: ['EO'],
      }),
      files: texts('Files or directories whose files become the keys of the ConfigMap; wins over `path`.', {
        without: 'none: `path` is used',
        examples: [['config/web.properties']],
        refers: 'file',
        engines: ['EO'],
      }),
    },
    examples: [{ name: 'web-config', type: 'configmap', files: ['config/web.properties'] }],
  },
  GistsRepository: {
    description: 'Another repository that holds the files of `gists`.',
    fields: {
      remote: text('URL of the repository.', {
        minLength: 1,
        required: true,
        examples: ['https://github.com/example/config.git'],
        engines: ['EO'],
        secret: true,
      }),
      branch: text('Branch of the repository.', { default: 'master', examples: ['main'], engines: ['EO'] }),
    },
    examples: [{ remote: 'https://github.com/example/config.git', branch: 'main' }],
  },
  ServiceEntryPort: {
    description: 'A port of an external service.',
    fields: {
      number: port('The port.', { required: true, examples: [443], engines: ['EO'] }),
      protocol: text('Its protocol, such as HTTP, HTTPS, GRPC, TCP or TLS.', {
        without: 'left to Istio',
        examples: ['TLS'],
        engines: ['EO'],
      }),
      name: text('Its name.', {
        without: 'the protocol and the port, in lower case',
        examples: ['tls'],
        engines: ['EO'],
      }),
    },
    examples: [{ number: 443, protocol: 'TLS', name: 'tls' }],
  },
  ServiceEntryEndpoint: {
    description: 'Where an external service really is.',
    fields: {
      address: text('Address of the endpoint.', {
        minLength: 1,
        required: true,
        examples: ['192.0.2.10'],
        engines: ['EO'],
      }),
      ports: map('Ports of the endpoint, by the names in `service_entry_ports`.', {
        of: item.port(),
        default: {},
        examples: [{ tls: 443 }],
        engines: ['EO'],
      }),
      labels: map('Labels of the endpoint.', {
        of: item.text(),
        default: {},
        examples: [{ version: 'v1' }],
        engines: ['EO'],
      }),
      network: text('Network that the endpoint is in.', {
        without: 'none',
        examples: ['vpc-1'],
        engines: ['EO'],
      }),
      locality: text('Locality of the endpoint.', {
        without: 'none',
        examples: ['eu-west-1/a'],
        engines: ['EO'],
      }),
      weight: integer('Share of the requests that the endpoint gets.', {
        minimum: 0,
        without: 'left to Istio',
        examples: [100],
        engines: ['EO'],
      }),
    },
    examples: [{ address: '192.0.2.10', ports: { tls: 443 } }],
  },
};

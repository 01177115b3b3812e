import { choice, list, part, text, texts } from '../fields.ts';
import { access } from '../jenkins/access.ts';
import { agents } from '../jenkins/agents.ts';
import { controller } from '../jenkins/controller.ts';
import { credentials } from '../jenkins/credentials.ts';
import { delivery } from '../jenkins/delivery.ts';
import { forges } from '../jenkins/forges.ts';
import { kubernetes } from '../jenkins/kubernetes.ts';
import { publishing } from '../jenkins/publishing.ts';
import { startFiles } from '../jenkins/start-files.ts';
import { patterns } from '../patterns.ts';
import { type Definitions, specFile } from '../spec-file.ts';

const exampleControllers = [
  {
    name: 'shop',
    projects: ['shop/*', 'web'],
    jenkins: {
      url: 'https://ci.example.com/',
      seed: { repository: 'git@github.com:example/compiled.git', branch: 'main' },
    },
  },
];

/** The controllers of a fleet. */
const shared: Definitions = {
  SharedController: {
    description: 'A Jenkins that serves several projects, each in a folder of its own.',
    fields: {
      name: text('Name of the controller. It names its output folder and, with `-jenkins`, its namespace.', {
        pattern: patterns.dnsLabel,
        required: true,
        examples: ['shop'],
        since: '0.1.0',
      }),
      projects: texts(
        'Paths of the project folders that it serves, from the folder of this file; globs with `*`, `**` and `?`. A project that no controller serves has a Jenkins of its own.',
        {
          minItems: 1,
          required: true,
          examples: [['shop/*', 'web'], 'shop/*'],
          since: '0.1.0',
        },
      ),
      jenkins: part(
        'Jenkins',
        'The controller itself. What is the business of each project (`credentials` of jobs, `views`, `pipeline`, ...) stays in its jenkins.bitesize.',
        {
          default: {},
          examples: [
            {
              url: 'https://ci.example.com/',
              seed: { repository: 'git@github.com:example/compiled.git', branch: 'main' },
            },
          ],
          since: '0.1.0',
        },
      ),
      secrets: part('SecretsOperator', 'Who makes the Secrets that the controller and its projects read.', {
        default: {},
        examples: [{ operator: 'external-secrets', store: 'vault', path: 'jenkins/{project}/{secret}' }],
        since: '0.1.0',
      }),
    },
    examples: [exampleControllers[0] ?? {}],
  },
  SecretsOperator: {
    description: 'Where the values of Secrets come from.',
    fields: {
      operator: choice('What makes the Secrets.', {
        values: {
          none: 'People do, with the script `create-secrets.sh` or in their own way.',
          'external-secrets': 'The External Secrets Operator does: an ExternalSecret object for each Secret.',
        },
        default: 'none',
        examples: ['external-secrets'],
        since: '0.1.0',
      }),
      store: text('Name of the store that the operator asks.', {
        pattern: patterns.dnsSubdomain,
        without: 'none; required with `operator: external-secrets`',
        examples: ['vault'],
        since: '0.1.0',
      }),
      store_kind: choice('Kind of the store.', {
        values: {
          ClusterSecretStore: 'One for all namespaces.',
          SecretStore: 'One in each namespace that needs Secrets, with the same name everywhere.',
        },
        default: 'ClusterSecretStore',
        examples: ['SecretStore'],
        since: '0.1.0',
      }),
      path: text(
        'Path of a Secret in the store. `{project}` is the folder of the project, or the name of the controller for its own Secrets; `{secret}` the name of the Secret, and `{namespace}` its namespace. Each key of the Secret is a property there.',
        {
          minLength: 1,
          default: '{project}/{secret}',
          examples: ['jenkins/{project}/{secret}'],
          since: '0.1.0',
        },
      ),
      refresh: text('How often the operator asks the store again, as a duration of Go.', {
        pattern: patterns.goDuration,
        default: '1h',
        examples: ['15m'],
        since: '0.1.0',
      }),
    },
    examples: [{ operator: 'external-secrets', store: 'vault', path: 'jenkins/{project}/{secret}' }],
  },
};

/** The schema of controllers.bitesize. */
export const controllers = specFile(
  'controllers',
  {
    description:
      'The controllers that several projects of a fleet share. The file stands at the root of the fleet; without it each project has a Jenkins of its own.',
    fields: {
      controllers: list('The shared controllers.', {
        of: 'SharedController',
        default: [],
        examples: [exampleControllers],
        since: '0.1.0',
      }),
    },
    examples: [{ controllers: exampleControllers }],
    snippets: [
      {
        label: 'controllers.bitesize',
        description: 'One Jenkins for the projects of some folders',
        body: {
          controllers: [
            {
              name: '${1:shop}',
              projects: ['${2:shop/*}'],
              jenkins: {
                url: '${3:https://ci.example.com/}',
                seed: { repository: '${4:git@github.com:owner/compiled.git}' },
              },
            },
          ],
        },
      },
    ],
  },
  shared,
  controller,
  access,
  agents,
  credentials,
  forges,
  kubernetes,
  publishing,
  delivery,
  startFiles,
);

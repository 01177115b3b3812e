import { part, text } from '../fields.ts';
import { specFile } from '../spec-file.ts';
import { access } from './access.ts';
import { agents } from './agents.ts';
import { controller } from './controller.ts';
import { credentials } from './credentials.ts';
import { delivery } from './delivery.ts';
import { forges } from './forges.ts';
import { kubernetes } from './kubernetes.ts';
import { publishing } from './publishing.ts';
import { startFiles } from './start-files.ts';

/** The schema of jenkins.bitesize. */
export const jenkins = specFile(
  'jenkins',
  {
    description:
      'The Jenkins of a project: controller, image, security, agents, credentials, plugins, Kubernetes settings and pipeline policy. The file is optional, and every field has a default.',
    fields: {
      project: text(
        'Name of the project. It names the folder of images and the namespace of the controller. All spec files of a project must give the same name.',
        {
          without: 'the name that the other spec files of the project give',
          examples: ['sample-app'],
          names: 'project',
          since: '0.1.0',
        },
      ),
      jenkins: part('Jenkins', 'The Jenkins of the project.', {
        default: {},
        examples: [
          {
            url: 'https://ci.example.com/',
            admin_email: 'ci@example.com',
            seed: { mode: 'repository', repository: 'git@github.com:example/specs.git' },
          },
        ],
        since: '0.1.0',
      }),
    },
    examples: [
      {
        project: 'sample-app',
        jenkins: {
          url: 'https://ci.example.com/',
          admin_email: 'ci@example.com',
          seed: { mode: 'repository', repository: 'git@github.com:example/specs.git' },
        },
      },
    ],
    snippets: [
      {
        label: 'jenkins.bitesize',
        description: 'A Jenkins with its own address and seed repository',
        body: {
          project: '${1:project}',
          jenkins: {
            url: '${2:https://ci.example.com/}',
            seed: { mode: 'repository', repository: '${3:git@github.com:owner/specs.git}' },
            kubernetes: { ingress: { host: '${4:ci.example.com}' } },
          },
        },
      },
    ],
  },
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

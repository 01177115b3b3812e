import { list, text } from '../fields.ts';
import { specFile } from '../spec-file.ts';
import { environment } from './environment.ts';
import { pods } from './pods.ts';
import { probes } from './probes.ts';
import { service } from './service.ts';
import { tests } from './tests.ts';
import { volumes } from './volumes.ts';

/** The schema of environments.bitesize. */
export const environments = specFile(
  'environments',
  {
    description:
      'What runs where: the environments of a project, their services, how they are deployed and tested. The order of the environments is the order of promotion.',
    fields: {
      project: text(
        'Name of the project. It is part of image names and of the labels of Kubernetes objects. All spec files of a project must give the same name.',
        {
          without: 'the name that the other spec files of the project give',
          examples: ['sample-app'],
          names: 'project',
          engines: ['P30', 'P51', 'EO'],
        },
      ),
      environments: list('The environments, in the order of promotion.', {
        of: 'Environment',
        default: [],
        examples: [
          [
            {
              name: 'development',
              namespace: 'sample-dev',
              deployment: { method: 'rolling-upgrade' },
              services: [
                { name: 'web', application: 'web', external_url: 'web.example.com', port: 8080, replicas: 2 },
              ],
            },
          ],
        ],
        engines: ['P30', 'P51', 'EO'],
      }),
    },
    examples: [
      {
        project: 'sample-app',
        environments: [
          {
            name: 'development',
            namespace: 'sample-dev',
            deployment: { method: 'rolling-upgrade' },
            services: [
              { name: 'web', application: 'web', external_url: 'web.example.com', port: 8080, replicas: 2 },
            ],
          },
        ],
      },
    ],
    snippets: [
      {
        label: 'environments.bitesize',
        description: 'A project with one environment',
        body: {
          project: '${1:project}',
          environments: [
            {
              name: '${2:development}',
              namespace: '${3:project-dev}',
              deployment: { method: 'rolling-upgrade' },
              services: [{ name: '${4:service}', port: 80 }],
            },
          ],
        },
      },
    ],
  },
  environment,
  service,
  volumes,
  probes,
  pods,
  tests,
);

import { list, text } from '../fields.ts';
import { specFile } from '../spec-file.ts';
import { component } from './component.ts';
import { pullRequests } from './pull-requests.ts';
import { steps } from './steps.ts';

/** The schema of build.bitesize. */
export const build = specFile(
  'build',
  {
    description: 'How the components of a project are built: one Jenkins job per component.',
    fields: {
      project: text(
        'Name of the project. It is part of image names and labels. All spec files of a project must give the same name.',
        {
          without: 'the name that the other spec files of the project give',
          examples: ['sample-app'],
          names: 'project',
          engines: ['P30', 'P51'],
        },
      ),
      components: list(
        'The components of the project. Each one becomes a job of the same name: a freestyle job, or a pipeline where its steps run in containers.',
        {
          of: 'Component',
          default: [],
          examples: [
            [
              {
                name: 'web',
                repository: { git: 'git@github.com:example/web.git' },
                build: [{ shell: 'make package' }],
                artifacts: [{ location: '*.deb' }],
              },
            ],
          ],
          engines: ['P30', 'P51'],
        },
      ),
    },
    examples: [
      {
        project: 'sample-app',
        components: [
          {
            name: 'web',
            repository: { git: 'git@github.com:example/web.git' },
            build: [{ shell: 'make package' }],
            artifacts: [{ location: '*.deb' }],
          },
        ],
      },
    ],
    snippets: [
      {
        label: 'build.bitesize',
        description: 'A project with one component',
        body: {
          project: '${1:project}',
          components: [
            {
              name: '${2:component}',
              repository: { git: '${3:url}' },
              build: [{ shell: '${4:make}' }],
              artifacts: [{ location: '*.deb' }],
            },
          ],
        },
      },
    ],
  },
  component,
  pullRequests,
  steps,
);

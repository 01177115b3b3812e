import { list, part, text, texts } from '../fields.ts';
import { type Definitions, specFile } from '../spec-file.ts';
import { axes } from './axes/axes.ts';
import { builders } from './builders/builders.ts';
import { SINCE } from './family.ts';
import { scriptsElsewhere } from './folders/folder-kinds.ts';
import { folderParts } from './folders/folder-parts.ts';
import { kinds } from './kinds.ts';
import { matrixParts } from './matrix-fields.ts';
import { parameters } from './parameters/parameters.ts';
import { properties } from './properties/properties.ts';
import { publishers } from './publishers/publishers.ts';
import { scms } from './scms/scms.ts';
import { branchBehaviours } from './sources/branch-behaviours.ts';
import { forgeBehaviours } from './sources/forge-behaviours.ts';
import { navigators } from './sources/navigators.ts';
import { sourceParts, sources } from './sources/sources.ts';
import { branchProperties, buildStrategies, headFilters, nameFilters } from './sources/strategies.ts';
import { triggers } from './triggers/triggers.ts';
import { columns } from './views/columns.ts';
import { jobFilters } from './views/job-filters.ts';
import { portlets } from './views/portlets.ts';
import { sections } from './views/sections.ts';
import { viewParts } from './views/view-kinds.ts';
import { wrappers } from './wrappers/wrappers.ts';
import { fragments } from './xml.ts';

const external: Definitions = {
  ExternalNames: {
    description: 'Names that the specs do not declare, because somebody else looks after what they name.',
    fields: {
      credentials: texts('Ids of credentials.', {
        without: 'none',
        examples: [['nexus-login']],
        names: 'credentials',
        since: SINCE,
      }),
      labels: texts('Labels of agents.', {
        without: 'none',
        examples: [['windows']],
        names: 'label',
        since: SINCE,
      }),
      jobs: texts('Full names of jobs.', {
        without: 'none',
        examples: [['platform/base']],
        names: 'job',
        since: SINCE,
      }),
    },
    examples: [{ credentials: ['nexus-login'] }],
  },
};

const nightly = {
  name: 'nightly',
  kind: 'freestyle',
  triggers: [{ timed: 'H 3 * * *' }],
  wrappers: ['timestamps'],
  builders: [{ shell: 'make test' }],
};

/** The schema of jobs.bitesize. */
export const jobs = specFile(
  'jobs',
  {
    description:
      'Jobs of the project beside those that the other specs become: freestyle jobs, pipelines, multibranch projects, folders, views.',
    fields: {
      project: text(
        'Name of the project. It names the folder of images and the namespace of the controller. All spec files of a project must give the same name.',
        {
          without: 'the name that the other spec files of the project give',
          examples: ['sample-app'],
          names: 'project',
          since: SINCE,
        },
      ),
      external: part('ExternalNames', 'Names that the specs do not declare.', {
        default: {},
        examples: [{ credentials: ['nexus-login'] }],
        since: SINCE,
      }),
      defaults: part(
        'JobDefaults',
        'Fields of all jobs of a kind, which hold where a job does not say them itself.',
        {
          default: {},
          examples: [{ freestyle: { wrappers: ['timestamps'] } }],
          since: SINCE,
        },
      ),
      jobs: list('The jobs, folders and views.', {
        of: 'Job',
        without: 'none',
        examples: [[nightly]],
        since: SINCE,
      }),
    },
    examples: [{ project: 'sample-app', jobs: [nightly] }],
    snippets: [
      {
        label: 'jobs.bitesize',
        description: 'A nightly job',
        body: {
          project: '${1:project}',
          jobs: [
            {
              name: '${2:nightly}',
              kind: 'freestyle',
              triggers: [{ timed: '${3:H 3 * * *}' }],
              builders: [{ shell: '${4:make test}' }],
            },
          ],
        },
      },
    ],
  },
  external,
  kinds,
  matrixParts,
  axes,
  fragments,
  builders,
  publishers,
  wrappers,
  triggers,
  parameters,
  properties,
  scms,
  folderParts,
  scriptsElsewhere,
  sources,
  sourceParts,
  navigators,
  branchBehaviours,
  forgeBehaviours,
  buildStrategies,
  nameFilters,
  headFilters,
  branchProperties,
  viewParts,
  columns,
  jobFilters,
  portlets,
  sections,
);

import { choice, list, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { groovyScript } from '../groovy-script.ts';

/** What the job is about, and who may do what with it. */
export const projectProperties: Things = {
  github: {
    description: 'The page of the project on GitHub. Triggers and commit statuses of GitHub use it, too.',
    short: 'url',
    fields: {
      url: text('Address of the repository on GitHub.', {
        required: true,
        minLength: 1,
        examples: ['https://github.com/example/shop/'],
        since: SINCE,
      }),
      display_name: text('Name of the commit status.', {
        without: 'the full name of the job',
        examples: ['unit tests'],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://github.com/example/shop/' }],
  },
  gitlab: {
    description: 'The connection to GitLab that the job uses, by GitLab.',
    short: 'connection',
    fields: {
      connection: text('Name of the connection in the settings of Jenkins.', {
        required: true,
        minLength: 1,
        examples: ['gitlab.example.com'],
        since: SINCE,
      }),
      credentials: text(
        'Id of a credential with an API token that is used instead of that of the connection.',
        {
          without: 'that of the connection',
          examples: ['shop-gitlab-token'],
          since: SINCE,
          refers: 'credentials',
        },
      ),
    },
    examples: [{ connection: 'gitlab.example.com' }],
  },
  'delivery-pipeline': {
    description: 'Where the job stands in views of Delivery Pipeline. Pipelines do not have it.',
    short: 'stage',
    fields: {
      stage: text('Name of the stage.', {
        required: true,
        minLength: 1,
        examples: ['Build'],
        since: SINCE,
      }),
      task: text('Name of the task.', {
        without: 'the name of the job',
        examples: ['Compile'],
        since: SINCE,
      }),
      description: text('Template of what is shown of a build.', {
        without: 'nothing',
        examples: ['${BUILD_NUMBER}'],
        since: SINCE,
      }),
    },
    examples: [{ stage: 'Build', task: 'Compile' }],
  },
  ownership: {
    description: 'Who looks after the job, by Job and Node Ownership.',
    short: 'owner',
    fields: {
      owner: text('Id of the user.', { required: true, minLength: 1, examples: ['alice'], since: SINCE }),
      co_owners: texts('Ids of other users and groups.', {
        without: 'none',
        examples: [['bob', 'developers']],
        since: SINCE,
      }),
    },
    examples: [{ owner: 'alice', co_owners: ['bob'] }],
  },
  sidebar: {
    description: 'Links beside the page of the job, by Sidebar Link.',
    fields: {
      links: list('The links, in their order.', {
        of: 'SidebarLinkProperty',
        required: true,
        minItems: 1,
        examples: [[{ url: 'https://wiki.example.com/shop', text: 'Wiki' }]],
        since: SINCE,
      }),
    },
    short: 'links',
    examples: [{ links: [{ url: 'https://wiki.example.com/shop', text: 'Wiki' }] }],
  },
  authorization: {
    description:
      'Who may do what with the job, beside those who may by the settings of Jenkins, by Matrix Authorization.',
    fields: {
      inheritance: choice('Which other permissions hold for the job.', {
        values: {
          parent: 'Those of its folder, and of Jenkins.',
          global: 'Those of Jenkins, not those of its folder.',
          none: 'None but those of administrators.',
        },
        default: 'parent',
        examples: ['none'],
        since: SINCE,
      }),
      matrix: list('Who may do what.', {
        of: 'AuthorizationEntryProperty',
        without: 'nothing is added',
        examples: [[{ user: 'alice', permissions: ['Job/Read', 'Job/Build'] }]],
        since: SINCE,
      }),
    },
    short: 'matrix',
    examples: [{ matrix: [{ group: 'developers', permissions: ['Job/Read', 'Job/Build'] }] }],
  },
  'copy-artifact-permission': {
    description: 'Which jobs may copy the artifacts of the job, by Copy Artifact.',
    short: 'jobs',
    fields: {
      jobs: texts('The jobs. `*` stands for any letters.', {
        required: true,
        minItems: 1,
        examples: [['deploy', '/release/*']],
        since: SINCE,
        refers: 'job',
      }),
    },
    examples: [{ jobs: ['deploy'] }],
  },
};

/** What properties are made of. */
export const propertyParts: Definitions = {
  GroovyScriptProperty: groovyScript("return [STAMP: 'nightly']"),
  SidebarLinkProperty: {
    description: 'A link beside the page of a job.',
    fields: {
      url: text('Where it leads.', {
        required: true,
        minLength: 1,
        examples: ['https://wiki.example.com/shop'],
        since: SINCE,
      }),
      text: text('What it says.', { required: true, minLength: 1, examples: ['Wiki'], since: SINCE }),
      icon: text('Its icon: the path of an image of Jenkins, or of a plugin.', {
        default: 'icon-help icon-md',
        examples: ['/userContent/wiki.png'],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://wiki.example.com/shop', text: 'Wiki' }],
  },
  AuthorizationEntryProperty: {
    description: 'What a user or a group may do with a job: exactly one of `user`, `group` and `either`.',
    fields: {
      user: text('Login name of the user.', { without: '`group`', examples: ['alice'], since: SINCE }),
      group: text('Name of the group; `authenticated` is everybody who is logged in.', {
        without: '`user`',
        examples: ['developers'],
        since: SINCE,
      }),
      either: text(
        'Name of a user or of a group, whichever there is, as it was kept before Matrix Authorization 3; Jenkins warns of it.',
        { without: '`user` or `group`', examples: ['developers'], since: SINCE },
      ),
      permissions: texts('The permissions, as Jenkins shows them: `Group/Name`.', {
        pattern: patterns.jobPermission,
        required: true,
        minItems: 1,
        examples: [['Job/Read', 'Job/Build']],
        since: SINCE,
      }),
    },
    examples: [{ user: 'alice', permissions: ['Job/Read', 'Job/Build'] }],
  },
};

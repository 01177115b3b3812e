import { choice, flag, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { orFile, scriptFile } from '../builders/about.ts';
import { commonFields } from '../common-fields.ts';
import { SINCE as since, type Things } from '../family.ts';
import { allowance } from '../groovy-script.ts';
import { strategyFields, toggle } from '../sources/branch-behaviours.ts';
import { computedFolderFields, folderFields } from './folder-parts.ts';

/** Returns the fields of a script that is not in the branch; `without` is what is run when there is none. */
function scriptElsewhere(without: string) {
  return {
    inline_pipeline: part(
      'InlinePipeline',
      'A script that stands in the job, so that no branch and no pull request can change it, by the plugin Multibranch Pipeline Inline Definition, instead of the one at `script_path`.',
      { without, examples: [{ script: "node { checkout scm; sh 'make' }", marker: 'package.json' }], since },
    ),
    remote_jenkinsfile: part(
      'RemoteJenkinsfile',
      'A script in another repository, by the Remote Jenkinsfile Provider plugin, instead of the one at `script_path`.',
      { without, examples: [{ scm: [{ git: 'git@git.example.com:platform/pipelines.git' }] }], since },
    ),
  };
}

/** The kinds of folders. */
export const folderKinds: Things = {
  folder: {
    description: 'A folder of jobs.',
    fields: { ...commonFields('folder'), ...folderFields },
    examples: [{ name: 'nightly', kind: 'folder', display_name: 'Every night' }],
  },
  multibranch: {
    description: 'A folder that makes a pipeline of every branch that has a Jenkinsfile.',
    fields: {
      ...commonFields('multibranch'),
      ...computedFolderFields,
      sources: list('Repositories whose branches are found.', {
        of: 'JobSource',
        required: true,
        minItems: 1,
        examples: [[{ github: { repo_owner: 'shop', repo: 'web' } }]],
        since,
      }),
      script_path: text('Path of the script in the repository.', {
        default: 'Jenkinsfile',
        examples: ['ci/Jenkinsfile'],
        minLength: 1,
        since,
      }),
      ...scriptElsewhere('the script of the branch'),
    },
    examples: [
      {
        name: 'web',
        kind: 'multibranch',
        sources: [{ github: { repo_owner: 'shop', repo: 'web', credentials: 'github-app' } }],
        triggers: [{ periodic: '1d' }],
      },
    ],
  },
  organization: {
    description: 'A folder that makes a multibranch pipeline of every repository with a Jenkinsfile.',
    fields: {
      ...commonFields('organization'),
      ...computedFolderFields,
      sources: list('Owners whose repositories are found.', {
        of: 'JobNavigator',
        required: true,
        minItems: 1,
        examples: [[{ github: { repo_owner: 'shop' } }]],
        since,
      }),
      script_path: texts(
        'Paths of scripts in the repositories: each gets a pipeline in a repository that has it. Beside a script that stands elsewhere, only those count that are written, and before it.',
        {
          default: ['Jenkinsfile'],
          examples: [['Jenkinsfile', 'ci/Jenkinsfile']],
          since,
        },
      ),
      ...scriptElsewhere('the script of each branch'),
      ...strategyFields,
      child_trigger: choice('How often the branches of each repository are looked at.', {
        values: {
          '15m': 'Every quarter of an hour.',
          '30m': 'Every half an hour.',
          '1h': 'Every hour.',
          '4h': 'Every four hours.',
          '1d': 'Every day.',
          '1w': 'Every week.',
        },
        default: '1d',
        examples: ['1h'],
        since,
      }),
    },
    examples: [
      {
        name: 'shop',
        kind: 'organization',
        sources: [{ github: { repo_owner: 'shop', credentials: 'github-app' } }],
        triggers: [{ periodic: '1d' }],
      },
    ],
  },
};

/** What folders with a script elsewhere hold. */
export const scriptsElsewhere: Definitions = {
  InlinePipeline: {
    description: 'A script that stands in the job: `script` or `file`.',
    fields: {
      script: text('The script itself.', {
        ...orFile,
        examples: ["node { checkout scm; sh 'make' }"],
      }),
      file: scriptFile('script', 'pipelines/web.groovy'),
      marker: text('Path of a file that a branch must have to get a job.', {
        required: true,
        examples: ['package.json'],
        minLength: 1,
        since,
      }),
      sandbox: flag('Whether the script runs in the sandbox; otherwise an administrator has to approve it.', {
        default: true,
        examples: [false],
        since,
      }),
      allow: allowance('a script outside the sandbox is refused'),
    },
    examples: [{ script: "node { checkout scm; sh 'make' }", marker: 'package.json' }],
  },
  RemoteJenkinsfile: {
    description: 'A script in another repository.',
    fields: {
      path: text('Path of the script in that repository.', {
        default: 'Jenkinsfile',
        examples: ['pipelines/Jenkinsfile'],
        minLength: 1,
        since,
      }),
      scm: list('The repository that holds the script.', {
        of: 'JobScm',
        required: true,
        minItems: 1,
        examples: [[{ git: 'git@git.example.com:platform/pipelines.git' }]],
        since,
      }),
      match_branches: toggle('Takes the branch of that repository with the same name.'),
      fallback_branch: text('Branch of that repository where there is none of the same name.', {
        default: 'master',
        examples: ['main'],
        minLength: 1,
        since,
      }),
      marker: text('Path of a file that a branch must have to get a job.', {
        without: 'every branch gets one',
        examples: ['pom.xml'],
        minLength: 1,
        since,
      }),
    },
    examples: [{ path: 'Jenkinsfile', scm: [{ git: 'git@git.example.com:platform/pipelines.git' }] }],
  },
};

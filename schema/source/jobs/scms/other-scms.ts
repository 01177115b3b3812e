import { choice, type Field, flag, integer, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE, type Things } from '../family.ts';
import { hgBrowsers, svnBrowsers } from './browsers.ts';

/** Returns a field that is off. */
function off(description: string): Field {
  return flag(description, { default: false, examples: [true], since: SINCE });
}

function optional(description: string, example: string, without = 'none'): Field {
  return text(description, { without, examples: [example], since: SINCE });
}

const svnLocation: Readonly<Record<string, Field>> = {
  url: text('Address of the folder in the repository, with or without `@revision`.', {
    required: true,
    minLength: 1,
    examples: ['https://svn.example.com/shop/trunk'],
    since: SINCE,
  }),
  directory: text('Folder of the workspace that it is checked out into.', {
    default: '.',
    examples: ['src'],
    since: SINCE,
  }),
  credentials: text('Id of the credential to fetch with.', {
    without: 'none',
    examples: ['svn-login'],
    since: SINCE,
    refers: 'credentials',
  }),
  depth: choice('How deep it is checked out.', {
    values: {
      infinity: 'As it is in the repository.',
      empty: 'The folder alone.',
      files: 'The folder and its files.',
      immediates: 'The folder, its files, and empty folders.',
      unknown: 'As it is in the workspace.',
      'as-it-is': 'As it is in the workspace, also where that is `infinity`.',
    },
    default: 'infinity',
    examples: ['files'],
    since: SINCE,
  }),
  ignore_externals: off('Whether `svn:externals` are left out.'),
  cancel_process_on_externals_fail: off('Whether the build fails where one of the externals does.'),
};

/** Checkouts by other tools than git. */
export const otherScms: Things = {
  svn: {
    description: 'A Subversion repository.',
    short: 'url',
    fields: {
      ...svnLocation,
      locations: list('Folders that are checked out beside it.', {
        of: 'SvnLocationScm',
        without: 'none',
        examples: [[{ url: 'https://svn.example.com/tools/trunk', directory: 'tools' }]],
        since: SINCE,
      }),
      workspace_updater: choice('How the workspace is brought up to date.', {
        values: {
          update: 'By `svn update`.',
          'revert-update': 'By `svn revert` and `svn update`.',
          'emulate-clean': 'By `svn update`, after files that are not in the repository are removed.',
          'wipe-workspace': 'By a checkout into an empty folder.',
          none: 'Not at all.',
        },
        default: 'wipe-workspace',
        examples: ['revert-update'],
        since: SINCE,
      }),
      included_regions: texts('Regular expressions of the paths whose changes start a build.', {
        without: 'all paths',
        examples: [['/shop/trunk/src/.*']],
        since: SINCE,
        refers: 'regex',
      }),
      excluded_regions: texts('Regular expressions of the paths whose changes start none.', {
        without: 'none',
        examples: [['/shop/trunk/docs/.*']],
        since: SINCE,
        refers: 'regex',
      }),
      excluded_users: texts('Users whose commits start no build.', {
        without: 'none',
        examples: [['release-bot']],
        since: SINCE,
      }),
      excluded_commit_messages: texts('Regular expressions of the messages of commits that start no build.', {
        without: 'none',
        examples: [['.*skip ci.*']],
        since: SINCE,
        refers: 'regex',
      }),
      excluded_revprop: optional('Revision property of commits that start no build.', 'ci:skip'),
      ignore_property_changes: off('Whether changes of the properties of folders start no build.'),
      filter_changelog: off('Whether the list of changes leaves out what starts no build.'),
      quiet: off('Whether the log does not name the files.'),
      additional_credentials: list('Credentials of realms that externals need.', {
        of: 'SvnCredentialsScm',
        without: 'none',
        examples: [[{ realm: '<https://svn.example.com:443> tools', credentials: 'svn-login' }]],
        since: SINCE,
      }),
      browser: part('JobSvnBrowser', 'The web page that shows changes.', {
        without: 'none',
        examples: [{ websvn: 'https://svn.example.com/websvn/' }],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://svn.example.com/shop/trunk', workspace_updater: 'update' }],
  },
  hg: {
    description: 'A Mercurial repository.',
    short: 'url',
    fields: {
      url: text('Address of the repository.', {
        required: true,
        minLength: 1,
        examples: ['https://hg.example.com/shop'],
        since: SINCE,
      }),
      credentials: text('Id of the credential to fetch with.', {
        without: 'none',
        examples: ['hg-login'],
        since: SINCE,
        refers: 'credentials',
      }),
      revision_type: choice('What `revision` names.', {
        values: {
          branch: 'A branch.',
          tag: 'A tag.',
          changeset: 'A changeset.',
          revset: 'A revset.',
        },
        default: 'branch',
        examples: ['tag'],
        since: SINCE,
      }),
      revision: text('What is built.', { default: 'default', examples: ['stable'], since: SINCE }),
      modules: texts('Paths whose changes start a build.', {
        without: 'all paths',
        examples: [['src']],
        since: SINCE,
      }),
      subdir: optional('Folder of the workspace that it is checked out into.', 'src', 'the workspace'),
      installation: optional('Name of a Mercurial of Jenkins.', 'hg-6', 'the default one'),
      clean: off('Whether files that are not in the repository are removed.'),
      disable_changelog: off('Whether builds have no list of changes.'),
      browser: part('JobHgBrowser', 'The web page that shows changes.', {
        without: 'none',
        examples: [{ hgweb: 'https://hg.example.com/shop/' }],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://hg.example.com/shop', revision: 'stable' }],
  },
  repo: {
    description: 'The repositories of a manifest of the tool repo, as Android has them.',
    short: 'url',
    fields: {
      url: text('Address of the repository of the manifest.', {
        required: true,
        minLength: 1,
        examples: ['https://android.googlesource.com/platform/manifest'],
        since: SINCE,
      }),
      manifest_branch: optional('Its branch.', 'main', 'that of repo'),
      manifest_file: optional('Path of the manifest in it.', 'release.xml', '`default.xml`'),
      manifest_group: optional('Groups of the projects that are fetched.', 'default,tools', '`default`'),
      manifest_platform: optional('Platform of the projects that are fetched.', 'linux', '`auto`'),
      destination_dir: optional('Folder of the workspace.', 'android', 'the workspace'),
      repo_url: optional('Where repo itself is fetched from.', 'https://gerrit.example.com/git-repo'),
      repo_branch: optional('Branch of repo itself.', 'stable', 'that of repo'),
      mirror_dir: optional('Folder of a mirror on the agent.', '/var/cache/android'),
      local_manifest: optional('Text or address of a local manifest.', 'https://example.com/local.xml'),
      jobs: integer('How many projects are fetched at once; 0 leaves it to repo.', {
        default: 0,
        examples: [8],
        since: SINCE,
      }),
      depth: integer('How many commits are fetched; 0 fetches all.', {
        default: 0,
        examples: [1],
        since: SINCE,
      }),
      current_branch: flag('Whether only the branch of the manifest is fetched.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      reset_first: off('Whether commits that are only in the workspace are removed before.'),
      clean_first: off('Whether files that are not in the repositories are removed before.'),
      quiet: flag('Whether the log is short.', { default: true, examples: [false], since: SINCE }),
      force_sync: off('Whether repositories in the workspace are overwritten where they do not fit.'),
      trace: off('Whether the log shows each command of git.'),
      show_all_changes: off('Whether changes of merged branches are shown, too.'),
      no_tags: off('Whether no tags are fetched.'),
      no_clone_bundle: off('Whether bundles of the server are not used.'),
      manifest_submodules: off('Whether submodules of the manifest are fetched.'),
      fetch_submodules: off('Whether submodules of the projects are fetched.'),
      worktree: off('Whether projects are worktrees of git.'),
      no_sync: off('Whether nothing is fetched but the manifest.'),
      git_lfs: off('Whether files of Git LFS are fetched.'),
      ignore_projects: texts('Names of projects whose changes start no build.', {
        without: 'none',
        examples: [['platform/docs']],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://android.googlesource.com/platform/manifest', jobs: 8 }],
  },
  none: {
    description: 'No checkout, where a default would give one.',
    fields: {},
    examples: [{}],
  },
};

/** What other checkouts are made of. */
export const otherScmParts: Definitions = {
  SvnLocationScm: {
    description: 'A further folder of a checkout of Subversion.',
    fields: svnLocation,
    examples: [{ url: 'https://svn.example.com/tools/trunk', directory: 'tools' }],
  },
  SvnCredentialsScm: {
    description: 'The credential of a realm of Subversion.',
    fields: {
      realm: text('The realm, as the server names it.', {
        required: true,
        minLength: 1,
        examples: ['<https://svn.example.com:443> tools'],
        since: SINCE,
      }),
      credentials: text('Id of the credential.', {
        required: true,
        minLength: 1,
        examples: ['svn-login'],
        since: SINCE,
        refers: 'credentials',
      }),
    },
    examples: [{ realm: '<https://svn.example.com:443> tools', credentials: 'svn-login' }],
  },
  ...family('SvnBrowser', 'A web page that shows a Subversion repository: exactly one.', svnBrowsers),
  ...family('HgBrowser', 'A web page that shows a Mercurial repository: exactly one.', hgBrowsers),
};

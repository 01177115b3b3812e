import { type Field, text } from '../../fields.ts';
import type { ObjectSource } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';

/** Web pages that show git repositories; every kind that the plugin has. */
export const gitBrowsers: Things = {
  assembla: browser('Assembla', 'https://www.assembla.com/code/shop/git/'),
  bitbucket: browser('Bitbucket Cloud', 'https://bitbucket.org/example/shop/'),
  'bitbucket-server': browser('Bitbucket Server', 'https://bitbucket.example.com/projects/EX/repos/shop/'),
  cgit: browser('cgit', 'https://git.example.com/cgit/shop.git/'),
  fisheye: browser('FishEye', 'https://fisheye.example.com/browse/shop/'),
  gitblit: browser('Gitblit', 'https://git.example.com/', { project: named('project', 'shop.git') }),
  github: browser('GitHub', 'https://github.com/example/shop/'),
  gitiles: browser('Gitiles', 'https://gerrit.example.com/plugins/gitiles/shop/'),
  gitlab: browser('GitLab', 'https://gitlab.com/example/shop/', {
    version: text('Version of a GitLab that is older than 8.', {
      without: 'a newer one',
      examples: ['7.14'],
      since: SINCE,
    }),
  }),
  gitlist: browser('GitList', 'https://git.example.com/gitlist/shop.git/'),
  gitorious: browser('Gitorious', 'https://gitorious.example.com/shop/'),
  gitweb: browser('gitweb', 'https://git.example.com/?p=shop.git'),
  gogs: browser('Gogs', 'https://gogs.example.com/example/shop/'),
  kiln: browser('Kiln', 'https://example.kilnhg.com/Code/shop/'),
  phabricator: browser('Phabricator', 'https://phabricator.example.com/', {
    repository: named('repository', 'SHOP'),
  }),
  redmine: browser('Redmine', 'https://redmine.example.com/projects/shop/repository/'),
  rhodecode: browser('RhodeCode', 'https://code.example.com/shop/'),
  stash: browser('Stash', 'https://stash.example.com/projects/EX/repos/shop/'),
  'team-foundation': browser('Azure DevOps Server', 'https://dev.azure.com/example/_git/shop/'),
  viewgit: browser('ViewGit', 'https://git.example.com/viewgit/', { project: named('project', 'shop') }),
};

/** Web pages that show Subversion repositories. */
export const svnBrowsers: Things = {
  assembla: {
    description: 'Changes are shown by Assembla.',
    short: 'space',
    fields: {
      space: text('Name of the space.', { required: true, minLength: 1, examples: ['shop'], since: SINCE }),
    },
    examples: [{ space: 'shop' }],
  },
  collabnet: browser('CollabNet', 'https://svn.example.com/viewcvs/'),
  fisheye: browser('FishEye', 'https://fisheye.example.com/browse/shop/', {
    root_module: text('Folder of the repository that FishEye begins with.', {
      without: 'the whole repository',
      examples: ['trunk'],
      since: SINCE,
    }),
  }),
  phabricator: browser('Phabricator', 'https://phabricator.example.com/', {
    repository: named('repository', 'SHOP'),
  }),
  sventon: browser('Sventon 1', 'https://svn.example.com/svn/', { instance: named('instance', 'shop') }),
  sventon2: browser('Sventon 2', 'https://svn.example.com/svn/', { instance: named('instance', 'shop') }),
  svnweb: browser('SVN::Web', 'https://svn.example.com/svnweb/'),
  viewsvn: browser('ViewVC', 'https://svn.example.com/viewvc/shop/'),
  visualsvn: browser('VisualSVN', 'https://svn.example.com/!/#shop/'),
  websvn: browser('WebSVN', 'https://svn.example.com/websvn/'),
};

/** Web pages that show Mercurial repositories. */
export const hgBrowsers: Things = {
  fisheye: browser('FishEye', 'https://fisheye.example.com/browse/shop/'),
  hgweb: browser('hgweb', 'https://hg.example.com/shop/'),
  kallithea: browser('Kallithea', 'https://kallithea.example.com/shop/'),
  kiln: browser('Kiln', 'https://example.kilnhg.com/Code/shop/'),
  rhodecode: browser('RhodeCode', 'https://code.example.com/shop/'),
  'rhodecode-legacy': browser('RhodeCode before 1.2', 'https://code.example.com/shop/'),
  'scm-manager': browser('SCM-Manager', 'https://scm.example.com/repo/example/shop/'),
};

function browser(name: string, url: string, more: Readonly<Record<string, Field>> = {}): ObjectSource {
  const others = Object.entries(more).flatMap(([key, { required, node }]) =>
    required ? [[key, node.examples?.[0] ?? ''] as const] : [],
  );
  return {
    description: `Changes are shown by ${name}.`,
    short: 'url',
    fields: {
      url: text('Address of the repository there.', {
        required: true,
        minLength: 1,
        examples: [url],
        since: SINCE,
      }),
      ...more,
    },
    examples: [{ url, ...Object.fromEntries(others) }],
  };
}

function named(what: string, example: string): Field {
  return text(`Name of the ${what} there.`, {
    required: true,
    minLength: 1,
    examples: [example],
    since: SINCE,
  });
}

import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { leaf, optional, typed } from '../shared/xml.ts';

/** A web page that shows the repository. */
interface Browser<Kind extends string> extends ItemNode {
  readonly kind: Kind;
  readonly url: Text;
  /** What the page has to know beside its address: a project, a repository or a version. */
  readonly more?: Text | undefined;
}

const gitWeb: Thing<Browser<'git-web'>> = {
  ...browser('git-web', 'GitWeb'),
  dsl: ({ url }, dsl) => dsl.call('gitWeb', url),
};

const bitbucketServer: Thing<Browser<'bitbucket-server'>> = {
  ...browser('bitbucket-server', 'BitbucketServer'),
  needs: elementsOf('git', 'Bitbucket Server shows the changes of jobs', '4.7.2'),
};

const things = [
  gitWeb,
  browser('assembla', 'AssemblaWeb'),
  browser('bitbucket', 'BitbucketWeb'),
  bitbucketServer,
  browser('cgit', 'CGit'),
  browser('fisheye', 'FisheyeGitRepositoryBrowser'),
  browser('gitblit', 'GitBlitRepositoryBrowser', 'projectName'),
  browser('github', 'GithubWeb'),
  browser('gitiles', 'Gitiles'),
  browser('gitlab', 'GitLab', 'version'),
  browser('gitlist', 'GitList'),
  browser('gitorious', 'GitoriousWeb'),
  browser('gogs', 'GogsGit'),
  browser('kiln', 'KilnGit'),
  browser('phabricator', 'Phabricator', 'repo'),
  browser('redmine', 'RedmineWeb'),
  browser('rhodecode', 'RhodeCode'),
  browser('stash', 'Stash'),
  browser('team-foundation', 'TFS2013GitRepositoryBrowser'),
  browser('viewgit', 'ViewGitWeb', 'projectName'),
] as const;

/** A web page that shows the repository of a git checkout; the git plugin has all of them. */
export type GitBrowser = NodeOf<typeof things>;

/** All pages that show git repositories. */
export const gitBrowsers = thingFamily(things);

function browser<Kind extends string>(kind: Kind, type: string, more = 'version'): Thing<Browser<Kind>> {
  return {
    kind,
    needs: 'core',
    xml: (node) =>
      typed('browser', `hudson.plugins.git.browser.${type}`, [
        leaf('url', node.url),
        ...optional(more, node.more),
      ]),
  };
}

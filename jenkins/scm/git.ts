import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, ifTrue, leaf, optional, typed } from '../shared/xml.ts';
import { type GitBrowser, gitBrowsers } from './git-browsers.ts';
import { type GitExtension, gitExtensions } from './git-extensions.ts';

/** A git checkout. At least one remote; without a branch Jenkins builds every branch (`**`). */
export interface GitScm extends ItemNode {
  readonly kind: 'git';
  readonly remotes: readonly GitRemote[];
  readonly branches?: readonly Text[] | undefined;
  readonly extensions?: readonly GitExtension[] | undefined;
  readonly browser?: GitBrowser | undefined;
  /** Name of a git of Jenkins; its default unless it is said. */
  readonly tool?: Text | undefined;
  /** Changes outside the filter start no build. Lists of regular expressions for paths. */
  readonly pathFilter?: GitPathFilter | undefined;
}

/** One remote repository. Empty texts count as absent, as the engine has it. */
export interface GitRemote extends ItemNode {
  readonly url: Text;
  readonly name?: Text | undefined;
  readonly refspec?: Text | undefined;
  /** Identifier of a credential in Jenkins. */
  readonly credentials?: Text | undefined;
}

/** Which changed paths start a build. */
export interface GitPathFilter extends ItemNode {
  readonly included: readonly Text[];
  readonly excluded: readonly Text[];
}

/** Checks out a git repository, by the Git plugin. Job DSL has no method for the path filter. */
export const git: Thing<GitScm> = {
  kind: 'git',
  needs: use('helpers.ScmContext', 'git', 'jobs check out git repositories'),
  xml: (scm) => typed('scm', 'hudson.plugins.git.GitSCM', gitContent(scm)),
  dsl: ({ remotes, branches = [], browser, extensions = [] }, dsl) =>
    dsl.block('git', () => {
      dsl.each(remotes, (remote) => remoteCalls(remote, dsl));
      for (const branch of branches) dsl.call('branch', branch);
      for (const each of gitBrowsers.called(browser && [browser]))
        dsl.from(each.origin, () => dsl.block('browser', () => gitBrowsers.dsl(each, dsl)));
      const called = gitExtensions.called(extensions);
      if (called.length === 0) return;
      dsl.block('extensions', () => dsl.each(called, (each) => gitExtensions.dsl(each, dsl)));
    }),
  inside: ({ extensions, browser }, needs) => {
    gitExtensions.needs(extensions, needs);
    gitBrowsers.needs(browser && [browser], needs);
  },
};

/** Returns the git extension that filters by path; regular expressions on lines of their own. */
function pathFilterElement({ origin, included, excluded }: GitPathFilter): XmlElement {
  return from(
    origin,
    element('hudson.plugins.git.extensions.impl.PathRestriction', [
      leaf('includedRegions', joinTexts(included, '\n')),
      leaf('excludedRegions', joinTexts(excluded, '\n')),
    ]),
  );
}

function gitContent(scm: GitScm): XmlElement[] {
  const { remotes, branches = [], extensions = [], browser, pathFilter, tool } = scm;
  const printed = gitExtensions.elements(extensions);
  const filter = pathFilter === undefined ? [] : [saved(pathFilterElement(pathFilter))];
  const list = element('extensions', [...printed, ...filter]);
  const web = gitBrowsers.elements(browser && [browser]);
  // The engine prints no empty list, and knows no path filter.
  const isListed = gitExtensions.called(extensions).length > 0;
  return [
    element('userRemoteConfigs', remotes.map(remoteElement)),
    element('branches', (branches.length === 0 ? ['**'] : branches).map(branchElement)),
    leaf('configVersion', 2),
    leaf('doGenerateSubmoduleConfigurations', false),
    ...(tool === undefined ? [leaf('gitTool', 'Default')] : []),
    ...(isListed ? [list, ...web] : [...web, saved(list)]),
    ...optional('gitTool', tool).map((other) => saved(other, 'gitTool')),
  ];
}

function remoteElement({ origin, name, refspec, url, credentials }: GitRemote): XmlElement {
  const content = [
    ...ifTrue('name', name),
    ...ifTrue('refspec', refspec),
    leaf('url', url),
    ...ifTrue('credentialsId', credentials),
  ];
  return from(origin, element('hudson.plugins.git.UserRemoteConfig', content));
}

function remoteCalls({ name, url, refspec, credentials }: GitRemote, dsl: DslWriter): void {
  dsl.block('remote', () => {
    dsl.given('name', name);
    dsl.call('url', url);
    dsl.given('refspec', refspec);
    dsl.given('credentials', credentials);
  });
}

function branchElement(branch: Text): XmlElement {
  return element('hudson.plugins.git.BranchSpec', [leaf('name', branch)]);
}

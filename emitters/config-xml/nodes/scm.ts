import type { GitRemote, GitScm, Scm } from '../../../compiler/ir/items/scm.ts';
import type { Text } from '../../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, from, ifTrue, leaf, typed } from '../element.ts';
import { gitExtensionElements } from './git-extensions.ts';
import { pathFilterElement } from './path-filter.ts';

/** Returns the `scm` element. */
export function scmElement(scm: Scm): XmlElement {
  return from(scm.origin, typed('scm', 'hudson.plugins.git.GitSCM', gitContent(scm)));
}

function gitContent({ remotes, branches = [], extensions, browser, pathFilter }: GitScm): XmlElement[] {
  const printed = gitExtensionElements(extensions);
  const filter = pathFilter === undefined ? [] : [pathFilterElement(pathFilter)];
  const list = element('extensions', [...printed, ...filter]);
  const web =
    browser === undefined
      ? []
      : [
          from(
            browser.origin,
            typed('browser', 'hudson.plugins.git.browser.GitWeb', [leaf('url', browser.url)]),
          ),
        ];
  // The engine knows no path filter: it comes last, by a configure block, which makes the list if it is not there.
  const isListed = printed.length > 0;
  return [
    element('userRemoteConfigs', remotes.map(remoteElement)),
    element('branches', (branches.length === 0 ? ['**'] : branches).map(branchElement)),
    leaf('configVersion', 2),
    leaf('doGenerateSubmoduleConfigurations', false),
    leaf('gitTool', 'Default'),
    ...(isListed ? [list, ...web] : filter.length > 0 ? [...web, list] : web),
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

function branchElement(branch: Text): XmlElement {
  return element('hudson.plugins.git.BranchSpec', [leaf('name', branch)]);
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { JobSvnBrowser, SvnLocationScm, SvnScm } from '../../schema/generated/located.ts';
import type { EntryTable } from '../shared/entry.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { browserElements } from './browser-elements.ts';

/** Classes of hudson.scm.subversion.WorkspaceUpdater. */
const updaters = {
  update: 'UpdateUpdater',
  'revert-update': 'UpdateWithRevertUpdater',
  'emulate-clean': 'UpdateWithCleanUpdater',
  'wipe-workspace': 'CheckoutUpdater',
  none: 'NoopUpdater',
} as const;

/** A Subversion checkout, by the Subversion plugin. */
export const svn: Thing<SpecNode<'svn', SvnScm>> = {
  kind: 'svn',
  needs: elementsOf('subversion', 'jobs check out Subversion repositories', '2.10.4'),
  xml: ({ spec }) =>
    typed('scm', 'hudson.scm.SubversionSCM', [
      element('locations', [
        location(spec),
        ...spec.locations.map((each) => from(each.$.origin, location(each))),
      ]),
      ...(spec.additional_credentials.length === 0 ? [] : [credentials(spec)]),
      ...browserElements(spec.browser, browsers),
      ...lines('excludedRegions', spec.excluded_regions),
      ...lines('includedRegions', spec.included_regions),
      ...lines('excludedUsers', spec.excluded_users),
      ...optional('excludedRevprop', spec.excluded_revprop),
      ...lines('excludedCommitMessages', spec.excluded_commit_messages),
      typed('workspaceUpdater', `hudson.scm.subversion.${updaters[spec.workspace_updater.value]}`),
      leaf('ignoreDirPropChanges', spec.ignore_property_changes),
      leaf('filterChangelog', spec.filter_changelog),
      leaf('quietOperation', spec.quiet),
    ]),
};

function location(spec: SvnScm | SvnLocationScm): XmlElement {
  return element('hudson.scm.SubversionSCM_-ModuleLocation', [
    leaf('remote', spec.url),
    ...optional('credentialsId', spec.credentials),
    leaf('local', spec.directory),
    leaf('depthOption', spec.depth),
    leaf('ignoreExternalsOption', spec.ignore_externals),
    leaf('cancelProcessOnExternalsFail', spec.cancel_process_on_externals_fail),
  ]);
}

function credentials({ additional_credentials }: SvnScm): XmlElement {
  return element(
    'additionalCredentials',
    additional_credentials.map((each) =>
      from(
        each.$.origin,
        element('hudson.scm.SubversionSCM_-AdditionalCredentials', [
          leaf('realm', each.realm),
          leaf('credentialsId', each.credentials),
        ]),
      ),
    ),
  );
}

/** Regular expressions and names stand on lines of their own. */
function lines(name: string, texts: SvnScm['excluded_users']): XmlElement[] {
  return texts.length === 0 ? [] : [leaf(name, joinTexts(texts, '\n'))];
}

const browsers: EntryTable<JobSvnBrowser, [], XmlElement> = {
  assembla: ({ space }) => shownBy('Assembla', leaf('spaceName', space)),
  collabnet: ({ url }) => shownBy('CollabNetSVN', leaf('url', url)),
  fisheye: ({ url, root_module }) =>
    shownBy('FishEyeSVN', leaf('url', url), leaf('rootModule', root_module ?? '')),
  phabricator: ({ url, repository }) => shownBy('Phabricator', leaf('repo', repository), leaf('url', url)),
  sventon: ({ url, instance }) => shownBy('Sventon', leaf('url', url), instanceOf(instance)),
  sventon2: ({ url, instance }) => shownBy('Sventon2', leaf('url', url), instanceOf(instance)),
  svnweb: ({ url }) => shownBy('SVNWeb', leaf('url', url)),
  viewsvn: ({ url }) => shownBy('ViewSVN', leaf('url', url)),
  visualsvn: ({ url }) => shownBy('VisualSVN', leaf('url', url)),
  websvn: ({ url }) => shownBy('WebSVN', leaf('url', url)),
};

function shownBy(type: string, ...content: readonly XmlElement[]): XmlElement {
  return typed('browser', `hudson.scm.browsers.${type}`, content);
}

function instanceOf(instance: Text): XmlElement {
  return leaf('repositoryInstance', instance);
}

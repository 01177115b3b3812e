import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { HgScm, JobHgBrowser } from '../../schema/generated/located.ts';
import type { EntryTable } from '../shared/entry.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional, typed } from '../shared/xml.ts';
import { browserElements } from './browser-elements.ts';

/** A Mercurial checkout, by the Mercurial plugin. */
export const hg: Thing<SpecNode<'hg', HgScm>> = {
  kind: 'hg',
  needs: elementsOf('mercurial', 'jobs check out Mercurial repositories', '1251.va_b_121f184902'),
  xml: ({ spec }) =>
    typed('scm', 'hudson.plugins.mercurial.MercurialSCM', [
      ...optional('installation', spec.installation),
      leaf('source', spec.url),
      leaf('modules', joinTexts(spec.modules, ' ')),
      leaf(
        'revisionType',
        spec.revision_type.map((type) => type.toUpperCase()),
      ),
      leaf('revision', spec.revision),
      ...optional('subdir', spec.subdir),
      leaf('clean', spec.clean),
      ...browserElements(spec.browser, browsers),
      ...optional('credentialsId', spec.credentials),
      leaf('disableChangeLog', spec.disable_changelog),
    ]),
};

const browsers: EntryTable<JobHgBrowser, [], XmlElement> = {
  fisheye: shownBy('FishEye'),
  hgweb: shownBy('HgWeb'),
  kallithea: shownBy('Kallithea'),
  kiln: shownBy('KilnHG'),
  rhodecode: shownBy('RhodeCode'),
  'rhodecode-legacy': shownBy('RhodeCodeLegacy'),
  'scm-manager': shownBy('ScmManager'),
};

function shownBy(type: string): (spec: { readonly url: Text }) => XmlElement {
  return ({ url }) => typed('browser', `hudson.plugins.mercurial.browser.${type}`, [leaf('url', url)]);
}

import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { GitPathFilter } from '../../../compiler/ir/items/scm.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, from, leaf } from '../element.ts';

/** Returns the git extension that filters by path; regular expressions on lines of their own. */
export function pathFilterElement({ origin, included, excluded }: GitPathFilter): XmlElement {
  return from(
    origin,
    element('hudson.plugins.git.extensions.impl.PathRestriction', [
      leaf('includedRegions', joinTexts(included, '\n')),
      leaf('excludedRegions', joinTexts(excluded, '\n')),
    ]),
  );
}

import { classOfElement, elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, typed } from '../shared/xml.ts';
import { type XmlNode, xmlThing } from '../shared/xml-thing.ts';
import { git } from './git.ts';
import { hg } from './hg.ts';
import { repo } from './repo.ts';
import { svn } from './svn.ts';

/** A checkout that a spec gives as an element: as that of a job, or as one of a list. */
const xmlScm: Thing<XmlNode> = {
  ...xmlThing,
  xml: ({ xml }) =>
    xml.name === 'scm'
      ? xml
      : { ...xml, name: 'scm', attributes: { class: classOfElement(xml.name), ...xml.attributes } },
};

const single = [git, svn, hg, repo, xmlScm] as const;
const singles = thingFamily(single);

/** Several checkouts of one job, into folders of their own. */
export interface MultiScm extends ItemNode {
  readonly kind: 'multi';
  readonly scms: readonly NodeOf<typeof single>[];
}

/** Several checkouts, by the Multiple SCMs plugin. */
const multi: Thing<MultiScm> = {
  kind: 'multi',
  needs: elementsOf('multiple-scms', 'jobs check out several repositories', '0.5'),
  xml: ({ scms: all }) =>
    typed('scm', 'org.jenkinsci.plugins.multiplescms.MultiSCM', [
      element('scms', singles.plain(all).map(asListItem)),
    ]),
  inside: ({ scms: all }, needs) => singles.needs(all, needs),
};

const things = [...single, multi] as const;

/** Where a job gets its sources. */
export type Scm = NodeOf<typeof things>;

/** All checkouts. */
export const scms = thingFamily(things);

/** Whether Job DSL has methods for a checkout. */
export function isCalledScm(scm: Scm): boolean {
  return scms.called([scm]).length > 0;
}

/** Returns the element of the checkout of a job: one without methods of Job DSL stands instead of what was there. */
export function scmElement(scm: Scm): XmlElement {
  return isCalledScm(scm) ? scms.xml(scm) : saved(scms.xml(scm), 'scm');
}

/** In a list of XStream the name of an element is its class. */
function asListItem({ attributes = {}, ...scm }: XmlElement): XmlElement {
  const { class: type = scm.name, ...others } = attributes;
  return { ...scm, name: elementOfClass(type), attributes: others };
}

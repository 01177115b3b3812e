import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type { PolledContent, PolledUrl, PollurlTrigger } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'org.jenkinsci.plugins.urltrigger';

/** Builds when what a URL answers changes, by the URLTrigger plugin (`URLTrigger`, read 2026-11). */
export const pollurl: Thing<SpecNode<'pollurl', PollurlTrigger>> = {
  kind: 'pollurl',
  needs: elementsOf('urltrigger', 'changes at URLs start jobs', '1.03'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.URLTrigger`, [
      leaf('spec', spec.schedule),
      ...optional('triggerLabel', spec.polling_node),
      element('entries', spec.urls.map(entry)),
      leaf('labelRestriction', spec.polling_node !== undefined),
    ]),
};

function entry(url: PolledUrl): XmlElement {
  const contents = url.check_content === undefined ? [] : contentTypes(url.check_content);
  return from(
    url.$.origin,
    element(`${PACKAGE}.URLTriggerEntry`, [
      leaf('url', url.url),
      ...optional('username', url.username),
      ...optional('password', url.password),
      leaf('followRedirects', url.follow_redirects),
      leaf('proxyActivated', url.proxy),
      leaf('checkStatus', url.check_status !== undefined),
      leaf('statusCode', url.check_status ?? 200),
      leaf('timeout', url.timeout),
      leaf('checkETag', url.check_etag),
      leaf('checkLastModificationDate', url.check_date),
      leaf('inspectingContent', contents.length > 0),
      leaf('useGlobalEnvVars', false),
      element('contentTypes', contents),
      element('requestHeaders'),
    ]),
  );
}

function contentTypes({ simple, json, text, xml }: PolledContent): XmlElement[] {
  return [
    ...(simple.value ? [element(`${PACKAGE}.content.SimpleContentType`)] : []),
    ...contentType('JSON', 'jsonPaths', 'jsonPath', json),
    ...contentType('TEXT', 'regExElements', 'regEx', text),
    ...contentType('XML', 'xPaths', 'xPath', xml),
  ];
}

function contentType(
  type: string,
  list: string,
  field: string,
  values: readonly Sourced<string>[],
): XmlElement[] {
  if (values.length === 0) return [];
  const entries = values.map((value) =>
    element(`${PACKAGE}.content.${type}ContentEntry`, [leaf(field, value)]),
  );
  return [element(`${PACKAGE}.content.${type}ContentType`, [element(list, entries)])];
}

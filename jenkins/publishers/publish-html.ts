import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { type WrittenHtml, writtenHtml } from './written-html.ts';

/** Publishes folders of HTML. */
export interface PublishHtml extends ItemNode {
  readonly kind: 'publish-html';
  readonly reports: readonly HtmlReport[];
}

/** One folder of HTML. */
export interface HtmlReport extends ItemNode {
  readonly directory: Text;
  readonly name?: Text | undefined;
}

/** Publishes folders of HTML by the HTML Publisher plugin. */
const made: Thing<PublishHtml> = {
  kind: 'publish-html',
  needs: use(PUBLISHERS, 'publishHtml', 'jobs publish HTML reports'),
  xml: ({ reports }) =>
    element('htmlpublisher.HtmlPublisher', [
      element(
        'reportTargets',
        reports.map(({ origin, name, directory }) =>
          from(
            origin,
            element('htmlpublisher.HtmlPublisherTarget', [
              leaf('reportName', name ?? ''),
              leaf('reportDir', directory),
              leaf('reportFiles', 'index.html'),
              leaf('reportTitles', ''),
              leaf('keepAll', false),
              leaf('allowMissing', false),
              leaf('alwaysLinkToLastBuild', false),
            ]),
          ),
        ),
      ),
    ]),
  dsl: ({ reports }, dsl) =>
    dsl.block('publishHtml', () =>
      dsl.each(reports, ({ directory, name }) =>
        dsl.block('report', () => dsl.given('reportName', name), directory),
      ),
    ),
};

/** The same by what the compiler makes, or as a spec says. */
export const publishHtml = orSpec<PublishHtml, WrittenHtml>(made, writtenHtml);

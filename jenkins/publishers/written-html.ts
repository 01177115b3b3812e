import type { HtmlPublisherPublisher } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenHtml = SpecNode<'publish-html', HtmlPublisherPublisher>;

/** Shows folders of HTML as a spec says, with the elements that `HtmlPublisherTarget` saves (read 2026-08). */
export const writtenHtml: Pick<Thing<WrittenHtml>, 'xml'> = {
  xml: ({ spec }) =>
    element('htmlpublisher.HtmlPublisher', [
      elementsOfSpecs('reportTargets', spec.reports, (report) =>
        element('htmlpublisher.HtmlPublisherTarget', [
          leaf('reportName', report.name),
          leaf('reportDir', report.dir),
          leaf('reportFiles', report.files),
          leaf('alwaysLinkToLastBuild', report.link_to_last_build),
          leaf('reportTitles', report.titles),
          leaf('keepAll', report.keep_all),
          leaf('allowMissing', report.allow_missing),
          ...optional('icon', report.icon),
          leaf('includes', report.includes),
          leaf('escapeUnderscores', report.escape_underscores),
          leaf('numberOfWorkers', 0),
        ]),
      ),
    ]),
};

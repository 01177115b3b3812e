import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { CoveragePublisher } from '../../schema/generated/located.ts';
import { element, leaf } from '../shared/xml.ts';

/** Returns where a report looks for sources, as the plugin Prism saves it. */
export function sourceDirectories(paths: CoveragePublisher['source_directories']): XmlElement {
  return element(
    'sourceDirectories',
    paths.map((path) => element('io.jenkins.plugins.prism.SourceCodeDirectory', [leaf('path', path)])),
  );
}

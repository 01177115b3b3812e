import type { CoverageGate, CoveragePublisher } from '../../schema/generated/located.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { sourceDirectories } from './source-directories.ts';
import { elementsOfSpecs, javaDouble } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenCoverage = SpecNode<'record-coverage', CoveragePublisher>;

const PACKAGE = 'io.jenkins.plugins.coverage.metrics.steps';

/** Records code coverage as a spec says, by the Coverage plugin (`CoverageRecorder`, read 2026-08). */
export const writtenCoverage: Pick<Thing<WrittenCoverage>, 'xml'> = {
  xml: ({ spec }) =>
    element(`${PACKAGE}.CoverageRecorder`, [
      elementsOfSpecs('tools', spec.tools, ({ parser, pattern }) =>
        element(`${PACKAGE}.CoverageTool`, [
          element('jenkins'),
          leaf('pattern', pattern),
          leaf('parser', parser),
        ]),
      ),
      elementsOfSpecs('qualityGates', spec.quality_gates, gateElement),
      leaf('id', spec.id ?? ''),
      leaf('name', spec.name ?? ''),
      leaf('skipPublishingChecks', spec.skip_publishing_checks),
      leaf('checksName', spec.checks_name ?? ''),
      leaf('checksAnnotationScope', spec.checks_annotation_scope),
      leaf('ignoreParsingErrors', spec.ignore_parsing_errors),
      leaf('failOnError', spec.fail_on_error),
      leaf('enabledForFailure', spec.enabled_for_failure),
      leaf('skipSymbolicLinks', spec.skip_symbolic_links),
      leaf('scm', spec.scm),
      leaf('sourceCodeEncoding', spec.source_code_encoding),
      sourceDirectories(spec.source_directories),
      leaf('sourceCodeRetention', spec.source_code_retention),
    ]),
};

function gateElement({ threshold, criticality, metric, baseline }: CoverageGate) {
  return element(`${PACKAGE}.CoverageQualityGate`, [
    leaf('threshold', javaDouble(threshold)),
    leaf('criticality', criticality),
    leaf('metric', metric),
    leaf('baseline', baseline),
  ]);
}

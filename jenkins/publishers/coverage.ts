import type { CoverageGate, CoveragePublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { toolElement } from './record-coverage.ts';
import { elementsOfSpecs, javaDouble } from './spec-elements.ts';

const PACKAGE = 'io.jenkins.plugins.coverage.metrics.steps';

/** Records code coverage as a spec says, by the Coverage plugin (`CoverageRecorder`, read 2026-08). */
export const coverage: Thing<SpecNode<'coverage', CoveragePublisher>> = {
  kind: 'coverage',
  needs: elementsOf('coverage', 'jobs record code coverage'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.CoverageRecorder`, [
      elementsOfSpecs('tools', spec.tools, ({ parser, pattern, $ }) =>
        toolElement({ parser, pattern, origin: $.origin }),
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

/** Returns where a report looks for sources, as the plugin Prism saves it. */
export function sourceDirectories(paths: CoveragePublisher['source_directories']) {
  return element(
    'sourceDirectories',
    paths.map((path) => element('io.jenkins.plugins.prism.SourceCodeDirectory', [leaf('path', path)])),
  );
}

function gateElement({ threshold, criticality, metric, baseline }: CoverageGate) {
  return element(`${PACKAGE}.CoverageQualityGate`, [
    leaf('threshold', javaDouble(threshold)),
    leaf('criticality', criticality),
    leaf('metric', metric),
    leaf('baseline', baseline),
  ]);
}

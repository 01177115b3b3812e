import type {
  CoberturaPublisher,
  CoberturaTarget,
  CoberturaTargets,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

const PACKAGE = 'hudson.plugins.cobertura';

/** What is measured, in the order of `CoverageMetric`. */
const metrics = ['packages', 'files', 'classes', 'method', 'line', 'conditional'] as const;

/** Publishes what Cobertura measured (`CoberturaPublisher` 1.17, read 2026-08). */
export const cobertura: Thing<SpecNode<'cobertura', CoberturaPublisher>> = {
  kind: 'cobertura',
  needs: elementsOf('cobertura', 'jobs publish coverage of Cobertura', '1.13'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.CoberturaPublisher`, [
      leaf('coberturaReportFile', spec.report_file),
      leaf('onlyStable', spec.only_stable),
      leaf('failUnhealthy', spec.fail_unhealthy),
      leaf('failUnstable', spec.fail_unstable),
      leaf('autoUpdateHealth', spec.health_auto_update),
      leaf('autoUpdateStability', spec.stability_auto_update),
      leaf('zoomCoverageChart', spec.zoom_coverage_chart),
      leaf('maxNumberOfBuilds', spec.max_number_of_builds),
      leaf('failNoReports', spec.fail_no_reports),
      ...(['healthy', 'unhealthy', 'failing'] as const).map((level) => targetElement(level, spec.targets)),
      leaf('sourceEncoding', spec.source_encoding),
      leaf('enableNewApi', false),
    ]),
};

/** The plugin keeps percentages as hundred-thousandths. */
function targetElement(level: 'healthy' | 'unhealthy' | 'failing', targets: CoberturaTargets) {
  const entries = metrics.flatMap((metric) => {
    const target: CoberturaTarget | undefined = targets[metric];
    return target === undefined
      ? []
      : [
          element('entry', [
            leaf(`${PACKAGE}.targets.CoverageMetric`, metric.toUpperCase()),
            leaf(
              'int',
              target[level].map((percentage) => percentage * 100_000),
            ),
          ]),
        ];
  });
  const attributes = { class: 'enum-map', 'enum-type': `${PACKAGE}.targets.CoverageMetric` };
  return element(`${level}Target`, [{ name: 'targets', attributes, content: entries }]);
}

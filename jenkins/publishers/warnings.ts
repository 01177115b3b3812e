import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type {
  AnalysisFilter,
  AnalysisGate,
  AnalysisTool,
  WarningsNgPublisher,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { analysisToolClasses } from './analysis-tool-classes.ts';
import { sourceDirectories } from './source-directories.ts';
import { elementsOfSpecs, javaDouble } from './spec-elements.ts';

const PACKAGE = 'io.jenkins.plugins.analysis';

/** Tools whose own settings have to be there, since XStream sets no defaults. */
const ownSettings: Readonly<Record<string, readonly XmlElement[]>> = {
  ...Object.fromEntries(
    ['cpd', 'dupFinder', 'simian'].map((tool) => [
      tool,
      [leaf('highThreshold', 50), leaf('normalThreshold', 25)],
    ]),
  ),
  findBugs: [leaf('useRankAsPriority', false)],
  spotBugs: [leaf('useRankAsPriority', false)],
};

/** Records warnings by the plugin Warnings (`IssuesRecorder` 13, read 2026-08). */
export const warnings: Thing<SpecNode<'warnings-ng', WarningsNgPublisher>> = {
  kind: 'warnings-ng',
  needs: elementsOf('warnings-ng', 'jobs record warnings of tools', '12.10011.va_027181d7658'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.core.steps.IssuesRecorder`, [
      elementsOfSpecs('analysisTools', spec.tools, toolElement),
      leaf('sourceCodeEncoding', spec.source_code_encoding),
      sourceDirectories(spec.source_directories),
      leaf('sourceCodeRetention', spec.source_code_retention),
      leaf('ignoreQualityGate', spec.ignore_quality_gate),
      leaf('failOnError', spec.fail_on_error),
      leaf('stopBuild', spec.stop_build),
      leaf('healthy', spec.healthy),
      leaf('unhealthy', spec.unhealthy),
      element('minimumSeverity', [leaf('name', spec.minimum_severity)]),
      element('filters', spec.filters.flatMap(filterElements)),
      leaf('isEnabledForFailure', spec.enabled_for_failure),
      leaf('isAggregatingResults', spec.aggregating_results),
      leaf('quiet', spec.quiet),
      leaf('isBlameDisabled', spec.skip_blames),
      leaf('skipPublishingChecks', spec.skip_publishing_checks),
      leaf('checksAnnotationScope', spec.checks_annotation_scope),
      leaf('skipPostProcessing', spec.skip_post_processing),
      leaf('skipDeltaCalculation', spec.skip_delta_calculation),
      leaf('id', spec.id ?? ''),
      leaf('name', spec.name ?? ''),
      leaf('icon', ''),
      elementsOfSpecs('qualityGates', spec.quality_gates, gateElement),
      leaf('trendChartType', spec.trend_chart_type),
      leaf('scm', spec.scm),
      leaf('sourcePathPrefix', ''),
      leaf('targetPathPrefix', ''),
    ]),
};

/** The plugin saves a helper object of its own with each tool. */
function toolElement(tool: AnalysisTool): XmlElement {
  return element(`${PACKAGE}.warnings.${analysisToolClasses[tool.tool.value]}`, [
    leaf('id', tool.id ?? ''),
    leaf('name', tool.name ?? ''),
    leaf('icon', ''),
    element('jenkins'),
    leaf('pattern', tool.pattern),
    leaf('reportEncoding', tool.report_encoding),
    leaf('skipSymbolicLinks', tool.skip_symbolic_links),
    leaf('linesLookAhead', 3),
    ...(ownSettings[tool.tool.value] ?? []),
  ]);
}

function gateElement({ threshold, criticality, type }: AnalysisGate): XmlElement {
  return element(`${PACKAGE}.core.util.WarningsQualityGate`, [
    leaf('threshold', javaDouble(threshold)),
    leaf('criticality', criticality),
    leaf('type', type),
  ]);
}

function filterElements({ include, exclude, pattern, $ }: AnalysisFilter): XmlElement[] {
  return [
    ...(include === undefined ? [] : [`Include${capital(include.value)}`]),
    ...(exclude === undefined ? [] : [`Exclude${capital(exclude.value)}`]),
  ].map((name) => from($.origin, element(`${PACKAGE}.core.filter.${name}`, [leaf('pattern', pattern)])));
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

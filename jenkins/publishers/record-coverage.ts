import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { savedFirst } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { type WrittenCoverage, writtenCoverage } from './written-coverage.ts';

/** Records the code coverage that tools report. */
export interface RecordCoverage extends ItemNode {
  readonly kind: 'record-coverage';
  readonly reports: readonly CoverageReport[];
}

/** The reports of one tool. */
export interface CoverageReport extends ItemNode {
  readonly parser: Valued<CoverageParser>;
  /** Patterns of Ant, separated by commas; empty for those that the plugin knows for the parser. */
  readonly pattern: Text;
}

/** The parsers of coverage (`CoverageTool.Parser` of the plugin, read 2026-07). */
export type CoverageParser =
  | 'CLOVER'
  | 'COBERTURA'
  | 'GO_COV'
  | 'JACOCO'
  | 'LCOV'
  | 'OPENCOVER'
  | 'PIT'
  | 'STRYKER'
  | 'TRACE32'
  | 'VECTORCAST';

const PACKAGE = 'io.jenkins.plugins.coverage.metrics.steps';

/**
 * Records code coverage by the Coverage plugin, of failed builds, too; a report that is not there fails the build. Job
 * DSL has no method for it, so a configure block adds it, before the publishers that tell people the result.
 */
const made: Thing<RecordCoverage> = {
  kind: 'record-coverage',
  needs: elementsOf('coverage', 'jobs record code coverage'),
  xml: ({ reports }) =>
    savedFirst(
      element(`${PACKAGE}.CoverageRecorder`, [
        element('tools', reports.map(toolElement)),
        element('qualityGates'),
        leaf('id', ''),
        leaf('name', ''),
        leaf('skipPublishingChecks', false),
        leaf('checksName', ''),
        leaf('checksAnnotationScope', 'MODIFIED_LINES'),
        leaf('ignoreParsingErrors', false),
        leaf('failOnError', true),
        leaf('enabledForFailure', true),
        leaf('skipSymbolicLinks', false),
        leaf('scm', ''),
        leaf('sourceCodeEncoding', ''),
        element('sourceDirectories'),
        leaf('sourceCodeRetention', 'LAST_BUILD'),
      ]),
    ),
  dsl: () => {},
};

/** The same by what the compiler makes, or as a spec says. */
export const recordCoverage = orSpec<RecordCoverage, WrittenCoverage>(made, writtenCoverage);

/** The plugin saves a helper object of its own with each tool. */
function toolElement({ parser, pattern, origin }: CoverageReport) {
  return from(
    origin,
    element(`${PACKAGE}.CoverageTool`, [
      element('jenkins'),
      leaf('pattern', pattern),
      leaf('parser', parser),
    ]),
  );
}

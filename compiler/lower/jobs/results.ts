import type { ArchiveJunit } from '../../../jenkins/publishers/archive-junit.ts';
import type { CoverageParser, RecordCoverage } from '../../../jenkins/publishers/record-coverage.ts';
import type { Component, CoverageReport } from '../../../schema/generated/located.ts';
import { fromSeveral } from '../../text/origin.ts';
import { joinTexts } from '../../text/traced-text.ts';
import { type ScriptPart, scriptPart } from './pipeline-script.ts';
import { workspacePattern } from './publish/apt-api.ts';

/** Where the results of a component or a test are; a test has no coverage. */
type Results = Pick<Component, 'test_results'> & Partial<Pick<Component, 'coverage'>>;

const parsers: Readonly<Record<CoverageReport['type']['value'], CoverageParser>> = {
  clover: 'CLOVER',
  cobertura: 'COBERTURA',
  go: 'GO_COV',
  jacoco: 'JACOCO',
  lcov: 'LCOV',
  opencover: 'OPENCOVER',
  pit: 'PIT',
  stryker: 'STRYKER',
  trace32: 'TRACE32',
  vectorcast: 'VECTORCAST',
};

/**
 * Returns the publishers of the results of a freestyle job: code coverage first, as its configure block puts it, then test
 * results. They run after failed steps, too; a build that has none of those that it names fails, unless it failed before.
 */
export function resultPublishers(results: Results): readonly (ArchiveJunit | RecordCoverage)[] {
  return [...coveragePublisher(results), ...testPublisher(results)];
}

/**
 * Returns the steps that publish the same in a pipeline, where `passed` says whether all steps went well: a build that
 * failed may have no results.
 */
export function resultSteps(results: Results): readonly ScriptPart[] {
  return resultPublishers(results).map((publisher) =>
    publisher.kind === 'archive-junit'
      ? scriptPart('publish-tests.groovy', publisher, ['junit'])
      : scriptPart('record-coverage.groovy', publisher, ['recordCoverage']),
  );
}

function testPublisher({ test_results: patterns }: Results): readonly ArchiveJunit[] {
  const [first] = patterns;
  if (first === undefined) return [];
  return [
    {
      kind: 'archive-junit',
      results: joinTexts(patterns.map(workspacePattern), ','),
      origin: fromSeveral(patterns.map(({ origin }) => origin)),
    },
  ];
}

function coveragePublisher({ coverage = [] }: Results): readonly RecordCoverage[] {
  if (coverage.length === 0) return [];
  return [
    {
      kind: 'record-coverage',
      reports: coverage.map(({ type, location, $ }) => ({
        parser: type.map((name) => parsers[name]),
        pattern: location === undefined ? '' : workspacePattern(location),
        origin: $.origin,
      })),
      origin: fromSeveral(coverage.map(({ $ }) => $.origin)),
    },
  ];
}

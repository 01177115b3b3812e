import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { junitReason, type WrittenJunit, writtenJunit } from './written-junit.ts';

/** Publishes test results in JUnit's format. */
export interface ArchiveJunit extends ItemNode {
  readonly kind: 'archive-junit';
  /** Patterns of Ant, separated by commas. */
  readonly results: Text;
  readonly allowEmptyResults?: Valued<boolean> | undefined;
}

/**
 * Publishes test results by the JUnit plugin. `keepLongStdio`, which Job DSL prints, is no field of
 * `JUnitResultArchiver` any more (read 2026-08); Jenkins saves all its flags.
 */
const made: Thing<ArchiveJunit> = {
  kind: 'archive-junit',
  needs: use(PUBLISHERS, 'archiveJunit', junitReason),
  xml: ({ results, allowEmptyResults }) =>
    element('hudson.tasks.junit.JUnitResultArchiver', [
      leaf('testResults', results),
      element('testDataPublishers'),
      leaf('allowEmptyResults', allowEmptyResults ?? false),
      leaf('healthScaleFactor', '1.0'),
      saved(leaf('keepProperties', false), 'keepLongStdio'),
      ...['keepTestNames', 'skipPublishingChecks', 'skipMarkingBuildUnstable', 'skipOldReports'].map((flag) =>
        saved(leaf(flag, false)),
      ),
    ]),
  dsl: ({ results, allowEmptyResults }, dsl) => {
    if (allowEmptyResults === undefined) dsl.call('archiveJunit', results);
    else dsl.block('archiveJunit', () => dsl.call('allowEmptyResults', allowEmptyResults), results);
  },
};

/** The same by what the compiler makes, or as a spec says. */
export const archiveJunit = orSpec<ArchiveJunit, WrittenJunit>(made, writtenJunit);

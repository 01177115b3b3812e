import type { Sourced } from '../../compiler/text/sourced.ts';
import type { JunitPublisher } from '../../schema/generated/located.ts';
import { type ElementUse, elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';
import { javaDouble, joined } from './spec-elements.ts';

/** Test results that a spec asks for. */
export type WrittenJunit = SpecNode<'archive-junit', JunitPublisher>;

/** Half a sentence for plugins.txt. */
export const junitReason = 'jobs publish test results';

const everyField = elementsOf('junit', junitReason, '1279.v72cf99b_25c43');

/** What other plugins add to test results. */
const additions = {
  claim_build: addition('claim', 'hudson.plugins.claim.ClaimTestDataPublisher', 'people claim failed tests'),
  junit_attachments: addition(
    'junit-attachments',
    'hudson.plugins.junitattachments.AttachmentPublisher',
    'test results have files',
  ),
  flaky_test_reports: addition(
    'flaky-test-handler',
    'com.google.jenkins.flakyTestHandler.plugin.JUnitFlakyTestDataPublisher',
    'flaky tests are shown',
  ),
} as const;

/** Publishes test results as a spec says, with the elements that `JUnitResultArchiver` saves (read 2026-08). */
export const writtenJunit: Pick<Thing<WrittenJunit>, 'xml' | 'inside'> = {
  xml: ({ spec }) =>
    element('hudson.tasks.junit.JUnitResultArchiver', [
      joined('testResults', spec.results),
      ...optional('stdioRetention', spec.stdio_retention),
      leaf('keepProperties', spec.keep_properties),
      leaf('keepTestNames', spec.keep_test_names),
      element(
        'testDataPublishers',
        additionsOf(spec).map(({ flag, element: name }) => from(flag.origin, element(name))),
      ),
      leaf('healthScaleFactor', javaDouble(spec.health_scale_factor)),
      leaf('allowEmptyResults', spec.allow_empty_results),
      leaf('skipPublishingChecks', spec.skip_publishing_checks),
      ...optional('checksName', spec.checks_name),
      leaf('skipMarkingBuildUnstable', spec.skip_marking_build_unstable),
      leaf('skipOldReports', spec.skip_old_reports),
    ]),
  inside: ({ spec, origin }, needs) => {
    needs.use(everyField, origin);
    for (const { flag, needs: used } of additionsOf(spec)) needs.use(used, flag.origin);
  },
};

interface Addition {
  readonly element: string;
  readonly needs: ElementUse;
}

function addition(plugin: string, name: string, reason: string): Addition {
  return { element: name, needs: elementsOf(plugin, reason) };
}

function additionsOf(spec: JunitPublisher): readonly (Addition & { readonly flag: Sourced<boolean> })[] {
  return (['claim_build', 'junit_attachments', 'flaky_test_reports'] as const)
    .filter((name) => spec[name].value)
    .map((name) => ({ ...additions[name], flag: spec[name] }));
}

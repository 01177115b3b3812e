import type { TapPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Publishes results of the Test Anything Protocol, with the elements that `TapPublisher` saves (2.4.4). */
export const tap: Thing<SpecNode<'tap', TapPublisher>> = {
  kind: 'tap',
  needs: elementsOf('tap', 'jobs publish results of the Test Anything Protocol', '2.3'),
  xml: ({ spec }) =>
    element('org.tap4j.plugin.TapPublisher', [
      leaf('testResults', spec.results),
      leaf('failIfNoResults', spec.fail_if_no_results),
      leaf('failedTestsMarkBuildAsFailure', spec.failed_tests_mark_build_as_failure),
      leaf('outputTapToConsole', spec.output_tap_to_console),
      leaf('enableSubtests', spec.enable_subtests),
      leaf('discardOldReports', spec.discard_old_reports),
      leaf('todoIsFailure', spec.todo_is_failure),
      leaf('includeCommentDiagnostics', spec.include_comment_diagnostics),
      leaf('validateNumberOfTests', spec.validate_tests),
      leaf('planRequired', spec.plan_required),
      leaf('verbose', spec.verbose),
      leaf('showOnlyFailures', spec.show_only_failures),
      leaf('stripSingleParents', spec.strip_single_parents),
      leaf('flattenTapResult', spec.flatten_tap_result),
      leaf('removeYamlIfCorrupted', spec.remove_yaml_if_corrupted),
      leaf('skipIfBuildNotOk', spec.skip_if_build_not_ok),
    ]),
};

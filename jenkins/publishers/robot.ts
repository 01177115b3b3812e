import type { RobotPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { javaDouble, listed, negated } from './spec-elements.ts';

/** Publishes results of Robot Framework, with the elements that `RobotPublisher` saves (6.2, read 2026-08). */
export const robot: Thing<SpecNode<'robot', RobotPublisher>> = {
  kind: 'robot',
  needs: elementsOf('robot', 'jobs publish results of Robot Framework', '6.2.0'),
  xml: ({ spec }) =>
    element('hudson.plugins.robot.RobotPublisher', [
      leaf('archiveDirName', spec.archive_dir),
      leaf('outputPath', spec.output_path),
      leaf('reportFileName', spec.report_html),
      leaf('logFileName', spec.log_html),
      leaf('outputFileName', spec.output_xml),
      negated('disableArchiveOutput', spec.archive_output_xml),
      leaf('passThreshold', javaDouble(spec.pass_threshold)),
      leaf('unstableThreshold', javaDouble(spec.unstable_threshold)),
      listed('otherFiles', 'string', spec.other_files),
      leaf('overwriteXAxisLabel', spec.overwrite_x_axis_label),
      leaf('enableCache', spec.enable_cache),
      leaf('useArtifactManager', spec.use_artifact_manager),
      leaf('countSkippedTests', spec.count_skipped_tests),
    ]),
};

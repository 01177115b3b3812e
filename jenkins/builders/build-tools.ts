import { joinTexts } from '../../compiler/text/traced-text.ts';
import type { AntBuilder, MsbuildBuilder, SonarBuilder } from '../../schema/generated/located.ts';
import { given, lines } from '../shared/lines.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Runs Ant (hudson.tasks.Ant of the Ant plugin). */
export const antBuilder: Thing<SpecNode<'ant', AntBuilder>> = {
  kind: 'ant',
  needs: elementsOf('ant', 'jobs run Ant'),
  xml: ({ spec }) =>
    element('hudson.tasks.Ant', [
      leaf('targets', spec.targets ?? ''),
      leaf('antName', spec.ant_name),
      ...optional('antOpts', given(joinTexts(spec.java_opts, ' '))),
      ...optional('buildFile', given(spec.build_file)),
      ...optional('properties', given(lines(spec.properties))),
    ]),
};

/** Runs MSBuild (hudson.plugins.msbuild.MsBuildBuilder). */
export const msbuildBuilder: Thing<SpecNode<'msbuild', MsbuildBuilder>> = {
  kind: 'msbuild',
  needs: elementsOf('msbuild', 'jobs run MSBuild', '1.28'),
  xml: ({ spec }) =>
    element('hudson.plugins.msbuild.MsBuildBuilder', [
      leaf('msBuildName', spec.msbuild_version),
      leaf('msBuildFile', spec.solution_file),
      leaf('cmdLineArgs', spec.extra_parameters ?? ''),
      leaf('buildVariablesAsProperties', spec.pass_build_variables),
      leaf('continueOnBuildFailure', spec.continue_on_build_failure),
      leaf('unstableIfWarnings', spec.unstable_if_warnings),
      leaf('doNotUseChcpCommand', false),
    ]),
};

/** Runs the scanner of SonarQube (hudson.plugins.sonar.SonarRunnerBuilder). */
export const sonarBuilder: Thing<SpecNode<'sonar', SonarBuilder>> = {
  kind: 'sonar',
  needs: elementsOf('sonar', 'jobs run the scanner of SonarQube'),
  xml: ({ spec }) =>
    element('hudson.plugins.sonar.SonarRunnerBuilder', [
      leaf('installationName', spec.sonar_name ?? ''),
      leaf('project', spec.project ?? ''),
      leaf('properties', lines(spec.properties)),
      leaf('javaOpts', joinTexts(spec.java_opts, ' ')),
      leaf('additionalArguments', spec.additional_arguments ?? ''),
      leaf('jdk', spec.jdk ?? '(Inherit From Job)'),
      ...optional('sonarScannerName', spec.scanner_name),
    ]),
};

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { mapValue } from '../../compiler/text/traced-text.ts';
import type { MultijobBuilder, MultijobBuilderProject } from '../../schema/generated/located.ts';
import { handedOnElements, noteHandedOn } from '../shared/handed-on.ts';
import { given } from '../shared/lines.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';

/** The package of the plugin's classes. */
export const MULTIJOB_PACKAGE = 'com.tikal.jenkins.plugins.multijob';

/** A phase of a multijob (com.tikal.jenkins.plugins.multijob.MultiJobBuilder). */
export const multijobBuilder: Thing<SpecNode<'multijob', MultijobBuilder>> = {
  kind: 'multijob',
  needs: elementsOf('jenkins-multijob-plugin', 'multijobs have phases', '1.33'),
  xml: ({ spec }) =>
    element(`${MULTIJOB_PACKAGE}.MultiJobBuilder`, [
      leaf('phaseName', spec.name),
      element('phaseJobs', spec.projects.map(phaseJob)),
      leaf('continuationCondition', spec.condition),
      leaf('executionType', spec.execution_type),
      leaf('quietPeriodGroovy', spec.quiet_period_groovy),
    ]),
  inside: ({ spec }, needs) => {
    for (const project of spec.projects) noteHandedOn(project, project.$, needs);
  },
};

/** As Jenkins saves com.tikal.jenkins.plugins.multijob.PhaseJobsConfig. */
function phaseJob(project: MultijobBuilderProject): XmlElement {
  // What a phase hands on of its own parameters is a setting of its own.
  const configs = handedOnElements({ ...project, current_parameters: mapOff(project) });
  const retries = project.max_retries;
  return from(
    project.$.origin,
    element(`${MULTIJOB_PACKAGE}.PhaseJobsConfig`, [
      leaf('jobName', project.name),
      ...optional('jobAlias', given(project.alias)),
      leaf('currParams', project.current_parameters),
      leaf('aggregatedTestResults', project.aggregate_results),
      leaf('exposedSCM', project.expose_scm),
      leaf('disableJob', project.disabled),
      leaf('parsingRulesPath', project.parsing_rules ?? ''),
      leaf('maxRetries', retries ?? 0),
      leaf('enableRetryStrategy', retries === undefined ? false : mapValue(retries, (count) => count > 0)),
      leaf('enableCondition', project.enable_condition !== undefined),
      leaf('abortAllJob', project.abort_all_job),
      leaf('condition', project.enable_condition ?? ''),
      element('configs', configs),
      leaf('killPhaseOnJobResultCondition', project.kill_phase_on),
      leaf('buildOnlyIfSCMChanges', project.build_only_if_scm_changes),
      leaf('applyConditionOnlyIfNoSCMChanges', project.apply_condition_only_if_no_scm_changes),
    ]),
  );
}

function mapOff({ current_parameters: flag }: MultijobBuilderProject) {
  return flag.map(() => false);
}

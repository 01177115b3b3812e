import { joinTexts } from '../../compiler/text/traced-text.ts';
import { compareText } from '../../compiler/util/compare-text.ts';
import type {
  DisableResumeProperty,
  DurabilityHintProperty,
  GitlabProperty,
  LockableResourcesProperty,
  OwnershipProperty,
  PriorityGroupProperty,
  PriorityProperty,
  RateLimitProperty,
  RebuildProperty,
  SidebarProperty,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { secureScript } from '../shared/secure-script.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional, strings } from '../shared/xml.ts';

const PIPELINE = 'org.jenkinsci.plugins.workflow.job.properties';

const hints = {
  'performance-optimized': 'PERFORMANCE_OPTIMIZED',
  'survivable-non-atomic': 'SURVIVABLE_NONATOMIC',
  'max-survivability': 'MAX_SURVIVABILITY',
} as const;

/** How much a pipeline writes to the disk (FlowDurabilityHint of Pipeline: API). */
export const durabilityHint: Thing<SpecNode<'durability-hint', DurabilityHintProperty>> = {
  kind: 'durability-hint',
  needs: elementsOf('workflow-job', 'pipelines say how safely they are written', '2.17'),
  xml: ({ spec }) =>
    element(`${PIPELINE}.DurabilityHintJobProperty`, [
      leaf(
        'hint',
        spec.hint.map((hint) => hints[hint]),
      ),
    ]),
};

/** A pipeline that does not go on after a restart. */
export const disableResume: Thing<SpecNode<'disable-resume', DisableResumeProperty>> = {
  kind: 'disable-resume',
  needs: elementsOf('workflow-job', 'pipelines do not go on after a restart', '2.17'),
  xml: () => element(`${PIPELINE}.DisableResumeJobProperty`),
};

/** How a build is started again, by the Rebuilder plugin. */
export const rebuild: Thing<SpecNode<'rebuild', RebuildProperty>> = {
  kind: 'rebuild',
  needs: elementsOf('rebuild', 'jobs say how their builds are started again', '1.25'),
  xml: ({ spec }) =>
    element('com.sonyericsson.rebuild.RebuildSettings', [
      leaf('autoRebuild', spec.auto_rebuild),
      leaf('rebuildDisabled', spec.rebuild_disabled),
    ]),
};

/** How many builds start in some time, by the Branch API plugin. */
export const rateLimit: Thing<SpecNode<'rate-limit', RateLimitProperty>> = {
  kind: 'rate-limit',
  needs: elementsOf('branch-api', 'jobs limit how often they are built', '2.0.16'),
  xml: ({ spec }) =>
    element('jenkins.branch.RateLimitBranchProperty_-JobPropertyImpl', [
      leaf('durationName', spec.time_period),
      leaf('count', spec.number_of_builds),
      leaf('userBoost', spec.user_boost),
    ]),
};

/** The priority that the job has by itself, by the Priority Sorter plugin. */
export const priority: Thing<SpecNode<'priority', PriorityProperty>> = {
  kind: 'priority',
  needs: elementsOf('PrioritySorter', 'jobs have a priority', '3.0'),
  xml: ({ spec }) =>
    element('jenkins.advancedqueue.priority.strategy.PriorityJobProperty', [
      leaf('useJobPriority', true),
      leaf('priority', spec.priority),
    ]),
};

/** The job group that the job asks for, by the Priority Sorter plugin. */
export const priorityGroup: Thing<SpecNode<'priority-group', PriorityGroupProperty>> = {
  kind: 'priority-group',
  needs: elementsOf('PrioritySorter', 'jobs name the group of their priority', '3.0'),
  xml: ({ spec }) =>
    element('jenkins.advancedqueue.jobinclusion.strategy.JobInclusionJobProperty', [
      leaf('useJobGroup', true),
      leaf('jobGroupName', spec.group),
    ]),
};

/** Resources that a build has for itself, by the Lockable Resources plugin. */
export const lockableResources: Thing<SpecNode<'lockable-resources', LockableResourcesProperty>> = {
  kind: 'lockable-resources',
  needs: elementsOf('lockable-resources', 'builds have resources for themselves', '1509.va_6b_5b_5cb_0b_40'),
  xml: ({ spec }) =>
    element('org.jenkins.plugins.lockableresources.RequiredResourcesProperty', [
      ...(spec.resources.length === 0 ? [] : [leaf('resourceNames', joinTexts(spec.resources, ' '))]),
      ...optional('resourceNamesVar', spec.variable),
      ...optional('resourceNumber', spec.number),
      ...optional('labelName', spec.label),
      ...secureScript('resourceMatchScript', spec.match_script),
      leaf('lockTimeout', spec.timeout),
      leaf(
        'lockTimeoutUnit',
        spec.timeout_unit.map((unit) => unit.toUpperCase()),
      ),
    ]),
};

/** The connection to GitLab, by the GitLab plugin. */
export const gitlabConnection: Thing<SpecNode<'gitlab', GitlabProperty>> = {
  kind: 'gitlab',
  needs: elementsOf('gitlab-plugin', 'jobs use a connection to GitLab', '1.5.16'),
  xml: ({ spec }) =>
    element('com.dabsquared.gitlabjenkins.connection.GitLabConnectionProperty', [
      leaf('gitLabConnection', spec.connection),
      ...optional('jobCredentialId', spec.credentials),
      leaf('useAlternativeCredential', spec.credentials !== undefined),
    ]),
};

/** Who looks after the job, by the Job and Node Ownership plugin. */
export const ownership: Thing<SpecNode<'ownership', OwnershipProperty>> = {
  kind: 'ownership',
  needs: elementsOf('ownership', 'jobs name their owners', '0.8'),
  xml: ({ spec }) =>
    element('com.synopsys.arc.jenkins.plugins.ownership.jobs.JobOwnerJobProperty', [
      element('ownership', [
        leaf('ownershipEnabled', true),
        leaf('primaryOwnerId', spec.owner),
        { ...strings('coownersIds', sortedSet(spec.co_owners)), attributes: { class: 'sorted-set' } },
      ]),
    ]),
};

/** Links beside the page of the job, by the Sidebar Link plugin. */
export const sidebarLinks: Thing<SpecNode<'sidebar', SidebarProperty>> = {
  kind: 'sidebar',
  needs: elementsOf('sidebar-link', 'jobs have links', '1.7'),
  xml: ({ spec }) =>
    element('hudson.plugins.sidebar__link.ProjectLinks', [
      element(
        'links',
        spec.links.map((link) =>
          from(
            link.$.origin,
            element('hudson.plugins.sidebar__link.LinkAction', [
              leaf('url', link.url),
              leaf('text', link.text),
              leaf('icon', link.icon),
            ]),
          ),
        ),
      ),
    ]),
};

/** The order of a set of Java, in which each text is once. */
function sortedSet<T extends { readonly value: string }>(texts: readonly T[]): readonly T[] {
  const byText = new Map(texts.map((text) => [text.value, text]));
  return [...byText.values()].sort((a, b) => compareText(a.value, b.value));
}

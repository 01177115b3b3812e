import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { JobColumn } from '../../schema/generated/located.ts';
import { type ElementUse, elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** The fields of a column of jobs.bitesize. */
type Fields<Name extends keyof JobColumn> = NonNullable<JobColumn[Name]>;

type ColumnName = Exclude<keyof JobColumn, '$'>;

const EXTRA = 'jenkins.plugins.extracolumns';

const reason = 'views have columns of plugins';
const extraNeeds = elementsOf('extra-columns', reason, '1.14');

/** The numbers of the plugin for the builds that a column can show, in the order of its page. */
const lastBuilds = [
  'last',
  'completed',
  'failed',
  'successful',
  'unsuccessful',
  'stable',
  'unstable',
] as const;
const testFormats = ['all', 'numbers', 'total', 'failed', 'passed', 'skipped'] as const;
const durations = ['running', 'average', 'average-minutes'] as const;

const things = [
  plain('last-stable', 'hudson.views.LastStableColumn', 'core'),
  plain('git-branch', 'hudson.plugins.git.GitBranchSpecifierColumn', elementsOf('git', reason)),
  plain('desc', 'jenkins.branch.DescriptionColumn', elementsOf('branch-api', reason)),
  plain('robot-list', 'hudson.plugins.robot.view.RobotListViewColumn', elementsOf('robot', reason)),
  plain('jacoco', 'hudson.plugins.jacococoveragecolumn.JaCoCoColumn', elementsOf('jacoco', reason)),
  plain(
    'schedule-build',
    'org.jenkinsci.plugins.schedulebuild.ScheduleBuildButtonColumn',
    elementsOf('schedule-build', reason),
  ),
  plain('cron-trigger', 'hudson.plugins.CronViewColumn', elementsOf('cron_column', reason)),
  plain('claim', 'hudson.plugins.claim.ClaimColumn', elementsOf('claim', reason)),
  plain(
    'progress-bar',
    'org.jenkins.ci.plugins.progress__bar.ProgressBarColumn',
    elementsOf('progress-bar-column-plugin', reason),
  ),
  plain(
    'next-launch',
    'hudson.plugins.nextexecutions.columns.NextExecutionColumn',
    elementsOf('next-executions', reason),
  ),
  extra('extra-agent-or-label', 'SlaveOrLabelColumn'),
  extra('extra-last-node', 'LastBuildNodeColumn'),
  extra('extra-last-output', 'LastBuildConsoleColumn'),
  extra('extra-scm-type', 'SCMTypeColumn'),
  extra('extra-last-user-name', 'UserNameColumn'),
  extra('extra-cron-trigger', 'CronTriggerColumn'),
  extra('extra-last-modification', 'LastJobConfigurationModificationColumn'),
  extra('extra-configure-button', 'ConfigureProjectColumn'),
  extra('extra-workspace-link', 'WorkspaceColumn'),
  column('extra-disable', extraNeeds, ({ use_icon }) =>
    element(`${EXTRA}.DisableProjectColumn`, [leaf('useIcon', use_icon)]),
  ),
  column('extra-description', extraNeeds, (spec) =>
    element(`${EXTRA}.DescriptionColumn`, [
      leaf('displayName', spec.display_name),
      leaf('trim', spec.trim),
      leaf('displayLength', spec.display_length),
      leaf('columnWidth', spec.column_width),
      leaf('forceWidth', spec.force_width),
    ]),
  ),
  column('extra-build-description', extraNeeds, ({ column_width, force_width }) =>
    element(`${EXTRA}.BuildDescriptionColumn`, [
      leaf('columnWidth', column_width),
      leaf('forceWidth', force_width),
    ]),
  ),
  column('extra-build-parameters', extraNeeds, ({ regex }) =>
    element(`${EXTRA}.BuildParametersColumn`, [
      leaf('useRegex', regex !== undefined),
      leaf('regex', regex ?? ''),
    ]),
  ),
  column('extra-last-build', extraNeeds, ({ build, relative, link, time }) =>
    element(`${EXTRA}.LastBuildColumn`, [
      leaf(
        'sortType',
        time.map((name) => (name === 'start' ? 0 : 1)),
      ),
      leaf(
        'buildType',
        build.map((name) => lastBuilds.indexOf(name)),
      ),
      leaf('useRelative', relative),
      leaf('showLink', link),
    ]),
  ),
  column('extra-build-duration', extraNeeds, ({ show }) =>
    element(`${EXTRA}.BuildDurationColumn`, [
      leaf(
        'buildDurationType',
        show.map((name) => durations.indexOf(name)),
      ),
    ]),
  ),
  column('extra-tests', extraNeeds, ({ show }) =>
    element(`${EXTRA}.TestResultColumn`, [
      leaf(
        'testResultFormat',
        show.map((name) => testFormats.indexOf(name)),
      ),
    ]),
  ),
  column('extra-job-type', extraNeeds, ({ use_pronoun }) =>
    element(`${EXTRA}.JobTypeColumn`, [leaf('usePronoun', use_pronoun)]),
  ),
] as const;

/** A column that is printed by a configure block. */
export type ColumnNode = NodeOf<typeof things>;

/** The columns beside those of a new Jenkins. */
export const columns = thingFamily(things);

function column<Name extends ColumnName>(
  kind: Name,
  needs: ElementUse | 'core',
  xml: (spec: Fields<Name>) => XmlElement,
): Thing<SpecNode<Name, Fields<Name>>> {
  return { kind, needs, xml: ({ spec }) => xml(spec) };
}

function plain<Name extends ColumnName>(kind: Name, type: string, needs: ElementUse | 'core') {
  return column(kind, needs, () => element(type));
}

function extra<Name extends ColumnName>(kind: Name, type: string) {
  return plain(kind, `${EXTRA}.${type}`, extraNeeds);
}

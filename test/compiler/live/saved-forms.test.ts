import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import type { Tree } from '../../../compiler/import/tree.ts';
import { findDrift } from '../../../compiler/live/find-drift.ts';
import { KnownEqual } from '../../../compiler/live/known-equal.ts';
import { compareConfigs, configTree, rootNameOf } from '../../../compiler/live/same.ts';
import { exampleProject, examples, itemsOf, liveItem, SimulatedJenkins } from './simulated.ts';

const SECRET = '{AQAAABAAAAAQc2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=}';
const BRANCHES = 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';
const FOLDER = 'com.cloudbees.hudson.plugins.folder.Folder';
const DECLARED = 'org.jenkinsci.plugins.pipeline.modeldefinition.actions.DeclarativeJobPropertyTrackerAction';

/** What was posted, and what Jenkins gives back: one fact a row, as it was seen on core 2.579. */
const saved: readonly (readonly [string, string, string])[] = [
  [
    'the order of a job, plugins and defaults',
    '<project><builders><hudson.tasks.Shell><command>make</command></hudson.tasks.Shell></builders><displayName>App</displayName><scm class="hudson.scm.NullSCM"/></project>',
    '<project><actions/><description/><displayName>App</displayName><keepDependencies>false</keepDependencies><properties/><scm class="hudson.scm.NullSCM"/><canRoam>false</canRoam><disabled>false</disabled><triggers/><concurrentBuild>false</concurrentBuild><builders><hudson.tasks.Shell plugin="x@1"><command>make</command><configuredLocalRules/></hudson.tasks.Shell></builders><publishers/><buildWrappers/></project>',
  ],
  [
    'triggers of a pipeline',
    '<flow-definition><triggers><hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger></triggers></flow-definition>',
    '<flow-definition plugin="workflow-job@1"><properties><org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty><triggers><hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger></triggers></org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty></properties><triggers/><disabled>false</disabled></flow-definition>',
  ],
  [
    'branches of Git',
    `<${BRANCHES}><sources><data><jenkins.branch.BranchSource><source class="jenkins.plugins.git.GitSCMSource"><id>a</id><includes>*</includes><excludes/><ignoreOnPushNotifications>false</ignoreOnPushNotifications></source></jenkins.branch.BranchSource></data></sources><factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory"/></${BRANCHES}>`,
    `<${BRANCHES}><properties/><folderViews class="jenkins.branch.MultiBranchProjectViewHolder"><owner class="${BRANCHES}" reference="../.."/></folderViews><sources><data><jenkins.branch.BranchSource><source class="jenkins.plugins.git.GitSCMSource"><id>a</id><traits><jenkins.plugins.git.traits.BranchDiscoveryTrait/></traits></source></jenkins.branch.BranchSource></data></sources><factory class="org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory"><scriptPath>Jenkinsfile</scriptPath></factory><disabled>false</disabled></${BRANCHES}>`,
  ],
  [
    'a list view with a filter',
    '<hudson.model.ListView><jobNames class="tree-set"><comparator class="java.lang.String$CaseInsensitiveComparator"/><string>app</string></jobNames><statusFilter>true</statusFilter></hudson.model.ListView>',
    '<hudson.model.ListView><name>mine</name><filterExecutors>false</filterExecutors><filterQueue>false</filterQueue><properties class="hudson.model.View$PropertyList"/><jobNames><comparator class="java.lang.String$CaseInsensitiveComparator"/><string>app</string></jobNames><jobFilters><hudson.views.StatusFilter><statusFilter>true</statusFilter></hudson.views.StatusFilter></jobFilters><recurse>false</recurse></hudson.model.ListView>',
  ],
  [
    'a token that starts builds',
    '<project><authToken>plain-text</authToken></project>',
    `<project><authToken>${SECRET}</authToken></project>`,
  ],
  [
    'a password that is not shown',
    '<project><properties><x.P><defaultValue>plain-text</defaultValue></x.P></properties></project>',
    '<project><properties><x.P><defaultValue>********</defaultValue></x.P></properties></project>',
  ],
  [
    'a marker',
    '<project><description>Builds.</description></project>',
    '<project><description>Builds.\n&lt;!-- Managed by bitesize: shop --&gt;</description></project>',
  ],
  [
    'a marker alone',
    '<project/>',
    '<project><description>&lt;!-- Managed by bitesize: shop --&gt;</description></project>',
  ],
  [
    'what builds note about a job',
    '<flow-definition><actions/></flow-definition>',
    '<flow-definition><actions><org.jenkinsci.plugins.pipeline.modeldefinition.actions.DeclarativeJobAction/></actions></flow-definition>',
  ],
  [
    'what the script of a pipeline declared',
    '<flow-definition/>',
    `<flow-definition><actions><${DECLARED}><jobProperties><string>jenkins.model.BuildDiscarderProperty</string></jobProperties><triggers><string>hudson.triggers.TimerTrigger</string></triggers><parameters><string>A_B</string></parameters></${DECLARED}></actions><properties><jenkins.model.BuildDiscarderProperty><strategy class="hudson.tasks.LogRotator"><daysToKeep>3</daysToKeep></strategy></jenkins.model.BuildDiscarderProperty><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.StringParameterDefinition><name>A_B</name></hudson.model.StringParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty><org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty><triggers><hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger></triggers></org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty></properties></flow-definition>`,
  ],
  [
    'the views and credentials of a folder',
    `<${FOLDER}><properties/><folderViews><views><hudson.model.AllView><name>all</name></hudson.model.AllView></views><primaryView>all</primaryView></folderViews></${FOLDER}>`,
    `<${FOLDER}><properties><com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty><domainCredentialsMap><x.Y/></domainCredentialsMap></com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty></properties><folderViews><views><hudson.model.ListView><name>mine</name></hudson.model.ListView></views><primaryView>mine</primaryView></folderViews></${FOLDER}>`,
  ],
];

/** What is no form of Jenkins, but an edit. */
const edited: readonly (readonly [string, string, string])[] = [
  ['a job that was disabled', '<project/>', '<project><disabled>true</disabled></project>'],
  ['a secret where we have none', '<project/>', `<project><authToken>${SECRET}</authToken></project>`],
  ['a secret that is gone', '<project><authToken>a</authToken></project>', '<project/>'],
  [
    'a property that a person added',
    '<flow-definition/>',
    `<flow-definition><actions><${DECLARED}><jobProperties/></${DECLARED}></actions><properties><jenkins.model.BuildDiscarderProperty><strategy class="hudson.tasks.LogRotator"><daysToKeep>3</daysToKeep></strategy></jenkins.model.BuildDiscarderProperty></properties></flow-definition>`,
  ],
  [
    'a parameter that the script did not declare',
    '<flow-definition/>',
    `<flow-definition><actions><${DECLARED}><parameters><string>A</string></parameters></${DECLARED}></actions><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions><hudson.model.StringParameterDefinition><name>A</name></hudson.model.StringParameterDefinition><hudson.model.StringParameterDefinition><name>B</name></hudson.model.StringParameterDefinition></parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></flow-definition>`,
  ],
  [
    'a property of a folder that says something else',
    `<${FOLDER}><properties><x.P><a>1</a></x.P></properties></${FOLDER}>`,
    `<${FOLDER}><properties><x.P><a>2</a></x.P></properties></${FOLDER}>`,
  ],
  ['another description', '<project><description>a</description></project>', '<project/>'],
];

describe('what Jenkins makes of a configuration', () => {
  it.each(saved)('is no difference: %s', (_, posted, back) => {
    expect(compareConfigs(tree(back), tree(posted)).isSame).toBe(true);
  });

  it.each(edited)('is told from an edit: %s', (_, posted, back) => {
    expect(compareConfigs(tree(back), tree(posted)).isSame).toBe(false);
  });
});

describe('the root of a configuration', () => {
  it('stands behind a declaration and comments', () => {
    const declared = '<?xml version="1.1" encoding="UTF-8"?>\n';
    expect(rootNameOf(`${declared}<!-- <a/> --> <!-- b --><flow-definition plugin="x"/>`)).toBe(
      'flow-definition',
    );
    expect(rootNameOf('<x.Y_-Z>')).toBe('x.Y_-Z');
    expect(rootNameOf(`${'<!-- a -->'.repeat(5000)}text`)).toBe('');
  });
});

describe('the jobs of an example', () => {
  it.each(examples)('%s: read back, nothing differs', async (name) => {
    const wanted = itemsOf(await exampleProject(name));
    const jenkins = new SimulatedJenkins(
      wanted.map(({ kind, name: full, xml }) => liveItem(kind, full, xml)),
    );
    const drift = findDrift(wanted, jenkins.state(), new KnownEqual(createMemoryHost(), '1', undefined));
    expect(wanted.length).toBeGreaterThan(0);
    expect(drift).toEqual({ changed: [], missing: [], leftOver: [], others: [] });
  });
});

function tree(xml: string): Tree {
  const found = configTree(xml);
  if (found === undefined) throw new Error(`no XML: ${xml}`);
  return found;
}

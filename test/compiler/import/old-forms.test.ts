import { describe, expect, it } from 'vitest';
import { absentFields } from '../../../compiler/import/absent-fields.ts';
import { canonical } from '../../../compiler/import/canonical.ts';
import { allOldForms, goneFields } from '../../../compiler/import/old-forms.ts';
import { treeIn } from './read-xml.ts';

const git = (content: string) => `<scm class="hudson.plugins.git.GitSCM">${content}</scm>`;
const extension = (name: string, content = '') =>
  git(
    `<extensions><hudson.plugins.git.extensions.impl.${name}>${content}</hudson.plugins.git.extensions.impl.${name}></extensions>`,
  );
const discarder = (content: string) =>
  `<jenkins.model.BuildDiscarderProperty><strategy class="hudson.tasks.LogRotator">${content}</strategy></jenkins.model.BuildDiscarderProperty>`;
const junit = (content: string) =>
  `<hudson.tasks.junit.JUnitResultArchiver>${content}</hudson.tasks.junit.JUnitResultArchiver>`;
const agent = (content: string) =>
  `<com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper>${content}</com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper>`;
const matrix = (content: string) =>
  `<hudson.security.AuthorizationMatrixProperty>${content}</hudson.security.AuthorizationMatrixProperty>`;
const gitSource = (content: string) =>
  `<a><source class="jenkins.plugins.git.GitSCMSource">${content}</source></a>`;
const traits = 'jenkins.plugins.git.traits';
const gradle = (content: string) => `<hudson.plugins.gradle.Gradle>${content}</hudson.plugins.gradle.Gradle>`;
const copy = (content: string) =>
  `<hudson.plugins.copyartifact.CopyArtifact>${content}</hudson.plugins.copyartifact.CopyArtifact>`;
const strategy = (name: string) =>
  `<inheritanceStrategy class="org.jenkinsci.plugins.matrixauth.inheritance.${name}"/>`;
const ghprb = (content: string) =>
  `<org.jenkinsci.plugins.ghprb.GhprbTrigger>${content}</org.jenkinsci.plugins.ghprb.GhprbTrigger>`;
const status = (content = '') =>
  `<org.jenkinsci.plugins.ghprb.extensions.status.GhprbSimpleStatus>${content}</org.jenkinsci.plugins.ghprb.extensions.status.GhprbSimpleStatus>`;
const branches = (content: string) =>
  `<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>${content}</org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject>`;
const job = 'org.jenkinsci.plugins.workflow.job.properties';

const folder = (content: string) =>
  `<com.cloudbees.hudson.plugins.folder.Folder>${content}</com.cloudbees.hudson.plugins.folder.Folder>`;
const gerrit = (content: string) =>
  `<com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger>${content}</com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger>`;
const gitlab = (content: string) =>
  `<com.dabsquared.gitlabjenkins.GitLabPushTrigger>${content}</com.dabsquared.gitlabjenkins.GitLabPushTrigger>`;
const textFinder = (content: string) =>
  `<hudson.plugins.textfinder.TextFinderPublisher>${content}</hudson.plugins.textfinder.TextFinderPublisher>`;

const timeout = (content: string) =>
  `<hudson.plugins.build__timeout.BuildTimeoutWrapper>${content}</hudson.plugins.build__timeout.BuildTimeoutWrapper>`;
const NODE = 'org.jvnet.jenkins.plugins.nodelabelparameter.';

/** What Jenkins reads alike, one fact a row. */
const alike: readonly (readonly [string, string, string])[] = [
  [
    'a log rotator of the job',
    '<project><logRotator class="hudson.tasks.LogRotator"><daysToKeep>3</daysToKeep></logRotator></project>',
    `<project><properties>${discarder('<daysToKeep>3</daysToKeep>')}</properties></project>`,
  ],
  [
    'a log rotator beside a property of the same kind',
    `<project><logRotator><daysToKeep>3</daysToKeep></logRotator><properties>${discarder('<daysToKeep>7</daysToKeep>')}</properties></project>`,
    `<project><properties>${discarder('<daysToKeep>7</daysToKeep>')}</properties></project>`,
  ],
  [
    'triggers of a pipeline',
    '<flow-definition><triggers><hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger></triggers></flow-definition>',
    `<flow-definition><properties><${job}.PipelineTriggersJobProperty><triggers><hudson.triggers.TimerTrigger><spec>@daily</spec></hudson.triggers.TimerTrigger></triggers></${job}.PipelineTriggersJobProperty></properties></flow-definition>`,
  ],
  [
    'a pipeline without concurrent builds',
    '<flow-definition><concurrentBuild>false</concurrentBuild></flow-definition>',
    `<flow-definition><properties><${job}.DisableConcurrentBuildsJobProperty/></properties></flow-definition>`,
  ],
  [
    'the name of a view',
    '<hudson.model.ListView><name>shop</name><recurse>true</recurse></hudson.model.ListView>',
    '<hudson.model.ListView><recurse>true</recurse></hudson.model.ListView>',
  ],
  [
    'a status filter',
    '<hudson.model.ListView><statusFilter>true</statusFilter></hudson.model.ListView>',
    '<hudson.model.ListView><jobFilters><hudson.views.StatusFilter><statusFilter>true</statusFilter></hudson.views.StatusFilter></jobFilters></hudson.model.ListView>',
  ],
  [
    'a status filter that a second upload added once more',
    '<hudson.model.ListView><jobFilters><hudson.views.StatusFilter><statusFilter>true</statusFilter></hudson.views.StatusFilter><x.Other/><hudson.views.StatusFilter><statusFilter>true</statusFilter></hudson.views.StatusFilter></jobFilters></hudson.model.ListView>',
    '<hudson.model.ListView><jobFilters><hudson.views.StatusFilter><statusFilter>true</statusFilter></hudson.views.StatusFilter><x.Other/></jobFilters></hudson.model.ListView>',
  ],
  [
    'views of a multibranch project',
    branches('<canRoam>true</canRoam><viewsTabBar class="hudson.views.DefaultViewsTabBar"/>'),
    branches(''),
  ],
  [
    'a folder for the checkout',
    git('<relativeTargetDir>src</relativeTargetDir>'),
    extension('RelativeTargetDirectory', '<relativeTargetDir>src</relativeTargetDir>'),
  ],
  ['a blank folder for the checkout', git('<relativeTargetDir> </relativeTargetDir>'), git('')],
  [
    'users who start nothing',
    git('<excludedUsers>bot</excludedUsers>'),
    extension('UserExclusion', '<excludedUsers>bot</excludedUsers>'),
  ],
  [
    'regions',
    git('<includedRegions>src/.*</includedRegions>'),
    extension('PathRestriction', '<includedRegions>src/.*</includedRegions>'),
  ],
  [
    'submodules',
    git('<recursiveSubmodules>true</recursiveSubmodules>'),
    extension('SubmoduleOption', '<recursiveSubmodules>true</recursiveSubmodules>'),
  ],
  [
    'a committer',
    git('<gitConfigName>ci</gitConfigName><gitConfigEmail>ci@example.com</gitConfigEmail>'),
    extension('UserIdentity', '<name>ci</name><email>ci@example.com</email>'),
  ],
  ['pruning', git('<pruneBranches>true</pruneBranches>'), extension('PruneStaleBranch')],
  ['cleaning', git('<clean>true</clean>'), extension('CleanCheckout')],
  ['an empty workspace', git('<wipeOutWorkspace>true</wipeOutWorkspace>'), extension('WipeWorkspace')],
  ['authors', git('<authorOrCommitter>true</authorOrCommitter>'), extension('AuthorInChangelog')],
  ['no notifications', git('<ignoreNotifyCommit>true</ignoreNotifyCommit>'), extension('IgnoreNotifyCommit')],
  ['a name of the checkout', git('<scmName>web</scmName>'), extension('ScmName', '<name>web</name>')],
  [
    'a local branch',
    git('<localBranch>main</localBranch>'),
    extension('LocalBranch', '<localBranch>main</localBranch>'),
  ],
  [
    'a reference repository',
    git('<reference>/srv/git</reference>'),
    extension('CloneOption', '<reference>/srv/git</reference>'),
  ],
  [
    'a field that has its extension',
    git(
      `<clean>true</clean><localBranch>x</localBranch>${extension('LocalBranch', '<localBranch>y</localBranch>').replace(/<\/?scm[^>]*>/g, '')}`,
    ).replace('<clean>true</clean>', ''),
    extension('LocalBranch', '<localBranch>y</localBranch>'),
  ],
  [
    'long output',
    junit('<keepLongStdio>true</keepLongStdio>'),
    junit('<stdioRetention>all</stdioRetention>'),
  ],
  ['no long output', junit('<keepLongStdio>false</keepLongStdio>'), junit('')],
  [
    'retention in capitals',
    junit('<stdioRetention>FAILED</stdioRetention>'),
    junit('<stdioRetention>failed</stdioRetention>'),
  ],
  [
    'tools of xUnit',
    '<xunit><tools><JUnitType/></tools></xunit>',
    '<xunit><types><JUnitType/></types></xunit>',
  ],
  ['xUnit by its class', '<a><org.jenkinsci.plugins.xunit.XUnitPublisher/></a>', '<a><xunit/></a>'],
  [
    'one credential of the SSH agent',
    agent('<user>key</user>'),
    agent('<credentialIds><string>key</string></credentialIds>'),
  ],
  [
    'permissions beside those of others',
    matrix('<blocksInheritance>false</blocksInheritance>'),
    matrix(strategy('InheritParentStrategy')),
  ],
  [
    'permissions alone',
    matrix('<useProjectSecurity>true</useProjectSecurity><blocksInheritance>true</blocksInheritance>'),
    matrix(strategy('NonInheritingStrategy')),
  ],
  [
    'the status of pull requests',
    ghprb('<commitStatusContext>ci</commitStatusContext>'),
    ghprb(
      `<configVersion>3</configVersion><extensions>${status('<commitStatusContext>ci</commitStatusContext>')}</extensions>`,
    ),
  ],
  [
    'pull requests without extensions',
    ghprb('<configVersion>3</configVersion>'),
    ghprb(`<configVersion>3</configVersion><extensions>${status()}</extensions>`),
  ],
  [
    'a Groovy script from a file',
    '<hudson.plugins.groovy.SystemGroovy><scriptSource class="hudson.plugins.groovy.FileScriptSource"><scriptFile>a.groovy</scriptFile></scriptSource></hudson.plugins.groovy.SystemGroovy>',
    '<hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.FileSystemScriptSource"><scriptFile>a.groovy</scriptFile></source></hudson.plugins.groovy.SystemGroovy>',
  ],
  [
    'a Groovy script after the build',
    '<org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder><groovyScript>x</groovyScript></org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder>',
    '<org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder><script><script>x</script></script></org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder>',
  ],
  [
    'the cache of NodeJS',
    '<jenkins.plugins.nodejs.NodeJSBuildWrapper/>',
    '<jenkins.plugins.nodejs.NodeJSBuildWrapper><cacheLocationStrategy class="jenkins.plugins.nodejs.cache.DefaultCacheLocationLocator"/></jenkins.plugins.nodejs.NodeJSBuildWrapper>',
  ],
  [
    'a workspace that is cleaned after no result',
    '<hudson.plugins.ws__cleanup.WsCleanup/>',
    `<hudson.plugins.ws__cleanup.WsCleanup>${['Success', 'Unstable', 'Failure', 'NotBuilt', 'Aborted'].map((name) => `<cleanWhen${name}>true</cleanWhen${name}>`).join('')}</hudson.plugins.ws__cleanup.WsCleanup>`,
  ],
  [
    'who gets mail',
    '<a><email><includeCulprits>true</includeCulprits><sendToDevelopers>true</sendToDevelopers></email></a>',
    '<a><email><recipientProviders><hudson.plugins.emailext.plugins.recipients.DevelopersRecipientProvider/><hudson.plugins.emailext.plugins.recipients.CulpritsRecipientProvider/></recipientProviders></email></a>',
  ],
  [
    'a result by its number',
    '<a><threshold><name>UNSTABLE</name><ordinal>1</ordinal><color>YELLOW</color></threshold></a>',
    '<a><threshold><ordinal>1</ordinal></threshold></a>',
  ],
  [
    'branches of Git by fields',
    gitSource(
      '<includes>main release-*</includes><excludes>tmp</excludes><ignoreOnPushNotifications>true</ignoreOnPushNotifications><remoteName>up</remoteName><gitTool>jgit</gitTool>',
    ),
    gitSource(
      `<traits><${traits}.BranchDiscoveryTrait/><jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait><includes>main release-*</includes><excludes>tmp</excludes></jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait><${traits}.RemoteNameSCMSourceTrait><remoteName>up</remoteName></${traits}.RemoteNameSCMSourceTrait><${traits}.GitToolSCMSourceTrait><gitTool>jgit</gitTool></${traits}.GitToolSCMSourceTrait><${traits}.IgnoreOnPushNotificationTrait/></traits>`,
    ),
  ],
  [
    'all branches of Git',
    gitSource('<includes>*</includes><excludes></excludes><remoteName>origin</remoteName>'),
    gitSource(`<traits><${traits}.BranchDiscoveryTrait/></traits>`),
  ],
  [
    'the place of a wrapper of Gradle',
    gradle(
      '<fromRootBuildScriptDir>true</fromRootBuildScriptDir><rootBuildScriptDir>app</rootBuildScriptDir>',
    ),
    gradle('<rootBuildScriptDir>app</rootBuildScriptDir><wrapperLocation>app</wrapperLocation>'),
  ],
  [
    'parameters that are passed to Gradle',
    gradle('<passAsProperties>true</passAsProperties>'),
    gradle('<passAllAsProjectProperties>true</passAllAsProjectProperties>'),
  ],
  [
    'parameters that are passed to Gradle as those of the system',
    gradle('<passAsProperties>false</passAsProperties>'),
    gradle('<passAllAsSystemProperties>true</passAllAsSystemProperties>'),
  ],
  [
    'the word null in a selector',
    copy('<selector class="x.S">null</selector>'),
    copy('<selector class="x.S"/>'),
  ],
  [
    'rights that no job has',
    matrix(
      '<permission>hudson.model.Item.Create:a</permission><permission>USER:hudson.model.View.Read:a</permission><permission>hudson.model.Item.Read:a</permission>',
    ),
    matrix('<permission>hudson.model.Item.Read:a</permission>'),
  ],
  [
    'fields that no pipeline has',
    '<flow-definition><canRoam>true</canRoam><scm class="hudson.scm.NullSCM"/></flow-definition>',
    '<flow-definition/>',
  ],
  [
    'a job without a checkout',
    '<project><canRoam>true</canRoam></project>',
    '<project><canRoam>true</canRoam><scm class="hudson.scm.NullSCM"/></project>',
  ],
  [
    'a folder without views',
    folder('<views/><primaryView>All</primaryView><scm class="hudson.scm.NullSCM"/><canRoam>true</canRoam>'),
    folder(''),
  ],
  [
    'modes of parameters of Gerrit as flags',
    gerrit(
      '<readableMessage>true</readableMessage><noNameAndEmailParameters>true</noNameAndEmailParameters>',
    ),
    gerrit(
      '<commitMessageParameterMode>PLAIN</commitMessageParameterMode><nameAndEmailParameterMode>NONE</nameAndEmailParameterMode><serverName>__ANY__</serverName>',
    ),
  ],
  [
    'a source without a strategy',
    '<jenkins.branch.BranchSource/>',
    '<jenkins.branch.BranchSource><strategy class="jenkins.branch.DefaultBranchPropertyStrategy"><properties class="empty-list"/></strategy></jenkins.branch.BranchSource>',
  ],
  [
    'a filter of branches of GitLab by its old name',
    gitlab('<branchFilterName>RegexBasedFilter</branchFilterName><addCiMessage>true</addCiMessage>'),
    gitlab('<branchFilterType>RegexBasedFilter</branchFilterType>'),
  ],
  [
    'a text to find',
    textFinder('<regexp>x</regexp><fileSet>*.log</fileSet><unstableIfFound>true</unstableIfFound>'),
    textFinder(
      '<textFinders><hudson.plugins.textfinder.TextFinder><regexp>x</regexp><fileSet>*.log</fileSet><buildResult>UNSTABLE</buildResult><changeCondition>MATCH_FOUND</changeCondition></hudson.plugins.textfinder.TextFinder></textFinders>',
    ),
  ],
  [
    'a time limit of the wrapper',
    timeout(
      '<timeoutMinutes>10</timeoutMinutes><failBuild>true</failBuild><timeoutType>absolute</timeoutType>',
    ),
    timeout(
      '<strategy class="hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy"><timeoutMinutes>10</timeoutMinutes></strategy><operationList><hudson.plugins.build__timeout.operations.FailOperation/></operationList>',
    ),
  ],
  [
    'agents that may be offline',
    `<${NODE}NodeParameterDefinition><ignoreOfflineNodes>true</ignoreOfflineNodes></${NODE}NodeParameterDefinition>`,
    `<${NODE}NodeParameterDefinition><nodeEligibility class="${NODE}node.IgnoreOfflineNodeEligibility"/></${NODE}NodeParameterDefinition>`,
  ],
  [
    'a wrapper of Gradle beside the build script',
    '<hudson.plugins.gradle.Gradle><rootBuildScriptDir>x</rootBuildScriptDir><fromRootBuildScriptDir>true</fromRootBuildScriptDir></hudson.plugins.gradle.Gradle>',
    '<hudson.plugins.gradle.Gradle><rootBuildScriptDir>x</rootBuildScriptDir><wrapperLocation>x</wrapperLocation></hudson.plugins.gradle.Gradle>',
  ],
  [
    'the unit of no timeout',
    '<a><org.jenkins.plugins.lockableresources.RequiredResourcesProperty><lockTimeoutUnit>MINUTES</lockTimeoutUnit></org.jenkins.plugins.lockableresources.RequiredResourcesProperty></a>',
    '<a><org.jenkins.plugins.lockableresources.RequiredResourcesProperty/></a>',
  ],
];

/** What Jenkins tells apart. */
const apart: readonly (readonly [string, string, string])[] = [
  ['a field that is called as a job is', copy('<project>a</project>'), copy('<project>b</project>')],
  [
    'another number of a result',
    '<a><threshold><name>X</name><ordinal>1</ordinal></threshold></a>',
    '<a><threshold><name>X</name><ordinal>2</ordinal></threshold></a>',
  ],
  [
    'another folder for the checkout',
    git('<relativeTargetDir>a</relativeTargetDir>'),
    extension('RelativeTargetDirectory', '<relativeTargetDir>b</relativeTargetDir>'),
  ],
  [
    'the name of a view inside another one',
    '<hudson.model.ListView><name>a</name><owner class="x" reference="../.."/></hudson.model.ListView>',
    '<hudson.model.ListView><name>b</name><owner class="x" reference="../.."/></hudson.model.ListView>',
  ],
  [
    'a source of branches that finds none',
    gitSource('<traits/>'),
    gitSource(`<traits><${traits}.BranchDiscoveryTrait/></traits>`),
  ],
  ['another text in a selector', copy('<selector class="x.S">a</selector>'), copy('<selector class="x.S"/>')],
  [
    'a folder with views',
    folder('<views><hudson.model.AllView/></views><primaryView>All</primaryView>'),
    folder(''),
  ],
  [
    'a text to find that fails the build, and one that makes it unstable',
    textFinder('<regexp>x</regexp><unstableIfFound>true</unstableIfFound>'),
    textFinder('<regexp>x</regexp>'),
  ],
  ['permissions alone and beside others', matrix('<blocksInheritance>true</blocksInheritance>'), matrix('')],
];

describe('fields that are absent', () => {
  const rows = absentFields.flatMap(({ of, fields }) =>
    of.flatMap((name) => Object.entries(fields).map(([key, value]) => [name, key, value] as const)),
  );
  it.each(rows)('%s has %s %s', (name, key, value) => {
    const written = (text: string) => canonical(treeIn(`<a><${name}>${text}</${name}></a>`));
    expect(written(`<${key}>${value}</${key}>`)).toEqual(written(''));
    expect(written(`<${key}>other</${key}>`)).not.toEqual(written(''));
  });
});

describe('fields that classes do not have', () => {
  const rows = goneFields.flatMap(({ of, fields }) => fields.map((name) => [of, name] as const));
  it.each(rows)('%s has no %s', (type, name) => {
    const written = (text: string) => canonical(treeIn(`<a><b class="${type}">${text}</b></a>`));
    expect(written(`<other>x</other><${name}>x</${name}>`)).toEqual(written('<other>x</other>'));
  });
});

describe('forms of older versions', () => {
  it.each(alike)('%s', (_, old, current) => {
    expect(canonical(treeIn(old))).toEqual(canonical(treeIn(current)));
  });

  it.each(apart)('%s is told apart', (_, a, b) => {
    expect(canonical(treeIn(a))).not.toEqual(canonical(treeIn(b)));
  });

  it('each form has a row', () => {
    const texts = alike.map(([, old]) => old);
    const missing = allOldForms
      .flatMap(({ of }) => [of])
      .filter(
        (names) =>
          !names.some((name) =>
            texts.some((text) => text.includes(`<${name}`) || text.includes(`"${name}"`)),
          ),
      );
    expect(missing).toEqual([]);
  });
});

import { describe, expect, it, test } from 'vitest';
import { configXml } from '../../emitters/config-xml/index.ts';
import { jobDsl } from '../../emitters/job-dsl/index.ts';
import type { Item } from '../../jenkins/all-items.ts';
import { pluginNeedsOfItems } from '../../jenkins/all-items.ts';
import type { BranchSource } from '../../jenkins/items/branch-sources.ts';
import type { Trigger } from '../../jenkins/triggers/all-triggers.ts';
import { emitItems } from '../emitters/emit.ts';
import { node } from './items/node.ts';

/*
 * What the plugins save, as their classes say it (github-branch-source 1983, gitlab-branch-source 743,
 * cloudbees-bitbucket-branch-source 937, gerrit-trigger 3.1993, gitlab-plugin 1.9): each persisted field that is not
 * null, once. Names of fields are those of the classes.
 */

const common = {
  id: 'web',
  owner: 'example',
  repository: 'web',
  credentials: 'api',
  sshKey: 'deploy-key',
  forks: true,
};
const github = node({
  kind: 'github-requests',
  ...common,
  api: 'https://api.github.com',
  status: 'shop/web',
});
const gitlab = node({ kind: 'gitlab-requests', ...common, server: 'company', status: 'shop/web' });
const bitbucket = node({ kind: 'bitbucket-requests', ...common, server: 'https://bitbucket.org' });

function requests(...sources: BranchSource[]): Item {
  return node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'web-pull-requests',
    sources,
    triggers: [node({ kind: 'folder-scan', every: '15m' })],
    orphanedItems: node({}),
    inline: node({ script: 'echo(1)', sandbox: true, marker: 'package.json' }),
  });
}

function textOf(emitter: Parameters<typeof emitItems>[0], item: Item): string {
  return [...emitItems(emitter, [item]).values()].map(({ text }) => text).join('');
}

/** Returns the element of a name with what is in it, on one line. */
function elementOf(xml: string, name: string): string {
  const found = new RegExp(`<${name}[ >].*?</${name}>`, 's').exec(xml)?.[0] ?? '';
  return found.replace(/\n\s*/g, '');
}

describe('a source of pull requests', () => {
  it.each([
    [
      github,
      '<source class="org.jenkinsci.plugins.github_branch_source.GitHubSCMSource"><id>web</id><apiUri>https://api.github.com</apiUri><credentialsId>api</credentialsId><repoOwner>example</repoOwner><repository>web</repository><traits><org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait><strategyId>3</strategyId></org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait><org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait><strategyId>1</strategyId><trust class="org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$TrustNobody"/></org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait><jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait><includes>*</includes><excludes>PR-*-head</excludes></jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait><org.jenkinsci.plugins.github__branch__source.SSHCheckoutTrait><credentialsId>deploy-key</credentialsId></org.jenkinsci.plugins.github__branch__source.SSHCheckoutTrait><org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait><contextLabel>shop/web</contextLabel><typeSuffix>false</typeSuffix><multipleStatuses>false</multipleStatuses></org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait></traits></source>',
    ],
    [
      gitlab,
      '<source class="io.jenkins.plugins.gitlabbranchsource.GitLabSCMSource"><id>web</id><serverName>company</serverName><projectOwner>example</projectOwner><projectPath>example/web</projectPath><credentialsId>api</credentialsId><traits><io.jenkins.plugins.gitlabbranchsource.OriginMergeRequestDiscoveryTrait><strategyId>1</strategyId></io.jenkins.plugins.gitlabbranchsource.OriginMergeRequestDiscoveryTrait><io.jenkins.plugins.gitlabbranchsource.ForkMergeRequestDiscoveryTrait><strategyId>1</strategyId><trust class="io.jenkins.plugins.gitlabbranchsource.ForkMergeRequestDiscoveryTrait$TrustNobody"/><buildMRForksNotMirror>true</buildMRForksNotMirror></io.jenkins.plugins.gitlabbranchsource.ForkMergeRequestDiscoveryTrait><io.jenkins.plugins.gitlabbranchsource.SSHCheckoutTrait><credentialsId>deploy-key</credentialsId></io.jenkins.plugins.gitlabbranchsource.SSHCheckoutTrait><io.jenkins.plugins.gitlabbranchsource.BuildStatusNameCustomPartTrait><buildStatusNameCustomPart>shop/web</buildStatusNameCustomPart><buildStatusNameOverwrite>true</buildStatusNameOverwrite><ignoreTypeInStatusName>true</ignoreTypeInStatusName></io.jenkins.plugins.gitlabbranchsource.BuildStatusNameCustomPartTrait></traits></source>',
    ],
    [
      bitbucket,
      '<source class="com.cloudbees.jenkins.plugins.bitbucket.BitbucketSCMSource"><id>web</id><serverUrl>https://bitbucket.org</serverUrl><credentialsId>api</credentialsId><repoOwner>example</repoOwner><repository>web</repository><traits><com.cloudbees.jenkins.plugins.bitbucket.trait.OriginPullRequestDiscoveryTrait><strategyId>1</strategyId></com.cloudbees.jenkins.plugins.bitbucket.trait.OriginPullRequestDiscoveryTrait><com.cloudbees.jenkins.plugins.bitbucket.trait.ForkPullRequestDiscoveryTrait><strategyId>1</strategyId><trust class="com.cloudbees.jenkins.plugins.bitbucket.trait.ForkPullRequestDiscoveryTrait$TrustNobody"/></com.cloudbees.jenkins.plugins.bitbucket.trait.ForkPullRequestDiscoveryTrait><com.cloudbees.jenkins.plugins.bitbucket.trait.SSHCheckoutTrait><credentialsId>deploy-key</credentialsId></com.cloudbees.jenkins.plugins.bitbucket.trait.SSHCheckoutTrait></traits></source>',
    ],
  ])('is what its plugin saves: $kind', (source, expected) => {
    expect(elementOf(textOf(configXml, requests(source)), 'source')).toBe(expected);
  });

  it.each([github, gitlab, bitbucket])('finds no branches, and no forks unless it may: $kind', (source) => {
    const xml = textOf(configXml, requests({ ...source, forks: false, sshKey: undefined }));
    expect(xml).not.toMatch(/BranchDiscoveryTrait|Fork|SSHCheckout|HeadFilter/);
    expect(xml).toContain('<strategyId>1</strategyId>');
  });
});

test('the script stands in the job in the place of that of the repository, in both forms', () => {
  const xml = textOf(configXml, requests(github));
  expect(elementOf(xml, 'factory')).toBe(
    '<factory class="org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory"><owner class="org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject" reference="../.."/><script>echo(1)</script><sandbox>true</sandbox><markerFile>package.json</markerFile></factory>',
  );
  expect(xml.match(/<factory/g)).toHaveLength(1);
  const script = textOf(jobDsl, requests(github));
  expect(script).toContain("for (old in project.get('factory')) project.remove(old)");
  expect(script).not.toContain('branchSources');
  expect(script).toContain("appendNode('markerFile', 'package.json')");
});

test('Jenkins looks for pull requests that no webhook told of', () => {
  expect(elementOf(textOf(configXml, requests(github)), 'triggers')).toBe(
    '<triggers><com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger><spec>H/5 * * * *</spec><interval>900000</interval></com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger></triggers>',
  );
});

test('each source brings its plugin, and what has the script in the job', () => {
  const ids = (source: BranchSource) => pluginNeedsOfItems([requests(source)]).map(({ id }) => id);
  expect(ids(github)).toEqual(
    expect.arrayContaining([
      'github-branch-source',
      'github-scm-trait-notification-context',
      'inline-pipeline',
    ]),
  );
  expect(ids(gitlab)).toEqual(expect.arrayContaining(['gitlab-branch-source', 'inline-pipeline']));
  expect(ids(bitbucket)).toEqual(
    expect.arrayContaining(['cloudbees-bitbucket-branch-source', 'inline-pipeline']),
  );
});

const gerrit = node({
  kind: 'gerrit',
  server: 'review',
  project: 'platform/kernel',
  branch: 'main',
  files: ['net/**'],
  on: { kind: 'review', comment: '^recheck' },
} as const);

describe('triggers of plugins', () => {
  const job = (kind: 'freestyle' | 'pipeline', triggers: readonly Trigger[]): Item =>
    kind === 'freestyle'
      ? node({ kind, family: 'build_jobs', name: 'web', triggers })
      : node({
          kind,
          family: 'build_jobs',
          name: 'web',
          triggers,
          definition: node({ kind: 'cps', script: 'echo(1)', sandbox: true }),
        });

  it.each([
    ['freestyle', 'stand where they are given', ['GerritTrigger>', 'hudson.triggers.SCMTrigger']],
    ['pipeline', 'stand behind those of Jenkins', ['hudson.triggers.SCMTrigger', 'GerritTrigger>']],
  ] as const)('in a %s job %s, in both forms', (kind, _where, [first, second]) => {
    const item = job(kind, [gerrit, node({ kind: 'scm-poll', schedule: 'H/5 * * * *' })]);
    const xml = textOf(configXml, item);
    expect(xml.indexOf(first)).toBeGreaterThan(0);
    expect(xml.indexOf(second)).toBeGreaterThan(xml.indexOf(first));
    expect(textOf(jobDsl, item)).toContain(
      "appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger')",
    );
  });

  it('alone make the whole property of a pipeline', () => {
    const script = textOf(jobDsl, job('pipeline', [gerrit]));
    expect(script).not.toContain('pipelineTriggers');
    expect(script).toContain(
      "appendNode('org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty')",
    );
  });

  it('of Gerrit say what starts a build: a patch set, or a comment, that touches a file', () => {
    const xml = textOf(configXml, job('pipeline', [gerrit])).replace(/\n\s*/g, '');
    expect(xml).toContain(
      '<compareType>PLAIN</compareType><pattern>platform/kernel</pattern><branches><com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.Branch><compareType>PLAIN</compareType><pattern>main</pattern></com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.Branch></branches><filePaths><com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.FilePath><compareType>ANT</compareType><pattern>net/**</pattern>',
    );
    expect(xml).toContain('<commentAddedCommentContains>^recheck</commentAddedCommentContains>');
    expect(xml).toContain('<silentMode>false</silentMode>');
    const pushed = textOf(configXml, job('pipeline', [{ ...gerrit, files: [], on: { kind: 'updated' } }]));
    expect(pushed).toContain('events.PluginRefUpdatedEvent/>');
    expect(pushed).toContain('<silentMode>true</silentMode>');
    expect(pushed).not.toContain('PatchsetCreated');
  });

  it('of GitLab start builds for pushes to the branch alone', () => {
    const item = job('freestyle', [node({ kind: 'gitlab-push', branch: 'main' })]);
    const xml = textOf(configXml, item).replace(/\n\s*/g, '');
    expect(xml).toContain('<triggerOnMergeRequest>false</triggerOnMergeRequest>');
    expect(xml).toContain('<triggerOnNoteRequest>false</triggerOnNoteRequest>');
    expect(xml).toContain('<includeBranchesSpec>main</includeBranchesSpec>');
    expect(xml).toContain('<branchFilterType>NameBasedFilter</branchFilterType>');
    expect(textOf(jobDsl, item)).toContain("includeBranches('main')");
  });
});

import { gitScmForm } from './old-git-scm.ts';
import { gitSourceForm } from './old-git-source.ts';
import type { Tree } from './tree.ts';
import { childNamed, field, named, textOf, withChild, without } from './tree-parts.ts';

/** A form that an older version saved, and that is still read. */
export interface OldForm {
  /** Names of the elements, or their classes. */
  readonly of: readonly string[];
  /** Where the plugin, or Jenkins itself, turns it into the current form. */
  readonly source: string;
  /** Returns the current form; the tree itself where it is that. */
  readonly convert: (tree: Tree) => Tree;
}

const DISCARDER = 'jenkins.model.BuildDiscarderProperty';
const TRIGGERS = 'org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty';
const SIMPLE_STATUS = 'org.jenkinsci.plugins.ghprb.extensions.status.GhprbSimpleStatus';

const NOT_CONCURRENT = 'org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty';

const STATUS_FILTER = 'hudson.views.StatusFilter';

const CLEANED = ['Success', 'Unstable', 'Failure', 'NotBuilt', 'Aborted'].map(
  (result) => `cleanWhen${result}`,
);

/** Who gets mail, in the order in which the plugin adds them. */
const RECIPIENTS = {
  sendToDevelopers: 'Developers',
  sendToRequester: 'Requester',
  includeCulprits: 'Culprits',
  sendToRecipientList: 'List',
} as const;

const views = [
  'hudson.model.AllView',
  'hudson.model.ListView',
  'hudson.plugins.nested__view.NestedView',
  'hudson.plugins.sectioned__view.SectionedView',
  'hudson.plugins.view.dashboard.Dashboard',
  'se.diabol.jenkins.pipeline.DeliveryPipelineView',
  'au.com.centrumsystems.hudson.plugin.buildpipeline.BuildPipelineView',
];

const projects = ['project', 'matrix-project', 'com.tikal.jenkins.plugins.multijob.MultiJobProject'];

/** The fields that only some kinds of jobs have, which tools write for all of them. */
const FREESTYLE_FIELDS = [
  'canRoam',
  'scm',
  'builders',
  'publishers',
  'buildWrappers',
  'blockBuildWhenDownstreamBuilding',
  'blockBuildWhenUpstreamBuilding',
] as const;

const multibranch = [
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
  'jenkins.branch.OrganizationFolder',
];

/** All old forms that are known, each with the place in the sources that reads it. */
export const allOldForms: readonly OldForm[] = [
  {
    of: [...projects, 'flow-definition'],
    source: 'core 2.579, hudson.model.Job.getBuildDiscarder',
    convert: (tree) => {
      const rotator = childNamed(tree, 'logRotator');
      if (rotator === undefined) return tree;
      const { class: className = 'hudson.tasks.LogRotator' } = rotator.attributes;
      const strategy: Tree = { ...rotator, name: 'strategy', attributes: { class: className } };
      return withProperty(without(tree, 'logRotator'), named(DISCARDER, [strategy]));
    },
  },
  {
    of: ['flow-definition'],
    source: 'workflow-job 2026-05, WorkflowJob.onLoad',
    convert: (tree) => {
      const triggers = childNamed(tree, 'triggers');
      if (triggers === undefined || triggers.children.length === 0) return tree;
      return withProperty(without(tree, 'triggers'), named(TRIGGERS, [{ ...triggers, attributes: {} }]));
    },
  },
  {
    of: ['flow-definition'],
    source: 'workflow-job 2026-05, WorkflowJob.onLoad and setConcurrentBuild',
    convert: (tree) => {
      const isConcurrent = textOf(tree, 'concurrentBuild');
      if (isConcurrent === undefined) return tree;
      const rest = without(tree, 'concurrentBuild');
      return isConcurrent === 'false' ? withProperty(rest, named(NOT_CONCURRENT)) : rest;
    },
  },
  {
    of: ['flow-definition'],
    source: 'workflow-job 2026-05, WorkflowJob has no such fields',
    convert: (tree) => without(tree, ...FREESTYLE_FIELDS),
  },
  {
    of: ['project', 'matrix-project'],
    source: 'core 2.579, hudson.model.AbstractProject.onLoad',
    convert: (tree) =>
      childNamed(tree, 'scm') === undefined
        ? withChild(tree, { ...named('scm'), attributes: { class: 'hudson.scm.NullSCM' } })
        : tree,
  },
  {
    of: ['com.cloudbees.hudson.plugins.folder.Folder'],
    source:
      'cloudbees-folder 2026-04, AbstractFolder.init: without views the folder makes its own; there are no other such fields',
    convert: (tree) => {
      const rest = without(tree, ...FREESTYLE_FIELDS, 'keepDependencies', 'concurrentBuild');
      const hasViews = (childNamed(rest, 'views')?.children.length ?? 0) > 0;
      return hasViews && childNamed(rest, 'folderViews') === undefined
        ? rest
        : without(rest, 'views', 'primaryView', 'viewsTabBar');
    },
  },
  {
    of: views,
    source: 'core 2.579, hudson.model.View.createViewFromXML: the name is that of the URL',
    convert: (tree) => (childNamed(tree, 'owner') === undefined ? without(tree, 'name') : tree),
  },
  {
    of: ['hudson.model.ListView'],
    source:
      'core 2.579, hudson.model.ListView.readResolve; a view that is configured anew adds the filter once more (as measured)',
    convert: (tree) => {
      const filter = childNamed(tree, 'statusFilter');
      const rest = without(tree, 'statusFilter');
      const filters = childNamed(rest, 'jobFilters') ?? named('jobFilters');
      const added = filter === undefined ? [] : [named(STATUS_FILTER, [filter])];
      const all = onceEach([...filters.children, ...added], STATUS_FILTER);
      if (filter === undefined && all.length === filters.children.length) return tree;
      return withChild(rest, { ...filters, text: '', children: all });
    },
  },
  {
    of: multibranch,
    source:
      'branch-api 2026-05, MultiBranchProject.init2 makes its own views; there are no other such fields',
    convert: (tree) =>
      without(
        tree,
        'canRoam',
        'scm',
        'views',
        'viewsTabBar',
        'primaryView',
        'hudson.views.DefaultViewsTabBar',
      ),
  },
  {
    of: ['hudson.plugins.git.GitSCM'],
    source: 'git 2026-08, GitSCMBackwardCompatibility.readBackExtensionsFromLegacy',
    convert: gitScmForm,
  },
  {
    of: ['jenkins.plugins.git.GitSCMSource'],
    source: 'git 2026-08, GitSCMSource.readResolve',
    convert: gitSourceForm,
  },
  {
    of: ['hudson.plugins.gradle.Gradle'],
    source: 'gradle 2026-06, Gradle.readResolve',
    convert: gradleForm,
  },
  {
    of: ['hudson.plugins.copyartifact.CopyArtifact'],
    source:
      'copyartifact 2026-07: Job DSL writes the word null into a selector without fields, XStream reads none',
    convert: (tree) => {
      const selector = childNamed(tree, 'selector');
      return selector?.text === 'null' ? withChild(tree, { ...selector, text: '' }) : tree;
    },
  },
  {
    of: ['hudson.tasks.junit.JUnitResultArchiver'],
    source:
      'junit 2026-08, JUnitResultArchiver.setKeepLongStdio (the field until 1166), StdioRetention.parse',
    convert: (tree) => {
      const keep = childNamed(tree, 'keepLongStdio');
      const retention = textOf(tree, 'stdioRetention') ?? (keep?.text === 'true' ? 'all' : undefined);
      const rest = without(tree, 'keepLongStdio');
      return retention === undefined
        ? rest
        : withChild(rest, field('stdioRetention', retention.toLowerCase()));
    },
  },
  {
    of: ['xunit', 'org.jenkinsci.plugins.xunit.XUnitPublisher'],
    source: 'xunit 2025-11, XUnitPublisher.tools: saved as `types`, read as both',
    convert: (tree) => {
      const tools = childNamed(tree, 'tools');
      const renamed =
        tools === undefined ? tree : withChild(without(tree, 'tools'), { ...tools, name: 'types' });
      return renamed.name === 'xunit' ? renamed : { ...renamed, name: 'xunit' };
    },
  },
  {
    of: ['com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper'],
    source: 'ssh-agent 2025-02, SSHAgentBuildWrapper.readResolve',
    convert: (tree) => {
      const user = textOf(tree, 'user');
      if (user === undefined) return tree;
      return { ...tree, children: [named('credentialIds', [field('string', user)])] };
    },
  },
  {
    of: ['hudson.security.AuthorizationMatrixProperty'],
    source:
      'matrix-auth 2025-08, AbstractAuthorizationPropertyConverter.unmarshalContainer, AuthorizationContainer.add',
    convert: (given) => {
      const tree = withoutForeignPermissions(given);
      const rest = without(tree, 'useProjectSecurity', 'blocksInheritance');
      if (childNamed(rest, 'inheritanceStrategy') !== undefined) return rest;
      const isBlocked = textOf(tree, 'blocksInheritance') === 'true';
      const strategy = isBlocked ? 'NonInheritingStrategy' : 'InheritParentStrategy';
      const className = `org.jenkinsci.plugins.matrixauth.inheritance.${strategy}`;
      const made: Tree = { ...named('inheritanceStrategy'), attributes: { class: className } };
      return { ...rest, children: [made, ...rest.children] };
    },
  },
  {
    of: ['org.jenkinsci.plugins.ghprb.GhprbTrigger'],
    source:
      'ghprb 2025-03, GhprbTriggerBackwardsCompatible.convertPropertiesToExtensions, GhprbTrigger.getExtensions',
    convert: ghprbForm,
  },
  {
    of: ['com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger'],
    source: 'gerrit-trigger 2026-06, GerritTrigger.readResolve, initializeServerName',
    convert: gerritForm,
  },
  {
    of: ['jenkins.branch.BranchSource'],
    source: 'branch-api 2026-05, BranchSource.getStrategy',
    convert: (tree) =>
      childNamed(tree, 'strategy') === undefined
        ? withChild(tree, {
            ...named('strategy', [{ ...named('properties'), attributes: { class: 'empty-list' } }]),
            attributes: { class: 'jenkins.branch.DefaultBranchPropertyStrategy' },
          })
        : tree,
  },
  {
    of: ['com.dabsquared.gitlabjenkins.GitLabPushTrigger'],
    source:
      'gitlab-plugin 2026-08, GitLabPushTrigger.readResolve; the rest was moved to publishers once, before 1.2',
    convert: (tree) => {
      const type = textOf(tree, 'branchFilterType') ?? '';
      const old = (textOf(tree, 'branchFilterName') ?? '').trim();
      const rest = without(
        tree,
        'branchFilterName',
        'allowAllBranches',
        'addNoteOnMergeRequest',
        'addCiMessage',
        'addVoteOnMergeRequest',
        'acceptMergeRequestOnSuccess',
      );
      return type === '' ? withChild(rest, field('branchFilterType', old === '' ? 'All' : old)) : rest;
    },
  },
  {
    of: ['hudson.plugins.build__timeout.BuildTimeoutWrapper'],
    source: 'build-timeout 2026-08, BuildTimeoutWrapper.readResolve',
    convert: timeoutForm,
  },
  {
    of: ['org.jvnet.jenkins.plugins.nodelabelparameter.NodeParameterDefinition'],
    source: 'nodelabelparameter 2026-04, NodeParameterDefinition.readResolve',
    convert: (tree) => {
      const rest = without(tree, 'ignoreOfflineNodes');
      if (childNamed(tree, 'nodeEligibility') !== undefined) return rest;
      const type = textOf(tree, 'ignoreOfflineNodes') === 'true' ? 'IgnoreOffline' : 'All';
      const className = `org.jvnet.jenkins.plugins.nodelabelparameter.node.${type}NodeEligibility`;
      return withChild(rest, { ...named('nodeEligibility'), attributes: { class: className } });
    },
  },
  {
    of: ['hudson.plugins.gradle.Gradle'],
    source: 'gradle 2026-06, Gradle.readResolve',
    convert: (tree) => {
      const isFromRoot = textOf(tree, 'fromRootBuildScriptDir') === 'true';
      const rest = without(tree, 'fromRootBuildScriptDir');
      return isFromRoot
        ? withChild(rest, field('wrapperLocation', textOf(tree, 'rootBuildScriptDir') ?? ''))
        : rest;
    },
  },
  {
    of: ['org.jenkins.plugins.lockableresources.RequiredResourcesProperty'],
    source:
      'lockable-resources 2026-08, LockableResourcesQueueTaskDispatcher: the unit counts beside a timeout',
    convert: (tree) =>
      (textOf(tree, 'lockTimeout') ?? '0') === '0' ? without(tree, 'lockTimeout', 'lockTimeoutUnit') : tree,
  },
  {
    of: ['hudson.plugins.textfinder.TextFinderPublisher'],
    source: 'text-finder 2026-08, TextFinderPublisher.readResolve',
    convert: textFinderForm,
  },
  {
    of: ['hudson.plugins.ws__cleanup.WsCleanup'],
    source: 'ws-cleanup 2026-04, WsCleanup.readResolve',
    convert: (tree) => {
      if (CLEANED.some((name) => textOf(tree, name) === 'true')) return tree;
      return CLEANED.reduce((form, name) => withChild(form, field(name, 'true')), tree);
    },
  },
  {
    of: ['email'],
    source: 'email-ext 2026, EmailType.readResolve',
    convert: (tree) => {
      const flags = Object.keys(RECIPIENTS);
      if (!flags.some((name) => childNamed(tree, name) !== undefined)) return tree;
      const added = Object.entries(RECIPIENTS).flatMap(([name, provider]) =>
        textOf(tree, name) === 'true'
          ? [named(`hudson.plugins.emailext.plugins.recipients.${provider}RecipientProvider`)]
          : [],
      );
      const providers = childNamed(tree, 'recipientProviders') ?? named('recipientProviders');
      const all = { ...providers, text: '', children: [...providers.children, ...added] };
      return withChild(without(tree, ...flags), all);
    },
  },
  {
    of: ['hudson.plugins.groovy.SystemGroovy'],
    source: 'groovy 2026-01, SystemGroovy.readResolve',
    convert: (tree) => {
      const source = childNamed(tree, 'scriptSource');
      if (source?.attributes.class !== 'hudson.plugins.groovy.FileScriptSource') return tree;
      const attributes = { class: 'hudson.plugins.groovy.FileSystemScriptSource' };
      return withChild(without(tree, 'scriptSource'), { ...source, name: 'source', attributes });
    },
  },
  {
    of: ['org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder'],
    source: 'groovy-postbuild 2026-04, GroovyPostbuildRecorder.readResolve',
    convert: (tree) => {
      const script = textOf(tree, 'groovyScript');
      if (script === undefined || childNamed(tree, 'classpath') !== undefined) return tree;
      const made = named('script', [field('script', script), field('sandbox', 'false')]);
      return withChild(without(tree, 'groovyScript'), made);
    },
  },
  {
    of: ['jenkins.plugins.nodejs.NodeJSBuildWrapper', 'jenkins.plugins.nodejs.NodeJSCommandInterpreter'],
    source: 'nodejs 2025-11, NodeJSBuildWrapper.readResolve',
    convert: (tree) =>
      childNamed(tree, 'cacheLocationStrategy') === undefined
        ? withChild(tree, {
            ...named('cacheLocationStrategy'),
            attributes: { class: 'jenkins.plugins.nodejs.cache.DefaultCacheLocationLocator' },
          })
        : tree,
  },
];

/** Fields that say nothing: the class does not have them any more, or sets them before it looks at them. */
export const goneFields: readonly {
  readonly of: string;
  readonly source: string;
  readonly fields: readonly string[];
}[] = [
  {
    of: 'org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition',
    source: 'workflow-cps 2026-08: a script of a repository is always in the sandbox',
    fields: ['sandbox'],
  },
  {
    of: 'hudson.plugins.plot.Plot',
    source: 'plot 2026-08, Plot.setWidth and setHeight: by each request',
    fields: ['width', 'height'],
  },
  {
    of: 'hudson.plugins.build_timeout.impl.LikelyStuckTimeOutStrategy',
    source: 'build-timeout 2026-08',
    fields: ['timeoutMinutes'],
  },
  {
    of: 'jenkins.plugins.shiningpanda.builders.VirtualenvBuilder',
    source: 'shiningpanda 2018-07',
    fields: ['useDistribute'],
  },
  {
    of: 'hudson.plugins.copyartifact.CopyArtifact',
    source: 'copyartifact 2026-07: the field is called `excludes`',
    fields: ['exclude'],
  },
  {
    of: 'hudson.plugins.robot.RobotPublisher',
    source: 'robot 2026-03',
    fields: ['logFileLink', 'onlyCritical'],
  },
];

/** The old forms by the name or class of the element. */
export const oldForms: ReadonlyMap<string, readonly OldForm[]> = byName([
  ...allOldForms,
  ...goneFields.map(({ of, source, fields }) => ({
    of: [of],
    source,
    convert: (tree: Tree) => without(tree, ...fields),
  })),
]);

function byName(forms: readonly OldForm[]): ReadonlyMap<string, readonly OldForm[]> {
  const names = new Set(forms.flatMap((form) => form.of));
  return new Map([...names].map((name) => [name, forms.filter((form) => form.of.includes(name))]));
}

/** Returns elements without those of a name that say what an earlier one says. */
function onceEach(trees: readonly Tree[], name: string): readonly Tree[] {
  const seen = new Set<string>();
  return trees.filter(
    (tree) => tree.name !== name || seen.size < seen.add(JSON.stringify(tree.children)).size,
  );
}

/** Rights on what can be no job: `Item.CREATE` and those of views have the scope of a group of items (core 2.579). */
const NOT_OF_JOBS =
  /^(?:(?:USER|GROUP|EITHER):)?hudson\.model\.(?:Item\.Create|(?:View|Hudson|Computer)\.\w+):/;

/** Rights that do not apply to jobs are left out, with a warning in the log. */
function withoutForeignPermissions(tree: Tree): Tree {
  const children = tree.children.filter(({ name, text }) => name !== 'permission' || !NOT_OF_JOBS.test(text));
  return children.length === tree.children.length ? tree : { ...tree, children };
}

/** The place of the wrapper was one of two flags' business; what is passed was one choice for both ways. */
function gradleForm(tree: Tree): Tree {
  const isFromRoot = textOf(tree, 'fromRootBuildScriptDir') === 'true';
  const passes = textOf(tree, 'passAsProperties');
  const rest = without(tree, 'fromRootBuildScriptDir', 'passAsProperties');
  const located = isFromRoot
    ? withChild(rest, field('wrapperLocation', textOf(tree, 'rootBuildScriptDir') ?? ''))
    : rest;
  if (passes === undefined) return located;
  const name = passes === 'true' ? 'passAllAsProjectProperties' : 'passAllAsSystemProperties';
  return withChild(located, field(name, 'true'));
}

/** Adds a property of a job unless there is one of its class. */
function withProperty(tree: Tree, property: Tree): Tree {
  const properties = childNamed(tree, 'properties') ?? named('properties');
  if (childNamed(properties, property.name) !== undefined) return tree;
  return withChild(tree, { ...properties, text: '', children: [...properties.children, property] });
}

/** Messages and the context of the status were fields before version 1 and became extensions. */
function ghprbForm(tree: Tree): Tree {
  const extensions = childNamed(tree, 'extensions');
  const version = Number(textOf(tree, 'configVersion') ?? '0');
  const context = textOf(tree, 'commitStatusContext') ?? '';
  const messages = [
    ['FAILURE', textOf(tree, 'msgFailure') ?? ''],
    ['SUCCESS', textOf(tree, 'msgSuccess') ?? ''],
  ].flatMap(([result = '', message = '']) =>
    message === ''
      ? []
      : [
          named('org.jenkinsci.plugins.ghprb.extensions.comments.GhprbBuildResultMessage', [
            field('message', message),
            field('result', result),
          ]),
        ],
  );
  const file = textOf(tree, 'commentFilePath') ?? '';
  const made = [
    ...(version < 1 || extensions === undefined
      ? [named(SIMPLE_STATUS, context === '' ? [] : [field('commitStatusContext', context)])]
      : []),
    ...(file === ''
      ? []
      : [
          named('org.jenkinsci.plugins.ghprb.extensions.comments.GhprbCommentFile', [
            field('commentFilePath', file),
          ]),
        ]),
    ...(messages.length === 0
      ? []
      : [
          named('org.jenkinsci.plugins.ghprb.extensions.comments.GhprbBuildStatus', [
            named('messages', messages),
          ]),
        ]),
  ];
  const known = extensions ?? named('extensions');
  const added = made.filter(({ name }) => childNamed(known, name) === undefined);
  const rest = without(tree, 'commitStatusContext', 'msgFailure', 'msgSuccess', 'commentFilePath');
  if (added.length === 0 && rest.children.length === tree.children.length && version === 3) return tree;
  return withChild(withChild(rest, field('configVersion', '3')), {
    ...known,
    text: '',
    children: [...known.children, ...added],
  });
}

/** Modes of parameters were flags. Which events a trigger without any has depends on the server: they stay as they are. */
function gerritForm(tree: Tree): Tree {
  const isOn = (name: string) => textOf(tree, name) === 'true';
  const added = [
    field('commitMessageParameterMode', isOn('readableMessage') ? 'PLAIN' : 'BASE64'),
    field('nameAndEmailParameterMode', isOn('noNameAndEmailParameters') ? 'NONE' : 'PLAIN'),
    field('serverName', '__ANY__'),
  ].filter(({ name }) => childNamed(tree, name) === undefined);
  return added.reduce(withChild, without(tree, 'readableMessage', 'noNameAndEmailParameters'));
}

const TEXT_FINDER = ['regexp', 'fileSet', 'succeedIfFound', 'unstableIfFound', 'notBuiltIfFound'] as const;

/** What is looked for was one text before 1.13, with a flag for each result. */
function textFinderForm(tree: Tree): Tree {
  const regexp = textOf(tree, 'regexp');
  const files = textOf(tree, 'fileSet') ?? '';
  const isOn = (name: string) => textOf(tree, name) === 'true';
  if (regexp === undefined) return tree;
  const result = isOn('notBuiltIfFound') ? 'NOT_BUILT' : isOn('unstableIfFound') ? 'UNSTABLE' : 'FAILURE';
  const finder = named('hudson.plugins.textfinder.TextFinder', [
    field('regexp', regexp),
    ...(files === '' ? [] : [field('fileSet', files)]),
    field('buildResult', result),
    field('changeCondition', isOn('succeedIfFound') ? 'MATCH_NOT_FOUND' : 'MATCH_FOUND'),
    field('alsoCheckConsoleOutput', String(isOn('alsoCheckConsoleOutput'))),
  ]);
  return withChild(without(tree, ...TEXT_FINDER, 'alsoCheckConsoleOutput'), named('textFinders', [finder]));
}

/** What stops a build was fields of the wrapper before version 1.12. */
function timeoutForm(tree: Tree): Tree {
  const isElastic = textOf(tree, 'timeoutType')?.toLowerCase() === 'elastic';
  const isStuck = textOf(tree, 'timeoutType')?.toLowerCase() === 'likelystuck';
  const known = childNamed(tree, 'strategy');
  const operations = childNamed(tree, 'operationList');
  const rest = without(
    tree,
    'timeoutMinutes',
    'timeoutPercentage',
    'timeoutType',
    'timeoutMinutesElasticDefault',
    'failBuild',
    'writingDescription',
  );
  if (known !== undefined && operations !== undefined) return rest;
  // The text of a description is made in the language of Jenkins.
  if (operations === undefined && textOf(tree, 'writingDescription') === 'true') return tree;
  const strategy = (name: string, ...fields: readonly Tree[]): Tree => ({
    ...named('strategy', fields),
    attributes: { class: `hudson.plugins.build_timeout.impl.${name}TimeOutStrategy` },
  });
  const made = isElastic
    ? strategy(
        'Elastic',
        field('timeoutPercentage', textOf(tree, 'timeoutPercentage') ?? '0'),
        field('timeoutMinutesElasticDefault', textOf(tree, 'timeoutMinutesElasticDefault') ?? '60'),
        field('numberOfBuilds', '3'),
      )
    : isStuck
      ? strategy('LikelyStuck')
      : (known ?? strategy('Absolute', field('timeoutMinutes', textOf(tree, 'timeoutMinutes') ?? '0')));
  const end = textOf(tree, 'failBuild') === 'true' ? 'Fail' : 'Abort';
  const added = named('operationList', [named(`hudson.plugins.build__timeout.operations.${end}Operation`)]);
  return withChild(withChild(rest, made), operations ?? added);
}

/** Our names by those that Job Builder, Job DSL and Jenkins have for the same; `plainName` says which letters count. */
type Names = Readonly<Record<string, string>>;

/**
 * Things of jobs.bitesize, by the entry that they are things of, under their names elsewhere. Names that differ in `-`,
 * `_` and capital letters alone are not listed.
 */
const things: Readonly<Record<string, Names>> = {
  JobBuilder: {
    sh: 'shell',
    bat: 'batch',
    batchFile: 'batch',
    'execute-shell': 'shell',
    mvn: 'maven',
    'maven-target': 'maven',
    'maven-builder': 'maven',
    copyartifact: 'copy-artifacts',
    'trigger-builds': 'trigger',
    downstreamParameterized: 'trigger',
    'config-file-provider': 'config-file',
    configFiles: 'config-file',
    'inject-env-vars': 'inject',
    environmentVariables: 'inject',
    conditionalSteps: 'conditional-step',
    phase: 'multijob',
    groovyCommand: 'groovy',
    groovyScriptFile: 'groovy',
    systemGroovyCommand: 'system-groovy',
    systemGroovyScriptFile: 'system-groovy',
    virtualenv: 'shining-panda',
    customPythonBuilder: 'shining-panda',
    pythonBuilder: 'shining-panda',
    'build-publish-docker-image': 'docker-build-publish',
    dockerBuildAndPublish: 'docker-build-publish',
    buildDescription: 'description-setter',
    'publish-over-ssh': 'ssh',
    publishOverSsh: 'ssh',
    raw: 'xml',
    configure: 'xml',
  },
  JobPublisher: {
    artifacts: 'archive',
    archiveArtifacts: 'archive',
    'archive-artifacts': 'archive',
    archiveJunit: 'junit',
    archiveXUnit: 'xunit',
    publishHtml: 'html-publisher',
    html: 'html-publisher',
    mailer: 'email',
    mail: 'email',
    claim: 'claim-build',
    allowBrokenBuildClaiming: 'claim-build',
    gitLabCommitStatusPublisher: 'gitlab-notifier',
    gitLabVotePublisher: 'gitlab-vote',
    gitLabMessagePublisher: 'gitlab-message',
    tapPublisher: 'tap',
    extendedEmail: 'email-ext',
    slackNotifier: 'slack',
    downstream: 'trigger',
    downstreamParameterized: 'trigger-parameterized-builds',
    'trigger-builds': 'trigger-parameterized-builds',
    wsCleanup: 'workspace-cleanup',
    cleanWs: 'workspace-cleanup',
    postBuildScripts: 'postbuildscript',
    postBuildTask: 'post-tasks',
    'publish-over-ssh': 'ssh',
    publishOverSsh: 'ssh',
    warnings: 'warnings-ng',
    recordIssues: 'warnings-ng',
    recordCoverage: 'coverage',
    jacocoCodeCoverage: 'jacoco',
    publishRobotFrameworkReports: 'robot',
    retryBuild: 'naginator',
    buildDescription: 'description-setter',
    plotBuildData: 'plot',
    irc: 'ircbot',
    'github-notifier': 'github-commit-status',
    githubCommitNotifier: 'github-commit-status',
    gitHubSetCommitStatus: 'github-commit-status',
    gitPublisher: 'git',
    raw: 'xml',
    configure: 'xml',
  },
  JobWrapper: {
    timestamper: 'timestamps',
    colorizeOutput: 'ansicolor',
    colors: 'ansicolor',
    colours: 'ansicolor',
    'build-timeout': 'timeout',
    'ssh-agent-credentials': 'ssh-agent',
    'config-file-provider': 'config-file',
    configFiles: 'config-file',
    withCredentials: 'credentials-binding',
    environmentVariables: 'inject',
    'env-inject': 'inject',
    environment: 'inject',
    preBuildCleanup: 'workspace-cleanup',
    locks: 'exclusion',
    buildNameSetter: 'build-name',
    buildInDocker: 'docker',
    'docker-custom-build-env': 'docker',
    preScmSteps: 'pre-scm-buildstep',
    deliveryPipelineVersion: 'delivery-pipeline',
    'nodejs-installator': 'nodejs',
    allocatePorts: 'port-allocator',
    goTools: 'golang',
    raw: 'xml',
    configure: 'xml',
  },
  JobTrigger: {
    cron: 'timed',
    periodic: 'timed',
    schedule: 'timed',
    scm: 'pollscm',
    poll: 'pollscm',
    reverse: 'upstream',
    githubPush: 'github',
    gitlabPush: 'gitlab',
    bitbucketPush: 'bitbucket',
    ghprb: 'github-pull-request',
    githubPullRequests: 'github-pull-request',
    gerritTrigger: 'gerrit',
    genericTrigger: 'generic-webhook',
    genericWebhookTrigger: 'generic-webhook',
    parameterizedCron: 'parameterized-timed',
    parameterizedTimer: 'parameterized-timed',
    urlTrigger: 'pollurl',
    raw: 'xml',
    configure: 'xml',
  },
  JobParameter: {
    str: 'string',
    stringParam: 'string',
    boolean: 'bool',
    booleanParam: 'bool',
    choiceParam: 'choice',
    textParam: 'text',
    passwordParam: 'password',
    nonStoredPasswordParam: 'non-stored-password',
    labelParam: 'label',
    nodeParam: 'node',
    fileParam: 'file',
    runParam: 'run',
    credentialsParam: 'credentials',
    gitParam: 'git-parameter',
    git: 'git-parameter',
    hiddenParam: 'hidden',
    wHideParameter: 'hidden',
    activeChoice: 'active-choices',
    activeChoiceParam: 'active-choices',
    activeChoiceReactiveParam: 'active-choices-reactive',
    cascadeChoice: 'active-choices-reactive',
    activeChoiceReactiveReferenceParam: 'dynamic-reference',
    matrixCombinationsParam: 'matrix-combinations',
    raw: 'xml',
    configure: 'xml',
  },
  JobProperty: {
    logRotator: 'build-discarder',
    logrotate: 'build-discarder',
    discardOldBuilds: 'build-discarder',
    disableConcurrentBuilds: 'disable-concurrent',
    rateLimitBuilds: 'rate-limit',
    throttleConcurrentBuilds: 'throttle',
    throttleConcurrents: 'throttle',
    blockOn: 'build-blocker',
    githubProject: 'github',
    githubProjectUrl: 'github',
    gitlabConnection: 'gitlab',
    weight: 'heavy-job',
    prioritySorter: 'priority',
    sidebarLinks: 'sidebar',
    authorizationMatrix: 'authorization',
    environmentVariables: 'inject',
    envInject: 'inject',
    deliveryPipelineConfiguration: 'delivery-pipeline',
    rebuilder: 'rebuild',
    raw: 'xml',
    configure: 'xml',
  },
  JobScm: {
    github: 'git',
    gitSCM: 'git',
    subversion: 'svn',
    mercurial: 'hg',
    nullSCM: 'none',
    raw: 'xml',
    configure: 'xml',
  },
  JobGitExtension: {
    clone: 'clone-options',
    shallowClone: 'clone-options',
    cloneOption: 'clone-options',
    submodule: 'submodule-options',
    submoduleOption: 'submodule-options',
    clean: 'clean-before-checkout',
    wipeWorkspace: 'wipe-out-workspace',
    basedir: 'relative-target-directory',
    prune: 'prune-branches',
    ignoreNotify: 'ignore-notify-commit',
    gitLfsPull: 'lfs-pull',
    checkoutLocalBranch: 'local-branch',
    merge: 'merge-options',
    userIdentity: 'user-identity',
    sparseCheckoutPaths: 'sparse-checkout',
    pathRestrictions: 'path-restriction',
  },
  JobGerritEvent: {
    'patchset-created-event': 'patchset-created',
    'change-merged-event': 'change-merged',
    'change-abandoned-event': 'change-abandoned',
    'change-restored-event': 'change-restored',
    'comment-added-event': 'comment-added',
    'comment-added-contains-event': 'comment-added-contains',
    'draft-published-event': 'draft-published',
    'ref-updated-event': 'ref-updated',
    'topic-changed-event': 'topic-changed',
    'hashtags-changed-event': 'hashtags-changed',
    'private-state-changed-event': 'private-state-changed',
    'wip-state-changed-event': 'wip-state-changed',
  },
  JobColumn: {
    job: 'name',
    jobName: 'name',
    'build-status': 'status',
    lastBuildButton: 'build-button',
    buildButtonColumn: 'build-button',
    description: 'desc',
  },
  JobFolderTrigger: {
    cron: 'timed',
    'periodic-folder-trigger': 'periodic',
    periodicFolderTrigger: 'periodic',
    genericTrigger: 'webhook',
    multibranchWebhookTrigger: 'webhook',
  },
  JobBinding: {
    string: 'text',
    'secret-text': 'text',
    usernamePasswordSeparate: 'username-password-separated',
    sshUserPrivateKey: 'ssh-user-private-key',
    aws: 'amazon-web-services',
    zipFile: 'zip-file',
  },
  JobAxis: { text: 'user-defined', user: 'user-defined', configurationAxis: 'user-defined', label: 'slave' },
};

/** Fields of jobs and views under their names elsewhere; those of a kind that has them. */
const fieldsOfJobs: Names = {
  node: 'label',
  assignedNode: 'label',
  restrict: 'label',
  'view-type': 'kind',
  type: 'kind',
  dsl: 'script',
  definition: 'script',
  jenkinsfile: 'script_path',
  inlineDefinitionBranchProjectFactory: 'inline_pipeline',
  inlineDefinitionMultiBranchProjectFactory: 'inline_pipeline',
  remoteJenkinsFileWorkflowBranchProjectFactory: 'remote_jenkinsfile',
  remoteJenkinsFileWorkflowMultiBranchProjectFactory: 'remote_jenkinsfile',
  scriptFile: 'file',
  'pipeline-scm': 'scm',
  scms: 'scm',
  customWorkspace: 'workspace',
  concurrentBuild: 'concurrent',
  blockOnDownstreamProjects: 'block_downstream',
  blockBuildWhenDownstreamBuilding: 'block_downstream',
  blockOnUpstreamProjects: 'block_upstream',
  blockBuildWhenUpstreamBuilding: 'block_upstream',
  scmCheckoutRetryCount: 'retry_count',
  authenticationToken: 'auth_token',
  lightweightCheckout: 'lightweight',
  steps: 'builders',
  build: 'builders',
  post: 'publishers',
  'post-build': 'publishers',
  'branch-sources': 'sources',
  scm: 'sources',
  orphanedItemStrategy: 'orphaned_items',
  healthMetric: 'health_metrics',
  axis: 'axes',
  executionStrategy: 'combination_filter',
  runSequentially: 'sequential',
  'job-name': 'jobs',
  jobNames: 'jobs',
  'include-regex': 'regex',
  includeRegex: 'regex',
};

/** Fields of the things of jobs.bitesize under their names elsewhere; those of a thing that has them. */
const fieldsOfThings: Names = {
  'credentials-id': 'credentials',
  'credential-id': 'credentials',
  credential: 'credentials',
  remote: 'url',
  markerFile: 'marker',
  localMarker: 'marker',
  remoteJenkinsFile: 'path',
  remoteJenkinsFileSCM: 'scm',
  'repo-url': 'url',
  repository: 'repo',
  owner: 'repo_owner',
  branch: 'branches',
  cron: 'schedule',
  spec: 'schedule',
  daysToKeepStr: 'days_to_keep',
  numToKeepStr: 'num_to_keep',
  artifactDaysToKeepStr: 'artifact_days_to_keep',
  artifactNumToKeepStr: 'artifact_num_to_keep',
  numberToKeep: 'num_to_keep',
  allowEmptyArchive: 'allow_empty',
  onlyIfSuccessful: 'only_if_success',
  pattern: 'artifacts',
  testResults: 'results',
  'project-pattern': 'pattern',
  'branch-pattern': 'pattern',
  'project-compare-type': 'compare_type',
  'branch-compare-type': 'compare_type',
  usernameVariable: 'username',
  passwordVariable: 'password',
  'comment-contains': 'comment_contains_value',
  projectName: 'project',
  projects: 'project',
  'upstream-projects': 'jobs',
  threshold: 'result',
  users: 'credentials',
  'blocking-job-list': 'blocking_jobs',
  defaultValue: 'default',
  recipientList: 'recipients',
  'default-subject': 'subject',
  'default-content': 'body',
  'default-body': 'body',
  fileId: 'file_id',
  'maven-name': 'maven_version',
  'max-concurrent-total': 'max_total',
  maxConcurrentTotal: 'max_total',
  maxConcurrentPerNode: 'max_per_node',
};

/** What is said in another way here, or cannot be said, by the object that people write it into; `kinds` are kinds. */
const places: Readonly<Record<string, readonly ElsewhereInSpec[]>> = {
  JobAxis: [
    {
      names: ['axis', 'type'],
      help: 'write `- user-defined: { name: DATABASE, values: [postgres, mysql] }`',
    },
    {
      names: ['groovy', 'groovyAxis'],
      help: 'the plugin GroovyAxis is not in the update centre any more: `dynamic` takes its values from a variable',
    },
  ],
  ConditionalStepBuilder: [
    {
      names: ['condition-kind', 'condition-expression', 'condition-command', 'runCondition', 'kind'],
      help: 'write the kind of the condition below `condition`: `condition: { boolean-expression: $SLOW }`',
    },
  ],
  fieldsOfJobs: [
    {
      names: ['logRotator', 'logrotate', 'buildDiscarder', 'numToKeep', 'numberToKeep', 'daysToKeep'],
      beside: 'properties',
      help: 'write `- build-discarder: { num_to_keep: 30 }` below `properties`',
    },
    {
      names: ['numToKeep', 'numberToKeep', 'daysToKeep', 'pruneDeadBranches', 'logRotator'],
      beside: 'orphaned_items',
      help: 'write `orphaned_items: { days_to_keep: 7, num_to_keep: 20 }`',
    },
    { names: ['defaults'], help: '`defaults` stand once, beside `jobs`, with the fields of each kind' },
    {
      names: ['periodicFolderTrigger', 'periodic'],
      beside: 'triggers',
      help: 'write `- periodic: 1d` below `triggers`',
    },
    { names: ['cron', 'timed'], beside: 'triggers', help: 'write `- timed: H 3 * * *` below `triggers`' },
    {
      names: ['disableConcurrentBuilds'],
      beside: 'concurrent',
      help: 'one build runs at a time unless the job says `concurrent: true`',
    },
    {
      names: ['githubProjectUrl', 'githubProject'],
      beside: 'properties',
      help: 'write `- github: URL` below `properties`',
    },
    {
      names: ['environment', 'env', 'environmentVariables'],
      beside: 'wrappers',
      help: 'write `- inject: ...` below `wrappers`',
    },
    { names: ['projectType'], beside: 'kind', help: '`kind` says what it is' },
    { names: ['git'], beside: 'scm', help: 'write `- git: URL` below `scm`' },
  ],
  JobWrapper: [
    {
      names: ['rbenv', 'rbenvWrapper'],
      help: rubyWrapper('rbenv', 'eval "$(rbenv init -)"'),
    },
    {
      names: ['rvm', 'rvmEnv', 'rvmWrapper'],
      help: rubyWrapper('rvm', 'source ~/.rvm/scripts/rvm'),
    },
    {
      names: ['pyenv', 'pyenvWrapper'],
      help: rubyWrapper('pyenv', 'eval "$(pyenv init -)"'),
    },
    {
      names: ['jclouds', 'jcloudsWrapper'],
      help: 'it has no word here: write `- xml: <jenkins.plugins.jclouds.compute.JCloudsOneOffSlave/>` for agents that are used once',
    },
  ],
  JobTrigger: [
    {
      names: ['jmsMessaging', 'ciBuildTrigger'],
      help: 'it has no word here: write `- xml: <com.redhat.jenkins.plugins.ci.CIBuildTrigger>...`',
    },
  ],
  JobPublisher: [
    ...(
      [
        [['checkstyle'], 'checkStyle'],
        [['findbugs'], 'findBugs'],
        [['pmd'], 'pmdParser'],
        [['dry'], 'cpd'],
        [['ccm'], 'ccm'],
        [['cppcheck', 'publishCppcheck'], 'cppCheck'],
        [['scanBuild', 'publishScanBuild', 'clangScanBuild'], 'clangAnalyzer'],
      ] as const
    ).map(([names, tool]) => ({
      names,
      help: `its plugin is no longer maintained: write \`- warnings-ng: [${tool}]\``,
    })),
    {
      names: ['mavenDeploy', 'deployArtifacts'],
      help: 'it works in Maven jobs only: deploy in a step, `- maven: { goals: deploy }` below `builders`',
    },
    {
      names: ['conditionalPublisher', 'flexiblePublish'],
      help: 'write `- postbuildscript: ...` with the results that its steps run for, or `- xml: ...`',
    },
  ],
  kinds: [
    {
      names: ['all', 'allView'],
      help: 'Jenkins makes the view of all jobs itself; a list of them is `kind: list-view` with `regex: .*`',
    },
    {
      names: ['my', 'myView'],
      help: 'write `kind: list-view` with `job_filters: [{ user-permissions: { configure: true } }]`, which shows what the reader may change',
    },
    {
      names: ['maven', 'mavenJob', 'maven2-moduleset'],
      help: 'write `kind: freestyle` with `builders: [{ maven: ... }]`, or `kind: xml`',
    },
    {
      names: ['externalJob', 'external-job'],
      help: 'it has no word here: write `kind: xml` with the job in `xml` or `xml_file`',
    },
  ],
  GitScm: [
    {
      names: ['shallowClone', 'shallow', 'depth', 'timeout', 'referenceRepo'],
      help: 'write `- clone-options: ...` below `extensions`',
    },
    { names: ['submodule', 'submodules'], help: 'write `- submodule-options: ...` below `extensions`' },
    {
      names: ['wipeWorkspace', 'wipeOutWorkspace'],
      help: 'write `- wipe-out-workspace` below `extensions`',
    },
    { names: ['clean'], help: 'write `- clean-before-checkout` below `extensions`' },
    { names: ['prune'], help: 'write `- prune-branches` below `extensions`' },
    {
      names: ['basedir', 'relativeTargetDir'],
      help: 'write `- relative-target-directory: PATH` below `extensions`',
    },
    { names: ['choosingStrategy'], help: 'write `- choosing-strategy: ...` below `extensions`' },
    { names: ['localBranch'], help: 'write `- local-branch: NAME` below `extensions`' },
    { names: ['ignoreNotify'], help: 'write `- ignore-notify-commit` below `extensions`' },
    {
      names: ['skipTag', 'perBuildTag'],
      help: 'no build sets a tag unless `extensions` has `per-build-tag`',
    },
  ],
  HtmlPublisherPublisher: [
    {
      names: ['name', 'dir', 'files', 'keepAll', 'allowMissing', 'linkToLastBuild'],
      help: 'write each report as an entry of `reports`',
    },
  ],
  EmailExtPublisher: [
    {
      names: [
        'always',
        'success',
        'unstable',
        'failure',
        'fixed',
        'aborted',
        'regression',
        'notBuilt',
        'firstFailure',
        'firstUnstable',
        'stillFailing',
        'stillUnstable',
        'statusChanged',
        'improvement',
        'preBuild',
      ],
      help: 'write `triggers: [failure, fixed]`, with what a mail is sent on',
    },
  ],
};

/** These plugins are written in Ruby: none of their classes is one of Java, and the update centre has withdrawn them. */
function rubyWrapper(plugin: string, command: string): string {
  return `the plugin ${plugin} is not in the update centre any more: begin a step with \`${command}\`, or write \`- xml: ...\``;
}

/** Something that a spec says in another place than other tools, or that has no word. */
interface ElsewhereInSpec {
  readonly names: readonly string[];
  /** A field that the object must have, for the help to be about it. */
  readonly beside?: string;
  readonly help: string;
}

/** Kinds of jobs and views under their names elsewhere. */
const kinds: Names = {
  job: 'freestyle',
  project: 'freestyle',
  'free-style-project': 'freestyle',
  freeStyleJob: 'freestyle',
  workflow: 'pipeline',
  'workflow-job': 'pipeline',
  pipelineJob: 'pipeline',
  flow: 'pipeline',
  matrixJob: 'matrix',
  'matrix-project': 'matrix',
  'multi-configuration': 'matrix',
  'workflow-multibranch': 'multibranch',
  multibranchPipelineJob: 'multibranch',
  multibranchPipeline: 'multibranch',
  organizationFolder: 'organization',
  list: 'list-view',
  nested: 'nested-view',
  dashboard: 'dashboard-view',
  'build-pipeline': 'build-pipeline-view',
  'pipeline-view': 'build-pipeline-view',
  'delivery-pipeline': 'delivery-pipeline-view',
  sectioned: 'sectioned-view',
  categorized: 'categorized-view',
  categorizedJobsView: 'categorized-view',
  raw: 'xml',
  config: 'xml',
};

/** The tables by what they are about, with names as they are looked up. */
const tables: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({ ...things, kinds, fieldsOfJobs, fieldsOfThings }).map(([about, names]) => [
    about,
    new Map(Object.entries(names).map(([name, ours]) => [plainName(name), ours])),
  ]),
);

/** Names that have another place, or no word, by the object: what they are called elsewhere. */
export const foreignJobPlaces: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(places).map(([object, entries]) => [object, entries.flatMap(({ names }) => names)]),
);

/** All tables: what they are about, and our names by the foreign ones. */
export const foreignJobNames: Readonly<Record<string, Names>> = {
  ...things,
  kinds,
  fieldsOfJobs,
  fieldsOfThings,
};

/** Returns a name without what its spelling is a matter of taste in: `-`, `_`, blanks and capital letters. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/**
 * Returns which of the known names is meant by one that is written as another tool writes it: `numToKeep`,
 * `maven-target`. `definition` names the object that it stands in; undefined when nobody is known to write it there.
 */
export function nameElsewhere(
  name: string,
  definition: string | undefined,
  known: readonly string[],
): string | undefined {
  const plain = plainName(name);
  const same = known.find((each) => plainName(each) === plain);
  if (same !== undefined || definition === undefined) return same;
  const own = things[definition] === undefined ? aboutOf(definition) : definition;
  const ours = tables.get(own)?.get(plain);
  return ours !== undefined && known.includes(ours) ? ours : undefined;
}

function aboutOf(definition: string): string {
  return /(Item|Defaults)$/.test(definition) ? 'fieldsOfJobs' : 'fieldsOfThings';
}

/** Returns how a spec says what another tool says by this name in such an object, or among the `kinds`. */
export function placeElsewhere(
  name: string,
  definition: string | undefined,
  known: readonly string[],
): string | undefined {
  if (definition === undefined) return undefined;
  const plain = plainName(name);
  const found = (places[definition] ?? places[aboutOf(definition)] ?? []).find(
    ({ names, beside }) =>
      names.some((each) => plainName(each) === plain) && (beside === undefined || known.includes(beside)),
  );
  return found?.help;
}

/** Returns the kind that is meant by one that is written as another tool writes it. */
export function kindElsewhere(kind: string, known: readonly string[]): string | undefined {
  const plain = plainName(kind);
  const ours = known.find((each) => plainName(each) === plain) ?? tables.get('kinds')?.get(plain);
  return ours !== undefined && known.includes(ours) ? ours : undefined;
}

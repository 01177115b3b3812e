// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:25
freeStyleJob('nightly/full') {
    description('Builds and tests everything.')
    label('linux && docker')
    scm {
        git {
            remote {
                url('git@git.acme.dev:shop/shop.git')
                credentials('deploy-key')
            }
            branch('main')
            extensions {
                cloneOptions {
                    shallow(true)
                    depth(1)
                    noTags(false)
                    honorRefspec(false)
                    reference('')
                }
                wipeOutWorkspace()
            }
        }
    }
    disabled(false)
    concurrentBuild(false)
    parameters {
        stringParam('BRANCH', 'main', 'Branch that is built.')
        choiceParam('DATABASE', ['postgres', 'mysql'])
        booleanParam('SLOW_TESTS', true)
    }
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('-1')
                    numToKeepStr('30')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('-1')
                    removeLastBuild(false)
                }
            }
        }
    }
    triggers {
        cron('H 3 * * 1-5')
        upstream('/platform/base-image', 'UNSTABLE')
    }
    wrappers {
        timestamps()
        colorizeOutput('xterm')
    }
    steps {
        shell('make all test DATABASE="$DATABASE"')
    }
    publishers {
        archiveArtifacts {
            pattern('dist/*.tar.gz')
            allowEmpty(false)
            onlyIfSuccessful(true)
            fingerprint(true)
            defaultExcludes(true)
        }
        downstream('compatibility', 'SUCCESS')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node0.appendNode('trim', 'false')
        }
        for (node2 in project.get('builders')) {
            def node3 = node2.appendNode('org.jenkinsci.plugins.conditionalbuildstep.singlestep.SingleConditionalBuilder')
            def node4 = node3.appendNode('condition', ['class': 'org.jenkins_ci.plugins.run_condition.core.BooleanCondition'])
            node4.appendNode('token', '$SLOW_TESTS')
            def node6 = node3.appendNode('buildStep', ['class': 'hudson.tasks.Shell'])
            node6.appendNode('command', 'make slow-test')
            node6.appendNode('configuredLocalRules')
            node3.appendNode('runner', ['class': 'org.jenkins_ci.plugins.run_condition.BuildStepRunner$Fail'])
        }
        for (node10 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node10.appendNode('configuredLocalRules')
        }
        for (node12 in project.get('publishers')) {
            def node13 = node12.appendNode('hudson.tasks.junit.JUnitResultArchiver')
            node13.appendNode('testResults', '**/TEST-*.xml')
            node13.appendNode('keepProperties', 'false')
            node13.appendNode('keepTestNames', 'false')
            node13.appendNode('testDataPublishers')
            node13.appendNode('healthScaleFactor', '1.0')
            node13.appendNode('allowEmptyResults', 'false')
            node13.appendNode('skipPublishingChecks', 'false')
            node13.appendNode('skipMarkingBuildUnstable', 'false')
            node13.appendNode('skipOldReports', 'false')
            node12.children().add(0, node12.children().remove(node12.children().size() - 1))
            def node23 = node12.appendNode('hudson.plugins.emailext.ExtendedEmailPublisher')
            node23.appendNode('recipientList', 'shop@acme.dev')
            def node25 = node23.appendNode('configuredTriggers')
            def node26 = node25.appendNode('hudson.plugins.emailext.plugins.trigger.FirstFailureTrigger')
            def node27 = node26.appendNode('email')
            node27.appendNode('recipientList')
            node27.appendNode('subject', '$PROJECT_DEFAULT_SUBJECT')
            node27.appendNode('body', '$PROJECT_DEFAULT_CONTENT')
            def node31 = node27.appendNode('recipientProviders')
            node31.appendNode('hudson.plugins.emailext.plugins.recipients.ListRecipientProvider')
            node27.appendNode('attachmentsPattern')
            node27.appendNode('attachBuildLog', 'false')
            node27.appendNode('compressBuildLog', 'false')
            node27.appendNode('replyTo', '$PROJECT_DEFAULT_REPLYTO')
            node27.appendNode('contentType', 'project')
            node26.appendNode('failureCount', '0')
            def node39 = node25.appendNode('hudson.plugins.emailext.plugins.trigger.FixedTrigger')
            def node40 = node39.appendNode('email')
            node40.appendNode('recipientList')
            node40.appendNode('subject', '$PROJECT_DEFAULT_SUBJECT')
            node40.appendNode('body', '$PROJECT_DEFAULT_CONTENT')
            def node44 = node40.appendNode('recipientProviders')
            node44.appendNode('hudson.plugins.emailext.plugins.recipients.ListRecipientProvider')
            node40.appendNode('attachmentsPattern')
            node40.appendNode('attachBuildLog', 'false')
            node40.appendNode('compressBuildLog', 'false')
            node40.appendNode('replyTo', '$PROJECT_DEFAULT_REPLYTO')
            node40.appendNode('contentType', 'project')
            node23.appendNode('contentType', 'default')
            node23.appendNode('defaultSubject', '$DEFAULT_SUBJECT')
            node23.appendNode('defaultContent', '$DEFAULT_CONTENT')
            node23.appendNode('attachmentsPattern')
            node23.appendNode('presendScript', '$DEFAULT_PRESEND_SCRIPT')
            node23.appendNode('postsendScript', '$DEFAULT_POSTSEND_SCRIPT')
            node23.appendNode('attachBuildLog', 'true')
            node23.appendNode('compressBuildLog', 'false')
            node23.appendNode('replyTo', '$DEFAULT_REPLYTO')
            node23.appendNode('from', '')
            node23.appendNode('saveOutput', 'false')
            node23.appendNode('disabled', 'false')
            node12.children().add(2, node12.children().remove(node12.children().size() - 1))
            def node63 = node12.appendNode('org.jenkinsci.plugins.postbuildscript.PostBuildScript')
            def node64 = node63.appendNode('config')
            node64.appendNode('scriptFiles')
            node64.appendNode('groovyScripts')
            def node67 = node64.appendNode('buildSteps')
            def node68 = node67.appendNode('org.jenkinsci.plugins.postbuildscript.model.PostBuildStep')
            def node69 = node68.appendNode('results')
            node69.appendNode('string', 'ABORTED')
            node69.appendNode('string', 'FAILURE')
            node68.appendNode('role', 'BOTH')
            node68.appendNode('executeOn', 'BOTH')
            def node74 = node68.appendNode('buildSteps')
            def node75 = node74.appendNode('hudson.tasks.Shell')
            node75.appendNode('command', 'make collect-logs')
            node75.appendNode('configuredLocalRules')
            node68.appendNode('stopOnFailure', 'false')
            node64.appendNode('markBuildUnstable', 'false')
            node12.children().add(3, node12.children().remove(node12.children().size() - 1))
        }
        for (node80 in project.get('publishers').getAt('hudson.tasks.BuildTrigger').getAt('threshold')) {
            node80.appendNode('completeBuild', 'true')
        }
        for (node82 in project.get('buildWrappers')) {
            def node83 = node82.appendNode('hudson.plugins.build__timeout.BuildTimeoutWrapper')
            def node84 = node83.appendNode('strategy', ['class': 'hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy'])
            node84.appendNode('timeoutMinutes', '60')
            node83.appendNode('operationList')
        }
    }
}

// jobs.bitesize:61
freeStyleJob('review/shop') {
    description('Votes on each change in Gerrit.')
    label('linux')
    scm {
        git {
            remote {
                url('ssh://jenkins@review.acme.dev:29418/shop')
                refspec('$GERRIT_REFSPEC')
                credentials('deploy-key')
            }
            branch('$GERRIT_BRANCH')
        }
    }
    disabled(false)
    concurrentBuild(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('-1')
                    numToKeepStr('30')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('-1')
                    removeLastBuild(false)
                }
            }
        }
    }
    wrappers {
        timestamps()
        colorizeOutput('xterm')
    }
    steps {
        shell('make check')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('triggers')) {
            def node1 = node0.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger')
            node1.appendNode('spec')
            def node3 = node1.appendNode('gerritProjects')
            def node4 = node3.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.GerritProject')
            node4.appendNode('compareType', 'PLAIN')
            node4.appendNode('pattern', 'shop')
            def node7 = node4.appendNode('branches')
            def node8 = node7.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.Branch')
            node8.appendNode('compareType', 'ANT')
            node8.appendNode('pattern', '**')
            def node11 = node4.appendNode('filePaths')
            def node12 = node11.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.FilePath')
            node12.appendNode('compareType', 'ANT')
            node12.appendNode('pattern', 'src/**')
            node4.appendNode('disableStrictForbiddenFileVerification', 'false')
            def node16 = node1.appendNode('skipVote')
            node16.appendNode('onSuccessful', 'false')
            node16.appendNode('onFailed', 'false')
            node16.appendNode('onUnstable', 'false')
            node16.appendNode('onNotBuilt', 'false')
            node16.appendNode('onAborted', 'false')
            node1.appendNode('gerritBuildSuccessfulVerifiedValue', '1')
            node1.appendNode('gerritBuildFailedVerifiedValue', '-1')
            node1.appendNode('silentMode', 'false')
            node1.appendNode('topicAbort', 'false')
            node1.appendNode('notificationLevel')
            node1.appendNode('silentStartMode', 'false')
            node1.appendNode('escapeQuotes', 'true')
            node1.appendNode('nameAndEmailParameterMode', 'PLAIN')
            node1.appendNode('dependencyJobsNames')
            node1.appendNode('commitMessageParameterMode', 'BASE64')
            node1.appendNode('changeSubjectParameterMode', 'PLAIN')
            node1.appendNode('commentTextParameterMode', 'BASE64')
            node1.appendNode('buildStartMessage')
            node1.appendNode('buildFailureMessage')
            node1.appendNode('buildSuccessfulMessage')
            node1.appendNode('buildUnstableMessage')
            node1.appendNode('buildNotBuiltMessage')
            node1.appendNode('buildAbortedMessage')
            node1.appendNode('buildUnsuccessfulFilepath')
            node1.appendNode('serverName', '__ANY__')
            def node42 = node1.appendNode('triggerOnEvents')
            def node43 = node42.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.events.PluginPatchsetCreatedEvent')
            node43.appendNode('excludeDrafts', 'true')
            node43.appendNode('excludeTrivialRebase', 'false')
            node43.appendNode('excludeNoCodeChange', 'false')
            node43.appendNode('excludePrivateState', 'false')
            node43.appendNode('excludeWipState', 'false')
            node43.appendNode('commitMessageContainsRegEx')
            node43.appendNode('uploaderNameContainsRegEx')
            def node51 = node42.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.events.PluginCommentAddedContainsEvent')
            node51.appendNode('commentAddedCommentContains', 'recheck')
            node1.appendNode('dynamicTriggerConfiguration', 'false')
            node1.appendNode('triggerConfigURL')
            node1.appendNode('triggerInformationAction')
        }
        for (node56 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node56.appendNode('configuredLocalRules')
        }
        for (node58 in project.get('buildWrappers')) {
            def node59 = node58.appendNode('hudson.plugins.build__timeout.BuildTimeoutWrapper')
            def node60 = node59.appendNode('strategy', ['class': 'hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy'])
            node60.appendNode('timeoutMinutes', '60')
            node59.appendNode('operationList')
        }
        for (node63 in project.get('scm')) {
            def node64 = node63.appendNode('extensions')
            def node65 = node64.appendNode('hudson.plugins.git.extensions.impl.BuildChooserSetting')
            def node66 = node65.appendNode('buildChooser', ['class': 'com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTriggerBuildChooser'])
            node66.appendNode('separator', '#')
        }
    }
}

// jobs.bitesize:85
freeStyleJob('maintenance/restore') {
    description('Plays a backup back. Started by hand.')
    label('linux && docker')
    disabled(false)
    concurrentBuild(false)
    parameters {
        stringParam('BACKUP', '', 'Name of the backup.')
        credentialsParam('ACCOUNT') {
            type('com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl')
            required(true)
            defaultValue('database-admin')
        }
    }
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('365')
                    numToKeepStr('-1')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('-1')
                    removeLastBuild(false)
                }
            }
        }
    }
    wrappers {
        timestamps()
        buildName('#\u0024{BUILD_NUMBER} \u0024{BACKUP}')
        credentialsBinding {
            usernamePassword('DB_USER', 'DB_PASSWORD', '\u0024{ACCOUNT}')
        }
    }
    steps {
        shell('./restore.sh "$BACKUP"')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('org.jenkins.plugins.lockableresources.RequiredResourcesProperty')
            node1.appendNode('resourceNames', 'database')
            node1.appendNode('lockTimeout', '0')
            node1.appendNode('lockTimeoutUnit', 'MINUTES')
        }
        for (node5 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node5.appendNode('trim', 'true')
        }
        for (node7 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node7.appendNode('configuredLocalRules')
        }
        for (node9 in project.get('buildWrappers').getAt('org.jenkinsci.plugins.buildnamesetter.BuildNameSetter')) {
            node9.appendNode('runAtStart', 'true')
            node9.appendNode('runAtEnd', 'true')
        }
    }
}

// jobs.bitesize:106
freeStyleJob('maintenance/report') {
    description('Counts what is in the artifact store.')
    label('linux && docker')
    disabled(false)
    concurrentBuild(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('-1')
                    numToKeepStr('30')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('-1')
                    removeLastBuild(false)
                }
            }
        }
    }
    triggers {
        cron('H 6 * * 1')
    }
    wrappers {
        credentialsBinding {
            usernamePassword('NEXUS_LOGIN', 'nexus-login')
        }
    }
    steps {
        shell('./count-artifacts.sh > report.txt')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
    }
    configure { project ->
        def place1 = project.get('publishers')[0] ?: project.appendNode('publishers')
        def node1 = place1.appendNode('hudson.plugins.logparser.LogParserPublisher')
        node1.appendNode('unstableOnWarning', 'true')
        node1.appendNode('failBuildOnError', 'false')
        node1.appendNode('showGraphs', 'false')
        node1.appendNode('useProjectRule', 'true')
        node1.appendNode('projectRulePath', 'ci/log-rules')
    }
}

// jobs.bitesize:126
matrixJob('nightly/compatibility') {
    description('Tests with each database on each sort of agent.')
    scm {
        git {
            remote {
                url('git@git.acme.dev:shop/shop.git')
                credentials('deploy-key')
            }
            branch('main')
            extensions {
                cloneOptions {
                    shallow(true)
                    depth(1)
                    noTags(false)
                    honorRefspec(false)
                    reference('')
                }
                wipeOutWorkspace()
            }
        }
    }
    disabled(false)
    concurrentBuild(false)
    steps {
        shell('make test DATABASE="$DATABASE"')
    }
    axes {
        text('DATABASE', ['postgres', 'mysql'])
        labelExpression('AGENT', ['linux', 'arm64'])
    }
    combinationFilter('!(DATABASE == "mysql" && AGENT == "arm64")')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('publishers')) {
            def node3 = node2.appendNode('hudson.tasks.junit.JUnitResultArchiver')
            node3.appendNode('testResults', '**/TEST-*.xml')
            node3.appendNode('keepProperties', 'false')
            node3.appendNode('keepTestNames', 'false')
            node3.appendNode('testDataPublishers')
            node3.appendNode('healthScaleFactor', '1.0')
            node3.appendNode('allowEmptyResults', 'false')
            node3.appendNode('skipPublishingChecks', 'false')
            node3.appendNode('skipMarkingBuildUnstable', 'false')
            node3.appendNode('skipOldReports', 'false')
        }
        for (node13 in project.get('executionStrategy')) {
            node13.appendNode('touchStoneCombinationFilter', 'DATABASE == "postgres" && AGENT == "linux"')
            def node15 = node13.appendNode('touchStoneResultCondition')
            node15.appendNode('name', 'SUCCESS')
            node15.appendNode('ordinal', '0')
            node15.appendNode('color', 'BLUE')
            node15.appendNode('completeBuild', 'true')
        }
    }
}

// jobs.bitesize:154
pipelineJob('release/publish') {
    description('The Jenkinsfile of the repository.')
    disabled(false)
    definition {
        cpsScm {
            scm {
                git {
                    remote {
                        url('git@git.acme.dev:shop/shop.git')
                        credentials('deploy-key')
                    }
                    branch('main')
                    extensions {
                        cloneOptions {
                            shallow(true)
                            depth(1)
                            noTags(false)
                            honorRefspec(false)
                            reference('')
                        }
                        wipeOutWorkspace()
                    }
                }
            }
            scriptPath('ci/publish.Jenkinsfile')
            lightweight(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty')
            node1.appendNode('hint', 'PERFORMANCE_OPTIMIZED')
        }
    }
}

// jobs.bitesize:161
pipelineJob('maintenance/clean-up') {
    description('Removes builds that nobody needs.')
    disabled(false)
    parameters {
        booleanParam('DRY_RUN', true)
    }
    properties {
        pipelineTriggers {
            triggers {
                cron {
                    spec('H 5 * * 0')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/maintenance/clean-up.groovy'))
            sandbox(true)
        }
    }
}

// jobs.bitesize:169
multibranchPipelineJob('web') {
    orphanedItemStrategy {
        discardOldItems {
            daysToKeep(7)
            numToKeep(20)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (node1 in project.get('triggers')) {
            def node2 = node1.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node2.appendNode('spec', 'H H/4 * * *')
            node2.appendNode('interval', '86400000')
        }
        for (node5 in project.get('sources').getAt('data')) {
            def node6 = node5.appendNode('jenkins.branch.BranchSource')
            def node7 = node6.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node7.appendNode('id', 'github-acme-web')
            node7.appendNode('apiUri', 'https://api.github.com')
            node7.appendNode('credentialsId', 'github-app')
            node7.appendNode('repoOwner', 'acme')
            node7.appendNode('repository', 'web')
            def node13 = node7.appendNode('traits')
            def node14 = node13.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node14.appendNode('strategyId', '1')
            def node16 = node13.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node16.appendNode('strategyId', '1')
            def node18 = node13.appendNode('org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait')
            node18.appendNode('strategyId', '1')
            node18.appendNode('trust', ['class': 'org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$TrustPermission'])
            def node21 = node13.appendNode('jenkins.scm.impl.trait.RegexSCMHeadFilterTrait')
            node21.appendNode('regex', 'main|release/.*|PR-.*')
            def node23 = node6.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node23.appendNode('properties', ['class': 'empty-list'])
            def node25 = node6.appendNode('buildStrategies')
            node25.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
            def node27 = node25.appendNode('jenkins.branch.buildstrategies.basic.ChangeRequestBuildStrategyImpl')
            node27.appendNode('ignoreTargetOnlyChanges', 'true')
            node27.appendNode('ignoreUntrustedChanges', 'false')
        }
        for (node30 in project.get('factory')) {
            node30.appendNode('scriptPath', 'Jenkinsfile')
        }
        for (node32 in project.get('orphanedItemStrategy')) {
            node32.appendNode('abortBuilds', 'false')
        }
    }
}

// jobs.bitesize:185
organizationFolder('acme') {
    description('Every repository of the team that has a Jenkinsfile.')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('orphanedItemStrategy')) project.remove(old)
        def node0 = project.appendNode('orphanedItemStrategy', ['class': 'com.cloudbees.hudson.plugins.folder.computed.DefaultOrphanedItemStrategy'])
        node0.appendNode('pruneDeadBranches', 'false')
        node0.appendNode('daysToKeep', '-1')
        node0.appendNode('numToKeep', '-1')
        node0.appendNode('abortBuilds', 'false')
        project.appendNode('disabled', 'false')
        for (old in project.get('projectFactories')) project.remove(old)
        def node6 = project.appendNode('projectFactories')
        def node7 = node6.appendNode('org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProjectFactory')
        node7.appendNode('scriptPath', 'Jenkinsfile')
        project.appendNode('buildStrategies')
        def node10 = project.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
        node10.appendNode('properties', ['class': 'empty-list'])
        for (node12 in project.get('properties')) {
            def node13 = node12.appendNode('jenkins.branch.OrganizationChildTriggersProperty')
            def node14 = node13.appendNode('templates')
            def node15 = node14.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node15.appendNode('spec', 'H H/4 * * *')
            node15.appendNode('interval', '86400000')
            def node18 = node12.appendNode('jenkins.branch.OrganizationChildOrphanedItemsProperty')
            node18.appendNode('strategy', ['class': 'jenkins.branch.OrganizationChildOrphanedItemsProperty$Inherit'])
        }
        for (node20 in project.get('triggers')) {
            def node21 = node20.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node21.appendNode('spec', 'H H/4 * * *')
            node21.appendNode('interval', '86400000')
        }
        for (node24 in project.get('navigators')) {
            def node25 = node24.appendNode('org.jenkinsci.plugins.github__branch__source.GitHubSCMNavigator')
            node25.appendNode('repoOwner', 'acme')
            node25.appendNode('apiUri', 'https://api.github.com')
            node25.appendNode('credentialsId', 'github-app')
            node25.appendNode('enableAvatar', 'true')
            def node30 = node25.appendNode('traits')
            def node31 = node30.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node31.appendNode('strategyId', '1')
            def node33 = node30.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node33.appendNode('strategyId', '1')
            def node35 = node30.appendNode('org.jenkinsci.plugins.github__branch__source.TopicsTrait')
            node35.appendNode('topicList', 'jenkins')
            node30.appendNode('org.jenkinsci.plugins.github__branch__source.ExcludeArchivedRepositoriesTrait')
        }
    }
}

// jobs.bitesize:199
freeStyleJob('legacy/appliance') {
    configure { project ->
        // The job is given whole: nothing of what Job DSL makes is kept.
        project.attributes().clear()
        project.children().clear()
        project.appendNode('description', 'Builds the appliance. Nobody has written it anew yet.')
        project.appendNode('keepDependencies', 'false')
        project.appendNode('properties')
        project.appendNode('scm', ['class': 'hudson.scm.NullSCM'])
        project.appendNode('assignedNode', 'linux')
        project.appendNode('canRoam', 'false')
        project.appendNode('disabled', 'false')
        project.appendNode('blockBuildWhenDownstreamBuilding', 'false')
        project.appendNode('blockBuildWhenUpstreamBuilding', 'false')
        project.appendNode('triggers')
        project.appendNode('concurrentBuild', 'false')
        def node1 = project.appendNode('builders')
        def node2 = node1.appendNode('hudson.tasks.Shell')
        node2.appendNode('command', 'make appliance')
        project.appendNode('publishers')
        project.appendNode('buildWrappers')
    }
}

// jobs.bitesize:139
multiJob('release/all') {
    pollSubjobs(false)
    description('Tests everything, then publishes.')
    disabled(false)
    concurrentBuild(false)
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders')) {
            def node1 = node0.appendNode('com.tikal.jenkins.plugins.multijob.MultiJobBuilder')
            node1.appendNode('phaseName', 'Tests')
            def node3 = node1.appendNode('phaseJobs')
            def node4 = node3.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node4.appendNode('jobName', '/nightly/full')
            node4.appendNode('currParams', 'false')
            node4.appendNode('aggregatedTestResults', 'false')
            node4.appendNode('exposedSCM', 'false')
            node4.appendNode('disableJob', 'false')
            node4.appendNode('parsingRulesPath')
            node4.appendNode('maxRetries', '0')
            node4.appendNode('enableRetryStrategy', 'false')
            node4.appendNode('enableCondition', 'false')
            node4.appendNode('abortAllJob', 'false')
            node4.appendNode('condition')
            def node16 = node4.appendNode('configs')
            def node17 = node16.appendNode('hudson.plugins.parameterizedtrigger.PredefinedBuildParameters')
            node17.appendNode('properties', '''\
BRANCH=main
SLOW_TESTS=true''')
            node17.appendNode('textParamValueOnNewLine', 'false')
            node4.appendNode('killPhaseOnJobResultCondition', 'NEVER')
            node4.appendNode('buildOnlyIfSCMChanges', 'false')
            node4.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            def node23 = node3.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node23.appendNode('jobName', '/nightly/compatibility')
            node23.appendNode('currParams', 'false')
            node23.appendNode('aggregatedTestResults', 'false')
            node23.appendNode('exposedSCM', 'false')
            node23.appendNode('disableJob', 'false')
            node23.appendNode('parsingRulesPath')
            node23.appendNode('maxRetries', '0')
            node23.appendNode('enableRetryStrategy', 'false')
            node23.appendNode('enableCondition', 'false')
            node23.appendNode('abortAllJob', 'false')
            node23.appendNode('condition')
            node23.appendNode('configs')
            node23.appendNode('killPhaseOnJobResultCondition', 'FAILURE')
            node23.appendNode('buildOnlyIfSCMChanges', 'false')
            node23.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            node1.appendNode('continuationCondition', 'SUCCESSFUL')
            node1.appendNode('executionType', 'PARALLEL')
            node1.appendNode('quietPeriodGroovy', '0')
            def node42 = node0.appendNode('com.tikal.jenkins.plugins.multijob.MultiJobBuilder')
            node42.appendNode('phaseName', 'Publish')
            def node44 = node42.appendNode('phaseJobs')
            def node45 = node44.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node45.appendNode('jobName', 'publish')
            node45.appendNode('currParams', 'false')
            node45.appendNode('aggregatedTestResults', 'false')
            node45.appendNode('exposedSCM', 'false')
            node45.appendNode('disableJob', 'false')
            node45.appendNode('parsingRulesPath')
            node45.appendNode('maxRetries', '0')
            node45.appendNode('enableRetryStrategy', 'false')
            node45.appendNode('enableCondition', 'false')
            node45.appendNode('abortAllJob', 'false')
            node45.appendNode('condition')
            node45.appendNode('configs')
            node45.appendNode('killPhaseOnJobResultCondition', 'NEVER')
            node45.appendNode('buildOnlyIfSCMChanges', 'false')
            node45.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            node42.appendNode('continuationCondition', 'SUCCESSFUL')
            node42.appendNode('executionType', 'PARALLEL')
            node42.appendNode('quietPeriodGroovy', '0')
        }
    }
}

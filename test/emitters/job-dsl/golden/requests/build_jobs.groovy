// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
multibranchPipelineJob('web-pull-requests') {
    description('Builds pull requests of component web of shop.')
    orphanedItemStrategy {
        discardOldItems {
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('script', '''\
echo('$it')
''')
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'package.json')
        for (node6 in project.get('triggers')) {
            def node7 = node6.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node7.appendNode('spec', 'H H/4 * * *')
            node7.appendNode('interval', '86400000')
        }
        for (node10 in project.get('sources').getAt('data')) {
            def node11 = node10.appendNode('jenkins.branch.BranchSource')
            def node12 = node11.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node12.appendNode('id', 'web')
            node12.appendNode('apiUri', 'https://api.github.com')
            node12.appendNode('credentialsId', 'api')
            node12.appendNode('repoOwner', 'shop')
            node12.appendNode('repository', 'web')
            def node18 = node12.appendNode('traits')
            def node19 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node19.appendNode('strategyId', '3')
            def node21 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait')
            node21.appendNode('strategyId', '1')
            node21.appendNode('trust', ['class': 'org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$TrustNobody'])
            def node24 = node18.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node24.appendNode('includes', '*')
            node24.appendNode('excludes', 'PR-*-head')
            def node27 = node18.appendNode('org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait')
            node27.appendNode('contextLabel', 'shop/web')
            node27.appendNode('typeSuffix', 'false')
            node27.appendNode('multipleStatuses', 'false')
            def node31 = node11.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node31.appendNode('properties', ['class': 'empty-list'])
        }
        for (node33 in project.get('orphanedItemStrategy')) {
            node33.appendNode('abortBuilds', 'false')
        }
    }
}

// an example of the tests
multibranchPipelineJob('all-sources') {
    branchSources {
        git {
            id('b')
            remote('git@example.com:shop.git')
        }
        github {
            id('d')
            repoOwner('shop')
            repository('web')
        }
        git {
            id('e')
            remote('git@example.com:shop.git')
        }
    }
    triggers {
        cron('@daily')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (node1 in project.get('orphanedItemStrategy')) {
            node1.appendNode('abortBuilds', 'false')
        }
        for (node3 in project.get('triggers')) {
            def node4 = node3.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node4.appendNode('spec', 'H/5 * * * *')
            node4.appendNode('interval', '900000')
        }
        for (node7 in project.get('sources').getAt('data')) {
            def node8 = node7.appendNode('jenkins.branch.BranchSource')
            def node9 = node8.appendNode('source', ['class': 'io.jenkins.plugins.gitlabbranchsource.GitLabSCMSource'])
            node9.appendNode('id', 'a')
            node9.appendNode('serverName', 'company')
            node9.appendNode('projectOwner', 'shop')
            node9.appendNode('projectPath', 'shop/web')
            node9.appendNode('credentialsId', 'api')
            def node15 = node9.appendNode('traits')
            def node16 = node15.appendNode('io.jenkins.plugins.gitlabbranchsource.OriginMergeRequestDiscoveryTrait')
            node16.appendNode('strategyId', '1')
            def node18 = node15.appendNode('io.jenkins.plugins.gitlabbranchsource.ForkMergeRequestDiscoveryTrait')
            node18.appendNode('strategyId', '1')
            node18.appendNode('trust', ['class': 'io.jenkins.plugins.gitlabbranchsource.ForkMergeRequestDiscoveryTrait$TrustNobody'])
            node18.appendNode('buildMRForksNotMirror', 'true')
            def node22 = node15.appendNode('io.jenkins.plugins.gitlabbranchsource.BuildStatusNameCustomPartTrait')
            node22.appendNode('buildStatusNameCustomPart', 'web')
            node22.appendNode('buildStatusNameOverwrite', 'true')
            node22.appendNode('ignoreTypeInStatusName', 'true')
            def node26 = node8.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node26.appendNode('properties', ['class': 'empty-list'])
            node7.children().add(0, node7.children().remove(node7.children().size() - 1))
            def node28 = node7.appendNode('jenkins.branch.BranchSource')
            def node29 = node28.appendNode('source', ['class': 'com.cloudbees.jenkins.plugins.bitbucket.BitbucketSCMSource'])
            node29.appendNode('id', 'c')
            node29.appendNode('serverUrl', 'https://bitbucket.org')
            node29.appendNode('credentialsId', 'api')
            node29.appendNode('repoOwner', 'shop')
            node29.appendNode('repository', 'web')
            def node35 = node29.appendNode('traits')
            def node36 = node35.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.OriginPullRequestDiscoveryTrait')
            node36.appendNode('strategyId', '1')
            def node38 = node35.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.SSHCheckoutTrait')
            node38.appendNode('credentialsId', 'deploy-key')
            def node40 = node28.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node40.appendNode('properties', ['class': 'empty-list'])
            node7.children().add(2, node7.children().remove(node7.children().size() - 1))
        }
        for (node42 in project.get('sources').getAt('data').getAt('jenkins.branch.BranchSource')[1].get('source')) {
            for (old in node42.get('includes')) node42.remove(old)
            for (old in node42.get('excludes')) node42.remove(old)
            for (old in node42.get('ignoreOnPushNotifications')) node42.remove(old)
            def node43 = node42.appendNode('traits')
            node43.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node45 = node43.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node45.appendNode('includes', 'release/*')
            node45.appendNode('excludes')
        }
        for (node48 in project.get('sources').getAt('data').getAt('jenkins.branch.BranchSource')[4].get('source')) {
            for (old in node48.get('includes')) node48.remove(old)
            for (old in node48.get('excludes')) node48.remove(old)
            for (old in node48.get('ignoreOnPushNotifications')) node48.remove(old)
            def node49 = node48.appendNode('traits')
            node49.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node51 = node49.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node51.appendNode('includes', 'main')
            node51.appendNode('excludes')
        }
        for (node54 in project.get('factory')) {
            node54.appendNode('scriptPath', 'Jenkinsfile')
        }
    }
}

// an example of the tests
pipelineJob('kernel-pull-requests') {
    disabled(false)
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    parameters {
        stringParam('COMMIT', '')
    }
    properties {
        pipelineTriggers {
            triggers {
                pollSCM {
                    scmpoll_spec('H/5 * * * *')
                }
                githubPush()
            }
        }
    }
    definition {
        cps {
            script('echo(1)')
            sandbox(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('hudson.plugins.copyartifact.CopyArtifactPermissionProperty')
            def node2 = node1.appendNode('projectNameList')
            node2.appendNode('string', 'web-docker-image')
        }
        for (node4 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node4.appendNode('trim', 'false')
        }
        for (node6 in project.get('properties').getAt('org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty').getAt('triggers')) {
            def node7 = node6.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger')
            node7.appendNode('spec')
            def node9 = node7.appendNode('gerritProjects')
            def node10 = node9.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.GerritProject')
            node10.appendNode('compareType', 'PLAIN')
            node10.appendNode('pattern', 'shop')
            def node13 = node10.appendNode('branches')
            def node14 = node13.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.Branch')
            node14.appendNode('compareType', 'PLAIN')
            node14.appendNode('pattern', 'main')
            def node17 = node10.appendNode('filePaths')
            def node18 = node17.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.FilePath')
            node18.appendNode('compareType', 'ANT')
            node18.appendNode('pattern', 'web/**')
            node10.appendNode('disableStrictForbiddenFileVerification', 'false')
            def node22 = node7.appendNode('skipVote')
            node22.appendNode('onSuccessful', 'false')
            node22.appendNode('onFailed', 'false')
            node22.appendNode('onUnstable', 'false')
            node22.appendNode('onNotBuilt', 'false')
            node22.appendNode('onAborted', 'false')
            node7.appendNode('silentMode', 'false')
            node7.appendNode('topicAbort', 'false')
            node7.appendNode('notificationLevel')
            node7.appendNode('silentStartMode', 'false')
            node7.appendNode('escapeQuotes', 'true')
            node7.appendNode('nameAndEmailParameterMode', 'PLAIN')
            node7.appendNode('dependencyJobsNames')
            node7.appendNode('commitMessageParameterMode', 'BASE64')
            node7.appendNode('changeSubjectParameterMode', 'PLAIN')
            node7.appendNode('commentTextParameterMode', 'BASE64')
            node7.appendNode('buildStartMessage')
            node7.appendNode('buildFailureMessage')
            node7.appendNode('buildSuccessfulMessage')
            node7.appendNode('buildUnstableMessage')
            node7.appendNode('buildNotBuiltMessage')
            node7.appendNode('buildAbortedMessage')
            node7.appendNode('buildUnsuccessfulFilepath')
            node7.appendNode('serverName', 'review')
            def node46 = node7.appendNode('triggerOnEvents')
            def node47 = node46.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.events.PluginPatchsetCreatedEvent')
            node47.appendNode('excludeDrafts', 'false')
            node47.appendNode('excludeTrivialRebase', 'false')
            node47.appendNode('excludeNoCodeChange', 'false')
            node47.appendNode('excludePrivateState', 'false')
            node47.appendNode('excludeWipState', 'false')
            node47.appendNode('commitMessageContainsRegEx')
            node47.appendNode('uploaderNameContainsRegEx')
            def node55 = node46.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.events.PluginCommentAddedContainsEvent')
            node55.appendNode('commentAddedCommentContains', '^recheck')
            node7.appendNode('dynamicTriggerConfiguration', 'false')
            node7.appendNode('triggerConfigURL')
            node7.appendNode('triggerInformationAction')
            def node60 = node6.appendNode('com.dabsquared.gitlabjenkins.GitLabPushTrigger')
            node60.appendNode('spec')
            node60.appendNode('triggerOnPush', 'true')
            node60.appendNode('triggerOnMergeRequest', 'false')
            node60.appendNode('triggerOpenMergeRequestOnPush', 'never')
            node60.appendNode('ciSkip', 'true')
            node60.appendNode('setBuildDescription', 'true')
            node60.appendNode('includeBranchesSpec', 'it\'s/main')
            node60.appendNode('excludeBranchesSpec')
            node60.appendNode('branchFilterType', 'NameBasedFilter')
            node60.appendNode('targetBranchRegex')
            node60.appendNode('triggerOnNoteRequest', 'false')
            node60.appendNode('noteRegex')
            node60.appendNode('skipWorkInProgressMergeRequest', 'true')
            node60.appendNode('triggerToBranchDeleteRequest', 'false')
            node60.appendNode('triggerOnlyIfNewCommitsPushed', 'false')
            node60.appendNode('triggerOnPipelineEvent', 'false')
            node60.appendNode('triggerOnAcceptedMergeRequest', 'false')
            node60.appendNode('triggerOnClosedMergeRequest', 'false')
            node60.appendNode('triggerOnApprovedMergeRequest', 'false')
            node60.appendNode('cancelPendingBuildsOnUpdate', 'false')
            node60.appendNode('cancelRunningBuildsOnUpdate', 'false')
            def node82 = node6.appendNode('com.cloudbees.jenkins.plugins.BitBucketTrigger')
            node82.appendNode('spec')
        }
    }
}

// an example of the tests
freeStyleJob('kernel') {
    properties {
        githubProjectUrl('https://github.com/shop/kernel')
    }
    triggers {
        githubPush()
        gitlabPush {
            buildOnMergeRequestEvents(false)
            commentTrigger('')
            includeBranches('it\'s/main')
        }
        bitbucketPush()
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('hudson.plugins.copyartifact.CopyArtifactPermissionProperty')
            def node2 = node1.appendNode('projectNameList')
            node2.appendNode('string', 'web-docker-image')
        }
        for (node4 in project.get('triggers')) {
            def node5 = node4.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger')
            node5.appendNode('spec')
            def node7 = node5.appendNode('gerritProjects')
            def node8 = node7.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.GerritProject')
            node8.appendNode('compareType', 'PLAIN')
            node8.appendNode('pattern', 'shop')
            def node11 = node8.appendNode('branches')
            def node12 = node11.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.Branch')
            node12.appendNode('compareType', 'PLAIN')
            node12.appendNode('pattern', 'main')
            def node15 = node8.appendNode('filePaths')
            def node16 = node15.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.data.FilePath')
            node16.appendNode('compareType', 'ANT')
            node16.appendNode('pattern', 'web/**')
            node8.appendNode('disableStrictForbiddenFileVerification', 'false')
            def node20 = node5.appendNode('skipVote')
            node20.appendNode('onSuccessful', 'true')
            node20.appendNode('onFailed', 'true')
            node20.appendNode('onUnstable', 'true')
            node20.appendNode('onNotBuilt', 'true')
            node20.appendNode('onAborted', 'true')
            node5.appendNode('silentMode', 'true')
            node5.appendNode('topicAbort', 'false')
            node5.appendNode('notificationLevel')
            node5.appendNode('silentStartMode', 'false')
            node5.appendNode('escapeQuotes', 'true')
            node5.appendNode('nameAndEmailParameterMode', 'PLAIN')
            node5.appendNode('dependencyJobsNames')
            node5.appendNode('commitMessageParameterMode', 'BASE64')
            node5.appendNode('changeSubjectParameterMode', 'PLAIN')
            node5.appendNode('commentTextParameterMode', 'BASE64')
            node5.appendNode('buildStartMessage')
            node5.appendNode('buildFailureMessage')
            node5.appendNode('buildSuccessfulMessage')
            node5.appendNode('buildUnstableMessage')
            node5.appendNode('buildNotBuiltMessage')
            node5.appendNode('buildAbortedMessage')
            node5.appendNode('buildUnsuccessfulFilepath')
            node5.appendNode('serverName', 'review')
            def node44 = node5.appendNode('triggerOnEvents')
            node44.appendNode('com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.events.PluginRefUpdatedEvent')
            node5.appendNode('dynamicTriggerConfiguration', 'false')
            node5.appendNode('triggerConfigURL')
            node5.appendNode('triggerInformationAction')
            node4.children().add(0, node4.children().remove(node4.children().size() - 1))
        }
        for (node49 in project.get('triggers').getAt('com.dabsquared.gitlabjenkins.GitLabPushTrigger')) {
            node49.appendNode('triggerToBranchDeleteRequest', 'false')
            node49.appendNode('triggerOnlyIfNewCommitsPushed', 'false')
            node49.appendNode('triggerOnPipelineEvent', 'false')
            node49.appendNode('triggerOnAcceptedMergeRequest', 'false')
            node49.appendNode('triggerOnClosedMergeRequest', 'false')
            node49.appendNode('triggerOnApprovedMergeRequest', 'false')
            node49.appendNode('cancelPendingBuildsOnUpdate', 'false')
            node49.appendNode('cancelRunningBuildsOnUpdate', 'false')
        }
    }
}

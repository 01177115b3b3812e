// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:24
multibranchPipelineJob('branches') {
    displayName('Branches')
    orphanedItemStrategy {
        discardOldItems {
            daysToKeep(7)
            numToKeep(20)
        }
    }
    triggers {
        cron('H 3 * * *')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('healthMetrics')) project.remove(old)
        def node1 = project.appendNode('healthMetrics')
        def node2 = node1.appendNode('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')
        node2.appendNode('nonRecursive', 'true')
        def node4 = node1.appendNode('com.cloudbees.hudson.plugins.folder.health.NamedChildHealthMetric')
        node4.appendNode('childName', 'main')
        node1.appendNode('jenkins.branch.PrimaryBranchHealthMetric')
        for (node7 in project.get('properties')) {
            def node8 = node7.appendNode('com.mig82.folders.properties.FolderProperties')
            def node9 = node8.appendNode('properties')
            def node10 = node9.appendNode('com.mig82.folders.properties.StringProperty')
            node10.appendNode('key', 'REGION')
            node10.appendNode('value', 'eu')
        }
        for (node13 in project.get('triggers')) {
            def node14 = node13.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node14.appendNode('spec', 'H H/4 * * *')
            node14.appendNode('interval', '86400000')
            node13.children().add(0, node13.children().remove(node13.children().size() - 1))
            def node17 = node13.appendNode('com.igalg.jenkins.plugins.mswt.trigger.ComputedFolderWebHookTrigger')
            node17.appendNode('spec')
            node17.appendNode('token', 'shop-web')
            node13.children().add(1, node13.children().remove(node13.children().size() - 1))
        }
        for (node20 in project.get('sources').getAt('data')) {
            def node21 = node20.appendNode('jenkins.branch.BranchSource')
            def node22 = node21.appendNode('source', ['class': 'jenkins.plugins.git.GitSCMSource'])
            node22.appendNode('id', 'git-git@git.example.com:shop/web.git')
            node22.appendNode('remote', 'git@git.example.com:shop/web.git')
            node22.appendNode('credentialsId', 'deploy-key')
            def node26 = node22.appendNode('traits')
            node26.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node28 = node21.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node28.appendNode('properties', ['class': 'empty-list'])
            def node30 = node20.appendNode('jenkins.branch.BranchSource')
            def node31 = node30.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node31.appendNode('id', 'github-shop-web')
            node31.appendNode('apiUri', 'https://api.github.com')
            node31.appendNode('credentialsId', 'github-app')
            node31.appendNode('repoOwner', 'shop')
            node31.appendNode('repository', 'web')
            def node37 = node31.appendNode('traits')
            def node38 = node37.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node38.appendNode('strategyId', '1')
            def node40 = node37.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node40.appendNode('strategyId', '1')
            def node42 = node30.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node42.appendNode('properties', ['class': 'empty-list'])
            def node44 = node20.appendNode('jenkins.branch.BranchSource')
            def node45 = node44.appendNode('source', ['class': 'io.jenkins.plugins.gitlabbranchsource.GitLabSCMSource'])
            node45.appendNode('id', 'gitlab-default-shop/web')
            node45.appendNode('serverName', 'default')
            node45.appendNode('projectOwner', 'shop')
            node45.appendNode('projectPath', 'shop/web')
            node45.appendNode('credentialsId', 'gitlab-token')
            def node51 = node45.appendNode('traits')
            def node52 = node51.appendNode('io.jenkins.plugins.gitlabbranchsource.BranchDiscoveryTrait')
            node52.appendNode('strategyId', '1')
            def node54 = node51.appendNode('io.jenkins.plugins.gitlabbranchsource.OriginMergeRequestDiscoveryTrait')
            node54.appendNode('strategyId', '1')
            def node56 = node44.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node56.appendNode('properties', ['class': 'empty-list'])
            def node58 = node20.appendNode('jenkins.branch.BranchSource')
            def node59 = node58.appendNode('source', ['class': 'com.cloudbees.jenkins.plugins.bitbucket.BitbucketSCMSource'])
            node59.appendNode('id', 'bitbucket-SHOP-web')
            node59.appendNode('serverUrl', 'https://bitbucket.org')
            node59.appendNode('credentialsId', 'bitbucket-token')
            node59.appendNode('repoOwner', 'SHOP')
            node59.appendNode('repository', 'web')
            def node65 = node59.appendNode('traits')
            def node66 = node65.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.BranchDiscoveryTrait')
            node66.appendNode('strategyId', '1')
            def node68 = node65.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.OriginPullRequestDiscoveryTrait')
            node68.appendNode('strategyId', '1')
            def node70 = node58.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node70.appendNode('properties', ['class': 'empty-list'])
            def node72 = node20.appendNode('jenkins.branch.BranchSource')
            def node73 = node72.appendNode('source', ['class': 'jenkins.plugins.gerrit.GerritSCMSource'])
            node73.appendNode('id', 'gerrit-https://review.example.com/a/shop/web')
            node73.appendNode('remote', 'https://review.example.com/a/shop/web')
            node73.appendNode('insecureHttps', 'false')
            node73.appendNode('credentialsId', 'gerrit-http')
            def node78 = node73.appendNode('traits')
            def node79 = node78.appendNode('jenkins.plugins.gerrit.traits.ChangeDiscoveryTrait')
            node79.appendNode('queryString')
            def node81 = node72.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node81.appendNode('properties', ['class': 'empty-list'])
        }
        for (node83 in project.get('factory')) {
            node83.appendNode('scriptPath', 'ci/Jenkinsfile')
        }
        for (node85 in project.get('orphanedItemStrategy')) {
            node85.appendNode('abortBuilds', 'false')
        }
    }
}

// jobs.bitesize:64
multibranchPipelineJob('remote') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.workflow.multibranch.extended.RemoteJenkinsFileWorkflowBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('scriptPath', 'Jenkinsfile')
        node1.appendNode('localMarker')
        node1.appendNode('remoteJenkinsFile', 'ci/Jenkinsfile')
        def node6 = node1.appendNode('remoteJenkinsFileSCM', ['class': 'hudson.plugins.git.GitSCM'])
        def node7 = node6.appendNode('userRemoteConfigs')
        def node8 = node7.appendNode('hudson.plugins.git.UserRemoteConfig')
        node8.appendNode('url', 'https://git.example.com/shop.git')
        def node10 = node6.appendNode('branches')
        def node11 = node10.appendNode('hudson.plugins.git.BranchSpec')
        node11.appendNode('name', '**')
        node6.appendNode('configVersion', '2')
        node6.appendNode('doGenerateSubmoduleConfigurations', 'false')
        node6.appendNode('gitTool', 'Default')
        node6.appendNode('extensions')
        node1.appendNode('matchBranches', 'true')
        node1.appendNode('scmSourceBranchName', 'master')
        node1.appendNode('fallbackBranch', 'main')
        node1.appendNode('lookupInParameters', 'false')
        for (node21 in project.get('orphanedItemStrategy')) {
            node21.appendNode('abortBuilds', 'false')
        }
        for (node23 in project.get('sources').getAt('data')) {
            def node24 = node23.appendNode('jenkins.branch.BranchSource')
            def node25 = node24.appendNode('source', ['class': 'jenkins.plugins.git.GitSCMSource'])
            node25.appendNode('id', 'git-git@git.example.com:shop/web.git')
            node25.appendNode('remote', 'git@git.example.com:shop/web.git')
            node25.appendNode('credentialsId', 'deploy-key')
            def node29 = node25.appendNode('traits')
            node29.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node31 = node24.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node31.appendNode('properties', ['class': 'empty-list'])
        }
    }
}

// jobs.bitesize:77
multibranchPipelineJob('inline') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('script', readFileFromWorkspace('pipelines/inline.groovy'))
        node1.appendNode('sandbox', 'false')
        node1.appendNode('markerFile', 'package.json')
        for (node6 in project.get('orphanedItemStrategy')) {
            node6.appendNode('abortBuilds', 'false')
        }
        for (node8 in project.get('sources').getAt('data')) {
            def node9 = node8.appendNode('jenkins.branch.BranchSource')
            def node10 = node9.appendNode('source', ['class': 'jenkins.plugins.git.GitSCMSource'])
            node10.appendNode('id', 'git-git@git.example.com:shop/web.git')
            node10.appendNode('remote', 'git@git.example.com:shop/web.git')
            node10.appendNode('credentialsId', 'deploy-key')
            def node14 = node10.appendNode('traits')
            node14.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node16 = node9.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node16.appendNode('properties', ['class': 'empty-list'])
        }
    }
}

// jobs.bitesize:91
multibranchPipelineJob('strategies') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (node1 in project.get('orphanedItemStrategy')) {
            node1.appendNode('abortBuilds', 'false')
        }
        for (node3 in project.get('sources').getAt('data')) {
            def node4 = node3.appendNode('jenkins.branch.BranchSource')
            def node5 = node4.appendNode('source', ['class': 'jenkins.plugins.git.GitSCMSource'])
            node5.appendNode('id', 'git-https://git.example.com/shop.git')
            node5.appendNode('remote', 'https://git.example.com/shop.git')
            node5.appendNode('credentialsId')
            def node9 = node5.appendNode('traits')
            node9.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node11 = node4.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            def node12 = node11.appendNode('properties', ['class': 'java.util.Arrays$ArrayList'])
            def node13 = node12.appendNode('a', ['class': 'jenkins.branch.BranchProperty-array'])
            def node14 = node13.appendNode('jenkins.branch.NoTriggerBranchProperty')
            node14.appendNode('triggeredBranchesRegex', 'main')
            node14.appendNode('strategy', 'NONE')
            def node17 = node13.appendNode('org.jenkinsci.plugins.workflow.multibranch.DurabilityHintBranchProperty')
            node17.appendNode('hint', 'PERFORMANCE_OPTIMIZED')
            def node19 = node13.appendNode('jenkins.branch.RateLimitBranchProperty')
            node19.appendNode('durationName', 'hour')
            node19.appendNode('count', '4')
            node19.appendNode('userBoost', 'false')
            def node23 = node4.appendNode('buildStrategies')
            node23.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
            def node25 = node23.appendNode('jenkins.branch.buildstrategies.basic.ChangeRequestBuildStrategyImpl')
            node25.appendNode('ignoreTargetOnlyChanges', 'true')
            node25.appendNode('ignoreUntrustedChanges', 'false')
            def node28 = node23.appendNode('jenkins.branch.buildstrategies.basic.TagBuildStrategyImpl')
            node28.appendNode('atLeastMillis', '-1')
            node28.appendNode('atMostMillis', '604800000')
            def node31 = node23.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl')
            def node32 = node31.appendNode('filters')
            def node33 = node32.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl_-ExactNameFilter')
            node33.appendNode('name', 'main')
            node33.appendNode('caseSensitive', 'false')
            node23.appendNode('jenkins.branch.buildstrategies.basic.SkipInitialBuildOnFirstBranchIndexing')
            def node37 = node23.appendNode('jenkins.branch.buildstrategies.basic.AllBranchBuildStrategyImpl')
            def node38 = node37.appendNode('strategies')
            node38.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
            node38.appendNode('jenkins.branch.buildstrategies.basic.SkipInitialBuildOnFirstBranchIndexing')
            def node41 = node23.appendNode('jenkins.branch.buildstrategies.basic.AnyBranchBuildStrategyImpl')
            def node42 = node41.appendNode('strategies')
            node42.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
            def node44 = node42.appendNode('jenkins.branch.buildstrategies.basic.TagBuildStrategyImpl')
            node44.appendNode('atLeastMillis', '-1')
            node44.appendNode('atMostMillis', '604800000')
            def node47 = node23.appendNode('jenkins.branch.buildstrategies.basic.NoneBranchBuildStrategyImpl')
            def node48 = node47.appendNode('strategies')
            def node49 = node48.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl')
            def node50 = node49.appendNode('filters')
            def node51 = node50.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl_-ExactNameFilter')
            node51.appendNode('name', 'main')
            node51.appendNode('caseSensitive', 'false')
        }
        for (node54 in project.get('factory')) {
            node54.appendNode('scriptPath', 'Jenkinsfile')
        }
    }
}

// jobs.bitesize:128
organizationFolder('repositories') {
    triggers {
        cron('H 3 * * *')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('orphanedItemStrategy')) project.remove(old)
        def node0 = project.appendNode('orphanedItemStrategy', ['class': 'com.cloudbees.hudson.plugins.folder.computed.DefaultOrphanedItemStrategy'])
        node0.appendNode('pruneDeadBranches', 'false')
        node0.appendNode('daysToKeep', '-1')
        node0.appendNode('numToKeep', '-1')
        node0.appendNode('abortBuilds', 'false')
        project.appendNode('disabled', 'true')
        for (old in project.get('projectFactories')) project.remove(old)
        def node6 = project.appendNode('projectFactories')
        def node7 = node6.appendNode('org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProjectFactory')
        node7.appendNode('scriptPath', 'Jenkinsfile')
        def node9 = project.appendNode('buildStrategies')
        node9.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
        def node11 = node9.appendNode('jenkins.branch.buildstrategies.basic.ChangeRequestBuildStrategyImpl')
        node11.appendNode('ignoreTargetOnlyChanges', 'true')
        node11.appendNode('ignoreUntrustedChanges', 'false')
        def node14 = node9.appendNode('jenkins.branch.buildstrategies.basic.TagBuildStrategyImpl')
        node14.appendNode('atLeastMillis', '-1')
        node14.appendNode('atMostMillis', '604800000')
        def node17 = node9.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl')
        def node18 = node17.appendNode('filters')
        def node19 = node18.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl_-ExactNameFilter')
        node19.appendNode('name', 'main')
        node19.appendNode('caseSensitive', 'false')
        node9.appendNode('jenkins.branch.buildstrategies.basic.SkipInitialBuildOnFirstBranchIndexing')
        def node23 = node9.appendNode('jenkins.branch.buildstrategies.basic.AllBranchBuildStrategyImpl')
        def node24 = node23.appendNode('strategies')
        node24.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
        node24.appendNode('jenkins.branch.buildstrategies.basic.SkipInitialBuildOnFirstBranchIndexing')
        def node27 = node9.appendNode('jenkins.branch.buildstrategies.basic.AnyBranchBuildStrategyImpl')
        def node28 = node27.appendNode('strategies')
        node28.appendNode('jenkins.branch.buildstrategies.basic.BranchBuildStrategyImpl')
        def node30 = node28.appendNode('jenkins.branch.buildstrategies.basic.TagBuildStrategyImpl')
        node30.appendNode('atLeastMillis', '-1')
        node30.appendNode('atMostMillis', '604800000')
        def node33 = node9.appendNode('jenkins.branch.buildstrategies.basic.NoneBranchBuildStrategyImpl')
        def node34 = node33.appendNode('strategies')
        def node35 = node34.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl')
        def node36 = node35.appendNode('filters')
        def node37 = node36.appendNode('jenkins.branch.buildstrategies.basic.NamedBranchBuildStrategyImpl_-ExactNameFilter')
        node37.appendNode('name', 'main')
        node37.appendNode('caseSensitive', 'false')
        def node40 = project.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
        node40.appendNode('properties', ['class': 'empty-list'])
        for (old in project.get('healthMetrics')) project.remove(old)
        def node42 = project.appendNode('healthMetrics')
        def node43 = node42.appendNode('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')
        node43.appendNode('nonRecursive', 'true')
        def node45 = node42.appendNode('com.cloudbees.hudson.plugins.folder.health.NamedChildHealthMetric')
        node45.appendNode('childName', 'main')
        node42.appendNode('jenkins.branch.PrimaryBranchHealthMetric')
        for (node48 in project.get('properties')) {
            def node49 = node48.appendNode('jenkins.branch.OrganizationChildTriggersProperty')
            def node50 = node49.appendNode('templates')
            def node51 = node50.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node51.appendNode('spec', 'H H/4 * * *')
            node51.appendNode('interval', '86400000')
            def node54 = node48.appendNode('jenkins.branch.OrganizationChildOrphanedItemsProperty')
            node54.appendNode('strategy', ['class': 'jenkins.branch.OrganizationChildOrphanedItemsProperty$Inherit'])
        }
        for (node56 in project.get('triggers')) {
            def node57 = node56.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node57.appendNode('spec', 'H H/4 * * *')
            node57.appendNode('interval', '86400000')
            node56.children().add(0, node56.children().remove(node56.children().size() - 1))
            def node60 = node56.appendNode('com.igalg.jenkins.plugins.mswt.trigger.ComputedFolderWebHookTrigger')
            node60.appendNode('spec')
            node60.appendNode('token', 'shop-web')
            node56.children().add(1, node56.children().remove(node56.children().size() - 1))
        }
        for (node63 in project.get('navigators')) {
            def node64 = node63.appendNode('org.jenkinsci.plugins.github__branch__source.GitHubSCMNavigator')
            node64.appendNode('repoOwner', 'shop')
            node64.appendNode('apiUri', 'https://api.github.com')
            node64.appendNode('credentialsId', 'github-app')
            node64.appendNode('enableAvatar', 'true')
            def node69 = node64.appendNode('traits')
            def node70 = node69.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node70.appendNode('strategyId', '1')
            def node72 = node69.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node72.appendNode('strategyId', '1')
            def node74 = node63.appendNode('io.jenkins.plugins.gitlabbranchsource.GitLabSCMNavigator')
            node74.appendNode('projectOwner', 'shop')
            node74.appendNode('serverName', 'default')
            node74.appendNode('credentialsId', 'gitlab-token')
            def node78 = node74.appendNode('traits')
            def node79 = node78.appendNode('io.jenkins.plugins.gitlabbranchsource.BranchDiscoveryTrait')
            node79.appendNode('strategyId', '1')
            def node81 = node78.appendNode('io.jenkins.plugins.gitlabbranchsource.OriginMergeRequestDiscoveryTrait')
            node81.appendNode('strategyId', '1')
            node78.appendNode('io.jenkins.plugins.gitlabbranchsource.SubGroupProjectDiscoveryTrait')
            def node84 = node63.appendNode('com.cloudbees.jenkins.plugins.bitbucket.BitbucketSCMNavigator')
            node84.appendNode('serverUrl', 'https://bitbucket.org')
            node84.appendNode('credentialsId', 'bitbucket-token')
            node84.appendNode('repoOwner', 'SHOP')
            def node88 = node84.appendNode('traits')
            def node89 = node88.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.BranchDiscoveryTrait')
            node89.appendNode('strategyId', '1')
            def node91 = node88.appendNode('com.cloudbees.jenkins.plugins.bitbucket.trait.OriginPullRequestDiscoveryTrait')
            node91.appendNode('strategyId', '1')
            def node93 = node63.appendNode('jenkins.plugins.gerrit.GerritSCMNavigator')
            node93.appendNode('serverUrl', 'https://review.example.com')
            node93.appendNode('insecureHttps', 'false')
            node93.appendNode('credentialsId', 'gerrit-http')
            def node97 = node93.appendNode('traits')
            def node98 = node97.appendNode('jenkins.plugins.gerrit.traits.ChangeDiscoveryTrait')
            node98.appendNode('queryString')
        }
    }
}

// jobs.bitesize:181
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

// jobs.bitesize:183
organizationFolder('inline-of-all') {
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
        node7.appendNode('scriptPath', 'ci/Jenkinsfile')
        def node9 = node6.appendNode('org.jenkinsci.plugins.inlinepipeline.InlineDefinitionMultiBranchProjectFactory')
        node9.appendNode('markerFile', 'package.json')
        node9.appendNode('script', readFileFromWorkspace('pipelines/inline-of-all.groovy'))
        node9.appendNode('sandbox', 'true')
        project.appendNode('buildStrategies')
        def node14 = project.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
        node14.appendNode('properties', ['class': 'empty-list'])
        for (node16 in project.get('properties')) {
            def node17 = node16.appendNode('jenkins.branch.OrganizationChildTriggersProperty')
            def node18 = node17.appendNode('templates')
            def node19 = node18.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node19.appendNode('spec', 'H H/4 * * *')
            node19.appendNode('interval', '86400000')
            def node22 = node16.appendNode('jenkins.branch.OrganizationChildOrphanedItemsProperty')
            node22.appendNode('strategy', ['class': 'jenkins.branch.OrganizationChildOrphanedItemsProperty$Inherit'])
        }
        for (node24 in project.get('navigators')) {
            def node25 = node24.appendNode('org.jenkinsci.plugins.github__branch__source.GitHubSCMNavigator')
            node25.appendNode('repoOwner', 'shop')
            node25.appendNode('apiUri', 'https://api.github.com')
            node25.appendNode('credentialsId', 'github-app')
            node25.appendNode('enableAvatar', 'true')
            def node30 = node25.appendNode('traits')
            def node31 = node30.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node31.appendNode('strategyId', '1')
            def node33 = node30.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node33.appendNode('strategyId', '1')
        }
    }
}

// jobs.bitesize:193
organizationFolder('remote-of-all') {
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
        def node7 = node6.appendNode('org.jenkinsci.plugins.workflow.multibranch.extended.RemoteJenkinsFileWorkflowMultiBranchProjectFactory')
        node7.appendNode('localMarker')
        node7.appendNode('remoteJenkinsFile', 'Jenkinsfile')
        node7.appendNode('lookupInParameters', 'false')
        node7.appendNode('matchBranches', 'false')
        node7.appendNode('scmSourceBranchName', 'master')
        node7.appendNode('fallbackBranch', 'master')
        def node14 = node7.appendNode('remoteJenkinsFileSCM', ['class': 'hudson.plugins.git.GitSCM'])
        def node15 = node14.appendNode('userRemoteConfigs')
        def node16 = node15.appendNode('hudson.plugins.git.UserRemoteConfig')
        node16.appendNode('url', 'https://git.example.com/shop.git')
        def node18 = node14.appendNode('branches')
        def node19 = node18.appendNode('hudson.plugins.git.BranchSpec')
        node19.appendNode('name', '**')
        node14.appendNode('configVersion', '2')
        node14.appendNode('doGenerateSubmoduleConfigurations', 'false')
        node14.appendNode('gitTool', 'Default')
        node14.appendNode('extensions')
        project.appendNode('buildStrategies')
        def node26 = project.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
        node26.appendNode('properties', ['class': 'empty-list'])
        for (node28 in project.get('properties')) {
            def node29 = node28.appendNode('jenkins.branch.OrganizationChildTriggersProperty')
            def node30 = node29.appendNode('templates')
            def node31 = node30.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node31.appendNode('spec', 'H H/4 * * *')
            node31.appendNode('interval', '86400000')
            def node34 = node28.appendNode('jenkins.branch.OrganizationChildOrphanedItemsProperty')
            node34.appendNode('strategy', ['class': 'jenkins.branch.OrganizationChildOrphanedItemsProperty$Inherit'])
        }
        for (node36 in project.get('navigators')) {
            def node37 = node36.appendNode('org.jenkinsci.plugins.github__branch__source.GitHubSCMNavigator')
            node37.appendNode('repoOwner', 'shop')
            node37.appendNode('apiUri', 'https://api.github.com')
            node37.appendNode('credentialsId', 'github-app')
            node37.appendNode('enableAvatar', 'true')
            def node42 = node37.appendNode('traits')
            def node43 = node42.appendNode('org.jenkinsci.plugins.github__branch__source.BranchDiscoveryTrait')
            node43.appendNode('strategyId', '1')
            def node45 = node42.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node45.appendNode('strategyId', '1')
        }
    }
}

// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:7
freeStyleJob('all') {
    disabled(false)
    concurrentBuild(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('30')
                    numToKeepStr('-1')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('5')
                    removeLastBuild(false)
                }
            }
        }
    }
    blockOn(['.*-deploy']) {
        blockLevel('NODE')
        scanQueueFor('DISABLED')
    }
    weight(2)
    properties {
        githubProjectUrl('https://github.com/example/shop/')
    }
    deliveryPipelineConfiguration('Build', 'Compile')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('com.sonyericsson.rebuild.RebuildSettings')
            node1.appendNode('autoRebuild', 'true')
            node1.appendNode('rebuildDisabled', 'false')
            def node4 = node0.appendNode('EnvInjectJobProperty')
            def node5 = node4.appendNode('info')
            node5.appendNode('propertiesContent', 'GOFLAGS=-mod=vendor')
            node5.appendNode('loadFilesFromMaster', 'false')
            node4.appendNode('on', 'true')
            node4.appendNode('keepJenkinsSystemVariables', 'true')
            node4.appendNode('keepBuildVariables', 'true')
            node4.appendNode('overrideBuildParameters', 'false')
            node4.appendNode('contributors')
            def node13 = node0.appendNode('hudson.plugins.throttleconcurrents.ThrottleJobProperty')
            node13.appendNode('maxConcurrentPerNode', '1')
            node13.appendNode('maxConcurrentTotal', '4')
            node13.appendNode('throttleEnabled', 'true')
            node13.appendNode('throttleOption', 'project')
            node13.appendNode('categories')
            node13.appendNode('limitOneJobWithMatchingParams', 'false')
            node13.appendNode('paramsToUseForLimit')
            node13.appendNode('configVersion', '1')
            def node22 = node0.appendNode('jenkins.branch.RateLimitBranchProperty_-JobPropertyImpl')
            node22.appendNode('durationName', 'day')
            node22.appendNode('count', '4')
            node22.appendNode('userBoost', 'false')
            def node26 = node0.appendNode('jenkins.advancedqueue.priority.strategy.PriorityJobProperty')
            node26.appendNode('useJobPriority', 'true')
            node26.appendNode('priority', '1')
            def node29 = node0.appendNode('jenkins.advancedqueue.jobinclusion.strategy.JobInclusionJobProperty')
            node29.appendNode('useJobGroup', 'true')
            node29.appendNode('jobGroupName', 'releases')
            def node32 = node0.appendNode('org.jenkins.plugins.lockableresources.RequiredResourcesProperty')
            node32.appendNode('resourceNamesVar', 'TEST_BENCH')
            node32.appendNode('resourceNumber', '1')
            node32.appendNode('labelName', 'test-bench')
            node32.appendNode('lockTimeout', '0')
            node32.appendNode('lockTimeoutUnit', 'MINUTES')
            def node38 = node0.appendNode('com.dabsquared.gitlabjenkins.connection.GitLabConnectionProperty')
            node38.appendNode('gitLabConnection', 'gitlab.example.com')
            node38.appendNode('useAlternativeCredential', 'false')
            def node41 = node0.appendNode('com.synopsys.arc.jenkins.plugins.ownership.jobs.JobOwnerJobProperty')
            def node42 = node41.appendNode('ownership')
            node42.appendNode('ownershipEnabled', 'true')
            node42.appendNode('primaryOwnerId', 'alice')
            def node45 = node42.appendNode('coownersIds', ['class': 'sorted-set'])
            node45.appendNode('string', 'bob')
            def node47 = node0.appendNode('hudson.plugins.sidebar__link.ProjectLinks')
            def node48 = node47.appendNode('links')
            def node49 = node48.appendNode('hudson.plugins.sidebar__link.LinkAction')
            node49.appendNode('url', 'https://wiki.example.com/shop')
            node49.appendNode('text', 'Wiki')
            node49.appendNode('icon', 'icon-help icon-md')
            def node53 = node0.appendNode('hudson.security.AuthorizationMatrixProperty')
            node53.appendNode('inheritanceStrategy', ['class': 'org.jenkinsci.plugins.matrixauth.inheritance.InheritParentStrategy'])
            node53.appendNode('permission', 'GROUP:hudson.model.Item.Build:developers')
            node53.appendNode('permission', 'GROUP:hudson.model.Item.Read:developers')
            def node57 = node0.appendNode('hudson.plugins.copyartifact.CopyArtifactPermissionProperty')
            def node58 = node57.appendNode('projectNameList')
            node58.appendNode('string', 'deploy')
            node0.appendNode('hudson.plugins.disk__usage.DiskUsageProperty')
        }
    }
}

// jobs.bitesize:63
pipelineJob('of-pipeline') {
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('30')
                    numToKeepStr('-1')
                    artifactDaysToKeepStr('-1')
                    artifactNumToKeepStr('5')
                    removeLastBuild(false)
                }
            }
        }
    }
    blockOn(['.*-deploy']) {
        blockLevel('NODE')
        scanQueueFor('DISABLED')
    }
    properties {
        disableConcurrentBuilds {
            abortPrevious(true)
        }
    }
    properties {
        githubProjectUrl('https://github.com/example/shop/')
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/of-pipeline.groovy'))
            sandbox(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties')) {
            def node1 = node0.appendNode('org.jenkinsci.plugins.workflow.job.properties.DurabilityHintJobProperty')
            node1.appendNode('hint', 'PERFORMANCE_OPTIMIZED')
            node0.appendNode('org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty')
            def node4 = node0.appendNode('com.sonyericsson.rebuild.RebuildSettings')
            node4.appendNode('autoRebuild', 'true')
            node4.appendNode('rebuildDisabled', 'false')
            def node7 = node0.appendNode('EnvInjectJobProperty')
            def node8 = node7.appendNode('info')
            node8.appendNode('propertiesContent', 'GOFLAGS=-mod=vendor')
            node8.appendNode('loadFilesFromMaster', 'false')
            node7.appendNode('on', 'true')
            node7.appendNode('keepJenkinsSystemVariables', 'true')
            node7.appendNode('keepBuildVariables', 'true')
            node7.appendNode('overrideBuildParameters', 'false')
            node7.appendNode('contributors')
            def node16 = node0.appendNode('hudson.plugins.throttleconcurrents.ThrottleJobProperty')
            node16.appendNode('maxConcurrentPerNode', '1')
            node16.appendNode('maxConcurrentTotal', '4')
            node16.appendNode('throttleEnabled', 'true')
            node16.appendNode('throttleOption', 'project')
            node16.appendNode('categories')
            node16.appendNode('limitOneJobWithMatchingParams', 'false')
            node16.appendNode('paramsToUseForLimit')
            node16.appendNode('configVersion', '1')
            def node25 = node0.appendNode('jenkins.branch.RateLimitBranchProperty_-JobPropertyImpl')
            node25.appendNode('durationName', 'day')
            node25.appendNode('count', '4')
            node25.appendNode('userBoost', 'false')
            def node29 = node0.appendNode('jenkins.advancedqueue.priority.strategy.PriorityJobProperty')
            node29.appendNode('useJobPriority', 'true')
            node29.appendNode('priority', '1')
            def node32 = node0.appendNode('jenkins.advancedqueue.jobinclusion.strategy.JobInclusionJobProperty')
            node32.appendNode('useJobGroup', 'true')
            node32.appendNode('jobGroupName', 'releases')
            def node35 = node0.appendNode('org.jenkins.plugins.lockableresources.RequiredResourcesProperty')
            node35.appendNode('resourceNamesVar', 'TEST_BENCH')
            node35.appendNode('resourceNumber', '1')
            node35.appendNode('labelName', 'test-bench')
            node35.appendNode('lockTimeout', '0')
            node35.appendNode('lockTimeoutUnit', 'MINUTES')
            def node41 = node0.appendNode('com.dabsquared.gitlabjenkins.connection.GitLabConnectionProperty')
            node41.appendNode('gitLabConnection', 'gitlab.example.com')
            node41.appendNode('useAlternativeCredential', 'false')
            def node44 = node0.appendNode('com.synopsys.arc.jenkins.plugins.ownership.jobs.JobOwnerJobProperty')
            def node45 = node44.appendNode('ownership')
            node45.appendNode('ownershipEnabled', 'true')
            node45.appendNode('primaryOwnerId', 'alice')
            def node48 = node45.appendNode('coownersIds', ['class': 'sorted-set'])
            node48.appendNode('string', 'bob')
            def node50 = node0.appendNode('hudson.plugins.sidebar__link.ProjectLinks')
            def node51 = node50.appendNode('links')
            def node52 = node51.appendNode('hudson.plugins.sidebar__link.LinkAction')
            node52.appendNode('url', 'https://wiki.example.com/shop')
            node52.appendNode('text', 'Wiki')
            node52.appendNode('icon', 'icon-help icon-md')
            def node56 = node0.appendNode('hudson.security.AuthorizationMatrixProperty')
            node56.appendNode('inheritanceStrategy', ['class': 'org.jenkinsci.plugins.matrixauth.inheritance.InheritParentStrategy'])
            node56.appendNode('permission', 'GROUP:hudson.model.Item.Build:developers')
            node56.appendNode('permission', 'GROUP:hudson.model.Item.Read:developers')
            def node60 = node0.appendNode('hudson.plugins.copyartifact.CopyArtifactPermissionProperty')
            def node61 = node60.appendNode('projectNameList')
            node61.appendNode('string', 'deploy')
            node0.appendNode('hudson.plugins.disk__usage.DiskUsageProperty')
        }
    }
}

// jobs.bitesize:120
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

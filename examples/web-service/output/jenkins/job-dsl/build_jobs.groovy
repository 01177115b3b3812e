// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// build.bitesize:4
pipelineJob('web') {
    description('Builds component web of web-service.')
    disabled(false)
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
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
            script(readFileFromWorkspace('delivery/jenkins/pipelines/web.groovy'))
            sandbox(true)
        }
    }
}

// build.bitesize:27
pipelineJob('worker') {
    description('Builds component worker of web-service.')
    disabled(false)
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
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
            script(readFileFromWorkspace('delivery/jenkins/pipelines/worker.groovy'))
            sandbox(true)
        }
    }
}

// build.bitesize:21, build.bitesize:4
multibranchPipelineJob('web-pull-requests') {
    description('Builds pull requests of component web of web-service.')
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
        node1.appendNode('script', readFileFromWorkspace('delivery/jenkins/pipelines/web-pull-requests.groovy'))
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'web/Dockerfile')
        for (node6 in project.get('triggers')) {
            def node7 = node6.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node7.appendNode('spec', 'H H/4 * * *')
            node7.appendNode('interval', '86400000')
        }
        for (node10 in project.get('sources').getAt('data')) {
            def node11 = node10.appendNode('jenkins.branch.BranchSource')
            def node12 = node11.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node12.appendNode('id', 'web-pull-requests')
            node12.appendNode('apiUri', 'https://api.github.com')
            node12.appendNode('credentialsId', 'github')
            node12.appendNode('repoOwner', 'example')
            node12.appendNode('repository', 'web-service')
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
            node27.appendNode('contextLabel', 'web-service/web')
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

// build.bitesize:21, build.bitesize:27
multibranchPipelineJob('worker-pull-requests') {
    description('Builds pull requests of component worker of web-service.')
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
        node1.appendNode('script', readFileFromWorkspace('delivery/jenkins/pipelines/worker-pull-requests.groovy'))
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'worker/Dockerfile')
        for (node6 in project.get('triggers')) {
            def node7 = node6.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node7.appendNode('spec', 'H H/4 * * *')
            node7.appendNode('interval', '86400000')
        }
        for (node10 in project.get('sources').getAt('data')) {
            def node11 = node10.appendNode('jenkins.branch.BranchSource')
            def node12 = node11.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node12.appendNode('id', 'worker-pull-requests')
            node12.appendNode('apiUri', 'https://api.github.com')
            node12.appendNode('credentialsId', 'github')
            node12.appendNode('repoOwner', 'example')
            node12.appendNode('repository', 'web-service')
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
            node27.appendNode('contextLabel', 'web-service/worker')
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

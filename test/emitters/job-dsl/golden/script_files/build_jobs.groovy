// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
multibranchPipelineJob('web-pull-requests') {
    branchSources {
        git {
            id('a')
            remote('https://git.example.com/web.git')
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('script', readFileFromWorkspace('out/jenkins/pipelines/web-pull-requests.groovy'))
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'package.json')
        for (node6 in project.get('orphanedItemStrategy')) {
            node6.appendNode('abortBuilds', 'false')
        }
        for (node8 in project.get('sources').getAt('data').getAt('jenkins.branch.BranchSource').getAt('source')) {
            for (old in node8.get('includes')) node8.remove(old)
            for (old in node8.get('excludes')) node8.remove(old)
            for (old in node8.get('ignoreOnPushNotifications')) node8.remove(old)
            def node9 = node8.appendNode('traits')
            node9.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
        }
    }
}

// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// orders/build.bitesize:4
freeStyleJob('orders/api') {
    description('Builds component api of orders.')
    label('orders.generic')
    scm {
        git {
            remote {
                url('git@github.com:example/orders.git')
                credentials('git')
            }
            branch('main')
        }
    }
    triggers {
        scm('H/5 * * * *')
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./build.sh')
    }
    publishers {
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('publishers')) {
            def node3 = node2.appendNode('jenkins.plugins.slack.SlackNotifier')
            node3.appendNode('teamDomain', 'example-orders')
            node3.appendNode('tokenCredentialId', 'slack')
            node3.appendNode('botUser', 'false')
            node3.appendNode('room', '#orders')
            node3.appendNode('sendAsText', 'false')
            node3.appendNode('startNotification', 'false')
            node3.appendNode('notifySuccess', 'false')
            node3.appendNode('notifyAborted', 'false')
            node3.appendNode('notifyNotBuilt', 'false')
            node3.appendNode('notifyUnstable', 'true')
            node3.appendNode('notifyRegression', 'false')
            node3.appendNode('notifyFailure', 'true')
            node3.appendNode('notifyEveryFailure', 'true')
            node3.appendNode('notifyBackToNormal', 'true')
            node3.appendNode('notifyRepeatedFailure', 'true')
            node3.appendNode('includeTestSummary', 'true')
            node3.appendNode('includeFailedTests', 'false')
            node3.appendNode('uploadFiles', 'false')
            node3.appendNode('commitInfoChoice', 'NONE')
            node3.appendNode('includeCustomMessage', 'false')
        }
        for (node24 in project.get('scm')) {
            node24.appendNode('extensions')
        }
    }
}

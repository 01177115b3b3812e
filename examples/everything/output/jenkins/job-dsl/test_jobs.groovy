// Tests of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:149
freeStyleJob('Development-smoke') {
    description('Test smoke of environment Development.')
    label('node')
    scm {
        git {
            remote {
                url('git@git.example.com:everything/tests.git')
                credentials('web-deploy-key')
            }
            branch('main')
        }
    }
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./smoke.sh https://web.dev.example.com')
        shell('./contract.sh')
    }
    publishers {
        mailer('releng@example.com', false, false)
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('scm')) {
            node2.appendNode('extensions')
        }
    }
}

// Tests of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:44
freeStyleJob('Development-smoke') {
    description('Test smoke of environment Development.')
    label('generic')
    scm {
        git {
            remote {
                url('git@git.example.com:shop/tests.git')
                credentials('seed-job-key')
            }
            branch('main')
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./smoke.sh https://shop.dev.example.com')
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

// environments.bitesize:64
freeStyleJob('Staging-acceptance') {
    description('Test acceptance of environment Staging.')
    label('generic')
    scm {
        git {
            remote {
                url('git@git.example.com:shop/tests.git')
                credentials('seed-job-key')
            }
            branch('main')
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./acceptance.sh https://shop.stg.example.com')
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

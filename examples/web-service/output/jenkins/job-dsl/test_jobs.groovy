// Tests of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:47
freeStyleJob('Preview-smoke') {
    description('Test smoke of environment Preview.')
    label('generic')
    scm {
        git {
            remote {
                url('https://github.com/example/web-service.git')
                credentials('github')
            }
            branch('main')
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./smoke.sh https://preview.web-service.example.com')
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

// environments.bitesize:63
freeStyleJob('Staging-smoke') {
    description('Test smoke of environment Staging.')
    label('generic')
    scm {
        git {
            remote {
                url('https://github.com/example/web-service.git')
                credentials('github')
            }
            branch('main')
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./smoke.sh https://staging.web-service.example.com')
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

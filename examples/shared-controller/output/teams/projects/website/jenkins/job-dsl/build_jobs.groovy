// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// website/build.bitesize:3
freeStyleJob('website/api') {
    description('Builds component api of website.')
    label('website.generic')
    scm {
        git {
            remote {
                url('git@github.com:example/website.git')
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

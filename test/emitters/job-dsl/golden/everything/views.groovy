// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
listView('Builds') {
    description('build jobs')
    filterBuildQueue(true)
    filterExecutors(true)
    recurse(true)
    jobs {
        name('app-scm')
        name('app-git-short')
    }
    jobs {
        regex('.*-build')
    }
    columns {
        status()
        weather()
        name()
        lastSuccess()
        lastFailure()
        lastDuration()
        buildButton()
    }
    configure { project ->
        project.appendNode('statusFilter', 'true')
    }
}

// an example of the tests
listView('team/inner') {
    jobs {
        name('app-build')
    }
    columns {
        name()
    }
}

// an example of the tests
buildPipelineView('Pipeline') {
    title('CI Pipeline')
    displayedBuilds(5)
    alwaysAllowManualTrigger(true)
    showPipelineParameters(true)
    refreshFrequency(60)
    selectedJob('app-scm')
}

// an example of the tests
nestedView('Nested') {
    views {
        listView('one') {
            jobs {
                regex('a.*')
            }
            columns {
                status()
                name()
            }
        }
        listView('two') {
            columns {
                status()
            }
        }
    }
    columns {
        status()
        weather()
    }
}

// an example of the tests
dashboardView('Dash') {
    jobs {
        name('app-scm')
    }
    columns {
        status()
        name()
    }
}

// an example of the tests
deliveryPipelineView('Delivery') {
    pipelineInstances(3)
    pipelines {
        component('Sub', 'app-scm')
    }
}

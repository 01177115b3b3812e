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
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('jobNames')) {
            node0.attributes().remove('class')
        }
        for (node1 in project.get('jobFilters')) {
            def node2 = node1.appendNode('hudson.views.StatusFilter')
            node2.appendNode('statusFilter', 'true')
        }
    }
}

// an example of the tests
listView('team/inner') {
    recurse(false)
    jobs {
        name('app-build')
    }
    columns {
        name()
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('jobNames')) {
            node0.attributes().remove('class')
        }
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
            recurse(false)
            jobs {
                regex('a.*')
            }
            columns {
                status()
                name()
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (node0 in project.get('jobNames')) {
                    node0.attributes().remove('class')
                }
            }
        }
        listView('two') {
            recurse(false)
            columns {
                status()
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (node0 in project.get('jobNames')) {
                    node0.attributes().remove('class')
                }
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
    recurse(false)
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

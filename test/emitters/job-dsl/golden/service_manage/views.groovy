// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
listView('example/deploys') {
    description('Deploy jobs')
    recurse(false)
    jobs {
        name('service-manage')
    }
    jobs {
        regex('.*-deploy')
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
    }
}

// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// jenkins.bitesize:90
listView('Images') {
    description('All image jobs')
    recurse(false)
    jobs {
        regex('.*-docker-image')
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

// jenkins.bitesize:91
listView('Web') {
    recurse(false)
    jobs {
        name('web')
        name('web-docker-image')
    }
    columns {
        status()
        name()
        buildButton()
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('jobNames')) {
            node0.attributes().remove('class')
        }
    }
}

// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
listView('example/deploys') {
    description('Deploy jobs')
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
}

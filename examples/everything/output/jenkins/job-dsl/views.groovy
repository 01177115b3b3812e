// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// jenkins.bitesize:86
listView('Images') {
    description('All image jobs')
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
}

// jenkins.bitesize:87
listView('Web') {
    jobs {
        name('web')
        name('web-docker-image')
    }
    columns {
        status()
        name()
        buildButton()
    }
}

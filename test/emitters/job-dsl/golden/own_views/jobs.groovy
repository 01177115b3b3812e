// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:271
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

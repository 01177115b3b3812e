// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('portal/environment-pipeline') {
    description('Takes versions of applications of single-sign-on through its environments.')
    disabled(false)
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/portal/environment-pipeline.groovy'))
            sandbox(true)
        }
    }
}

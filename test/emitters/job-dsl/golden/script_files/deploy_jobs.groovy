// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('it\'s a folder/size {1}') {
    disabled(false)
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/it\'s a folder/size {1}.groovy'))
            sandbox(true)
        }
    }
}

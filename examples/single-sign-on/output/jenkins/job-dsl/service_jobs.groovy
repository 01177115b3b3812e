// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('portal/service-manage') {
    description('Applies the Services, Ingresses, claims and third-party resources of single-sign-on.')
    disabled(false)
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/portal/service-manage.groovy'))
            sandbox(true)
        }
    }
}

// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// application.bitesize:3
pipelineJob('docs-site-docker-image') {
    description('Builds the container image of application docs-site of docs-site.')
    disabled(false)
    properties {
        pipelineTriggers {
            triggers {
                upstream {
                    upstreamProjects('docs-site')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/docs-site-docker-image.groovy'))
            sandbox(true)
        }
    }
}

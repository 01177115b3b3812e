// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// application.bitesize:4
pipelineJob('storefront-docker-image') {
    description('Builds the container image of application storefront of sample-app.')
    disabled(false)
    properties {
        pipelineTriggers {
            triggers {
                upstream {
                    upstreamProjects('storefront')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/storefront-docker-image.groovy'))
            sandbox(true)
        }
    }
}

// application.bitesize:15
pipelineJob('orders-docker-image') {
    description('Builds the container image of application orders of sample-app.')
    disabled(false)
    properties {
        pipelineTriggers {
            triggers {
                upstream {
                    upstreamProjects('orders')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/orders-docker-image.groovy'))
            sandbox(true)
        }
    }
}

// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:5, environments.bitesize:54, environments.bitesize:67
pipelineJob('service-manage') {
    description('Applies the Services, Ingresses, claims and third-party resources of web-service.')
    disabled(false)
    properties {
        pipelineTriggers {
            triggers {
                cron {
                    spec('H/15 * * * *')
                }
                upstream {
                    upstreamProjects('seed-job')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/service-manage.groovy'))
            sandbox(true)
        }
    }
}

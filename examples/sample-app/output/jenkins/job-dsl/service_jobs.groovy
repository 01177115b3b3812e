// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4, environments.bitesize:50, environments.bitesize:70
pipelineJob('service-manage') {
    description('Applies the Services, Ingresses, claims and third-party resources of sample-app.')
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
            script(readFileFromWorkspace('jenkins/pipelines/service-manage.groovy'))
            sandbox(true)
        }
    }
}

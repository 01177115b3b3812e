// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('service-manage') {
    description('Applies the Services, Ingresses, claims and third-party resources of docs-site.')
    disabled(false)
    properties {
        pipelineTriggers {
            triggers {
                cron {
                    spec('H/15 * * * *')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/service-manage.groovy'))
            sandbox(true)
        }
    }
}

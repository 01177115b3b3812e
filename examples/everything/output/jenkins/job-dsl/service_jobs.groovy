// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4, environments.bitesize:159
pipelineJob('service-manage') {
    description('Applies the Services, Ingresses, claims and third-party resources of everything.')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    properties {
        pipelineTriggers {
            triggers {
                cron {
                    spec('H H * * *')
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
            script(readFileFromWorkspace('out/jenkins/pipelines/service-manage.groovy'))
            sandbox(true)
        }
    }
}

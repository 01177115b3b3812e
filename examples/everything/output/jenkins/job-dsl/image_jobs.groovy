// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// application.bitesize:4
pipelineJob('web-docker-image') {
    description('Builds the container image of application web of everything.')
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
                upstream {
                    upstreamProjects('web')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/web-docker-image.groovy'))
            sandbox(true)
        }
    }
}

// application.bitesize:18
pipelineJob('stock-docker-image') {
    description('Builds the container image of application stock of everything.')
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
                upstream {
                    upstreamProjects('stock')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/stock-docker-image.groovy'))
            sandbox(true)
        }
    }
}

// application.bitesize:25
pipelineJob('tools-docker-image') {
    description('Builds the container image of application tools of everything.')
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
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/tools-docker-image.groovy'))
            sandbox(true)
        }
    }
}

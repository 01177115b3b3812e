// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('sample-app-docker-image') {
    description('Builds the container image of application sample-app')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('30')
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
                    upstreamProjects('static-content, different-dir')
                    threshold('SUCCESS')
                }
            }
        }
    }
    definition {
        cps {
            script('''\
node('dind') {
    stage('Build') { sh 'echo "$PATH" && true' }
}
''')
            sandbox(true)
        }
    }
}

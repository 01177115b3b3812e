// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('pipe-cps') {
    description('a pipeline')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('5')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    parameters {
        stringParam('IMAGE', 'latest', '')
        booleanParam('SKIP', false)
    }
    environmentVariables {
        env('appname', 'demo')
    }
    properties {
        pipelineTriggers {
            triggers {
                cron {
                    spec('@daily')
                }
                upstream {
                    upstreamProjects('app-scm')
                    threshold('SUCCESS')
                }
                pollSCM {
                    scmpoll_spec('H/10 * * * *')
                }
            }
        }
    }
    definition {
        cps {
            script('''\
node('dind') {
  stage 'Build'
  sh "docker build -t \u0024{env.IMAGE} ."
}''')
            sandbox(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node0.appendNode('trim', 'false')
        }
    }
}

// an example of the tests
pipelineJob('pipe-cps-nosandbox') {
    disabled(false)
    definition {
        cps {
            script('echo 1')
            sandbox(false)
        }
    }
}

// an example of the tests
pipelineJob('pipe-scm') {
    disabled(false)
    definition {
        cpsScm {
            scm {
                git {
                    remote {
                        url('https://example.com/x.git')
                        credentials('c')
                    }
                    branch('*/main')
                }
            }
            scriptPath('ci/Jenkinsfile')
            lightweight(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('definition').getAt('scm')) {
            node0.appendNode('extensions')
        }
    }
}

// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('pipe-cps') {
    description('a pipeline')
    logRotator {
        numToKeep(5)
    }
    parameters {
        stringParam('IMAGE', 'latest', '')
        booleanParam('SKIP', false)
    }
    environmentVariables {
        env('appname', 'demo')
    }
    triggers {
        cron('@daily')
        upstream('app-scm', 'SUCCESS')
        scm('H/10 * * * *')
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
}

// an example of the tests
pipelineJob('pipe-cps-nosandbox') {
    definition {
        cps {
            script('echo 1')
            sandbox(false)
        }
    }
}

// an example of the tests
pipelineJob('pipe-scm') {
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
}

// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('sample-app-docker-image') {
    description('Builds the container image of application sample-app')
    logRotator {
        numToKeep(30)
    }
    triggers {
        upstream('static-content, different-dir', 'SUCCESS')
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

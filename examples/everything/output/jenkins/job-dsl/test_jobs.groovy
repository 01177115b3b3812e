// Tests of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:149
freeStyleJob('Development-smoke') {
    description('Test smoke of environment Development.')
    label('node')
    logRotator {
        numToKeep(50)
    }
    scm {
        git {
            remote {
                url('git@git.example.com:everything/tests.git')
                credentials('web-deploy-key')
            }
            branch('main')
        }
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('./smoke.sh https://web.dev.example.com')
        shell('./contract.sh')
    }
    publishers {
        mailer('releng@example.com', false, false)
    }
}

// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('static-content') {
    description('Builds component static-content of project example')
    label('generic')
    logRotator {
        numToKeep(30)
    }
    scm {
        git {
            remote {
                url('git@bitbucket.org:example/sample-app.git')
                credentials('seed-job-key')
            }
            branch('master')
        }
    }
    triggers {
        scm('H/5 * * * *')
    }
    wrappers {
        colorizeOutput()
        timestamps()
        timeout {
            absolute(60)
        }
        credentialsBinding {
            string('API_TOKEN', 'example-api-token')
        }
    }
    steps {
        environmentVariables {
            env('NODE_ENV', 'production')
            env('QUOTED', 'it\'s "a" $value \\ end')
        }
        shell('''\
set -eu
sudo gem install --no-document fpm -v 1.15.1''')
        shell('rm -f *.deb')
        gradle {
            tasks('clean build')
            switches('--stacktrace')
            useWrapper(false)
        }
    }
    publishers {
        archiveArtifacts {
            pattern('*.deb')
            pattern('build/*.jar')
        }
    }
}

// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('static-content') {
    description('Builds component static-content of project example')
    label('generic')
    scm {
        git {
            remote {
                url('git@bitbucket.org:example/sample-app.git')
                credentials('seed-job-key')
            }
            branch('master')
        }
    }
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
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('builders').getAt('hudson.plugins.gradle.Gradle')) {
            for (old in node2.get('fromRootBuildScriptDir')) node2.remove(old)
            node2.appendNode('wrapperLocation')
        }
        for (node4 in project.get('scm')) {
            node4.appendNode('extensions')
        }
    }
}

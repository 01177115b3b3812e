// Services, ingresses, claims and third-party resources.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('example/service-manage') {
    label('generic')
    triggers {
        cron('H/15 * * * *')
    }
    wrappers {
        colorizeOutput()
    }
    steps {
        shell('kubectl apply --server-side -f -')
        copyArtifacts('seed-job') {
            includePatterns('k8s/**')
            buildSelector {
                latestSuccessful(true)
            }
        }
    }
    publishers {
        downstream('example/environment-pipeline', 'SUCCESS')
        mailer('team@example.com', true, false)
        archiveJunit('reports/*.xml')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('publishers').getAt('hudson.tasks.BuildTrigger').getAt('threshold')) {
            node2.appendNode('completeBuild', 'true')
        }
        for (node4 in project.get('publishers').getAt('hudson.tasks.junit.JUnitResultArchiver')) {
            for (old in node4.get('keepLongStdio')) node4.remove(old)
            node4.appendNode('keepProperties', 'false')
            node4.appendNode('keepTestNames', 'false')
            node4.appendNode('skipPublishingChecks', 'false')
            node4.appendNode('skipMarkingBuildUnstable', 'false')
            node4.appendNode('skipOldReports', 'false')
        }
    }
}

// an example of the tests
pipelineJob('example/from-scm') {
    disabled(false)
    definition {
        cpsScm {
            scm {
                git {
                    remote {
                        url('https://git.example/x.git')
                        credentials('c')
                    }
                    branch('main')
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

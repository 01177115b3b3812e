// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('team/app-build') {
    description('Builds <app> & "docs"')
    displayName('App build')
    label('generic && linux')
    logRotator {
        daysToKeep(30)
        numToKeep(20)
        artifactDaysToKeep(7)
        artifactNumToKeep(5)
    }
    quietPeriod(5)
    customWorkspace('/data/ws/app')
    concurrentBuild(true)
    blockOn(['other-job', 'team/.*-deploy'])
    environmentVariables {
        env('APP', 'app')
        env('FOO', 'bar baz')
        env('EMPTY', '')
        keepBuildVariables(true)
    }
    parameters {
        stringParam('VERSION', '1.0', 'Version to build')
        choiceParam('ENV', ['dev', 'stg', 'prd'], 'Target')
        booleanParam('DRY_RUN', true, 'Dry run?')
        textParam('NOTES', '''\
a
b''', 'notes')
        nonStoredPasswordParam('SECRET', 'secret')
        credentialsParam('CREDS') {
            type('com.cloudbees.plugins.credentials.common.StandardCredentials')
            required(true)
            defaultValue('abc')
            description('creds')
        }
    }
    properties {
        githubProjectUrl('https://github.com/example/app')
    }
}

// an example of the tests
freeStyleJob('app-scm') {
    description('run tests')
    scm {
        git {
            remote {
                name('origin')
                url('git@github.com:example/app.git')
                credentials('seed-job-key')
            }
            branch('refs/heads/master')
        }
    }
    triggers {
        scm('* * * * *')
        cron('H 2 * * *')
        upstream('a-job, b-job', 'SUCCESS')
    }
    wrappers {
        colorizeOutput()
        timestamps()
        timeout {
            absolute(30)
        }
        preBuildCleanup()
        credentialsBinding {
            string('TOKEN', 'token-id')
            usernamePassword('USER', 'PASS', 'up-id')
            usernamePassword('UP', 'up2-id')
            file('KUBECONFIG', 'kube-id')
        }
        environmentVariables {
            env('A', 'b')
        }
        buildName('#\u0024{BUILD_NUMBER}-\u0024{ENV}')
        sshAgent('deploy-key')
        maskPasswords()
    }
    steps {
        environmentVariables {
            env('ONE', '1')
            env('TWO', 'two words')
        }
        shell('''\
#!/bin/bash
set -e
echo "hello <world> & 'you'"
''')
        shell('make')
        gradle {
            tasks('clean build')
            switches('--info')
            useWrapper(true)
        }
        gradle {
            tasks('test')
            switches('-q')
            useWrapper(true)
        }
        systemGroovyCommand('println 1')
        groovyCommand('println 2')
        maven('-B clean install')
        downstreamParameterized {
            trigger('deploy') {
                block {
                    buildStepFailure('FAILURE')
                    failure('FAILURE')
                    unstable('UNSTABLE')
                }
                parameters {
                    currentBuild()
                    predefinedProp('V', '$VERSION')
                }
            }
        }
        copyArtifacts('seed-job') {
            includePatterns('application.bitesize')
            buildSelector {
                workspace()
            }
        }
    }
    publishers {
        archiveArtifacts {
            pattern('build/libs/*.jar')
        }
        archiveArtifacts {
            pattern('dist/*.deb')
            pattern('dist/*.rpm')
            exclude('tmp/**')
            allowEmpty(true)
            onlyIfSuccessful(true)
            fingerprint(true)
            defaultExcludes(false)
        }
        archiveJunit('**/TEST-*.xml') {
            allowEmptyResults(true)
        }
        downstream('next-job', 'SUCCESS')
        downstreamParameterized {
            trigger('param-next') {
                condition('UNSTABLE_OR_BETTER')
                parameters {
                    currentBuild()
                }
            }
        }
        mailer('dev@example.com', false, true)
        extendedEmail {
            recipientList('qa@example.com')
            triggers {
                failure {
                    sendTo {
                        developers()
                        recipientList()
                    }
                }
            }
        }
        fingerprint('**/*.jar')
        wsCleanup()
        publishHtml {
            report('reports') {
                reportName('Rep')
            }
        }
    }
}
queue('app-scm')

// an example of the tests
freeStyleJob('app-git-short') {
    scm {
        git {
            remote {
                url('https://github.com/example/app.git')
            }
            branch('develop')
            extensions {
                perBuildTag()
            }
        }
    }
    logRotator {
        daysToKeep(14)
        numToKeep(10)
    }
    authenticationToken('s3cr3t')
    jdk('jdk8')
    checkoutRetryCount(3)
    disabled(true)
    keepDependencies(true)
    blockOnUpstreamProjects()
    blockOnDownstreamProjects()
    authorization {
        permission('hudson.model.Item.Read', 'dev')
        permission('hudson.model.Item.Delete', 'admin')
        permission('hudson.model.Item.Configure', 'admin')
        permission('hudson.model.Item.Read', 'admin')
        permission('hudson.model.Item.Discover', 'admin')
        permission('hudson.model.Item.Build', 'admin')
        permission('hudson.model.Item.Workspace', 'admin')
        permission('hudson.model.Item.Cancel', 'admin')
        permission('hudson.model.Item.Release', 'admin')
        permission('hudson.model.Item.ExtendedRead', 'admin')
        permission('hudson.model.Run.Delete', 'admin')
        permission('hudson.model.Run.Update', 'admin')
        permission('hudson.scm.SCM.Tag', 'admin')
        permission('hudson.model.Item.Create', 'admin')
        permission('hudson.model.Item.Move', 'admin')
        permission('hudson.model.Run.Replay', 'admin')
        permission('hudson.model.Run.Artifacts', 'admin')
        permission('hudson.model.View.Create', 'admin')
        permission('hudson.model.View.Delete', 'admin')
        permission('hudson.model.View.Configure', 'admin')
        permission('hudson.model.View.Read', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Create', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Delete', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.ManageDomains', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Update', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.View', 'admin')
    }
    weight(2)
    deliveryPipelineConfiguration('Build', 'compile')
    throttleConcurrentBuilds {
        maxPerNode(1)
        maxTotal(2)
        categories(['cat-1'])
    }
    notifications {
        endpoint('http://hook.example.com') {
            event('all')
            timeout(10000)
        }
    }
}

// an example of the tests
freeStyleJob('app-git-ext') {
    scm {
        git {
            remote {
                url('git@github.com:example/app.git')
                refspec('+refs/pull/*:refs/remotes/origin/pr/*')
                credentials('c1')
            }
            branch('*/main')
            branch('*/release')
            browser {
                gitWeb('https://github.com/example/app')
            }
            extensions {
                cleanBeforeCheckout()
                wipeOutWorkspace()
                relativeTargetDirectory('src')
                localBranch('main')
                cloneOptions {
                    shallow(true)
                    depth(1)
                    noTags(true)
                    honorRefspec(true)
                    timeout(20)
                }
                submoduleOptions {
                    recursive(true)
                    parentCredentials(true)
                }
                perBuildTag()
                pruneBranches()
                ignoreNotifyCommit()
                mergeOptions {
                    remote('origin')
                    branch('develop')
                }
            }
        }
    }
    properties {
        githubProjectUrl('https://github.com/example/app/')
    }
    triggers {
        githubPush()
        bitbucketPush()
        gitlabPush {
        }
        scm('H/5 * * * *') {
            ignorePostCommitHooks(true)
        }
    }
    configure { project ->
        def place1 = project.get('properties')[0] ?: project.appendNode('properties')
        def node1 = place1.appendNode('my.Prop', ['plugin': 'x@1'])
        node1.appendNode('a', '1')
    }
    configure { project ->
        def place1 = project.get('builders')[0] ?: project.appendNode('builders')
        def node1 = place1.appendNode('hudson.tasks.Shell')
        node1.appendNode('command', 'from configure')
    }
}

// an example of the tests
multibranchPipelineJob('multi') {
    displayName('Multi')
    branchSources {
        git {
            id('uid-1')
            remote('https://github.com/example/app.git')
            credentialsId('seed-job-key')
            includes('main release-*')
            excludes('tmp')
        }
    }
    orphanedItemStrategy {
        discardOldItems {
            daysToKeep(3)
            numToKeep(20)
        }
    }
    triggers {
        cron('@midnight')
    }
    configure { project ->
        def place1 = project.get('factory')[0] ?: project.appendNode('factory')
        place1.appendNode('scriptPath', 'ci/Jenkinsfile')
    }
}

// an example of the tests
multibranchPipelineJob('multi-github') {
    branchSources {
        github {
            id('uid-2')
            scanCredentialsId('gh')
            checkoutCredentialsId('SAME')
            repoOwner('example')
            repository('app')
        }
    }
}

// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('team/app-build') {
    description('Builds <app> & "docs"')
    displayName('App build')
    label('generic && linux')
    quietPeriod(5)
    customWorkspace('/data/ws/app')
    concurrentBuild(true)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('30')
                    numToKeepStr('20')
                    artifactDaysToKeepStr('7')
                    artifactNumToKeepStr('5')
                }
            }
        }
    }
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
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node0.appendNode('trim', 'false')
        }
        for (node2 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.TextParameterDefinition')) {
            node2.appendNode('trim', 'false')
        }
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
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
        for (node2 in project.get('builders').getAt('hudson.plugins.gradle.Gradle')) {
            for (old in node2.get('fromRootBuildScriptDir')) node2.remove(old)
            node2.appendNode('wrapperLocation')
        }
        for (node4 in project.get('publishers').getAt('hudson.tasks.junit.JUnitResultArchiver')) {
            for (old in node4.get('keepLongStdio')) node4.remove(old)
            node4.appendNode('keepProperties', 'false')
            node4.appendNode('keepTestNames', 'false')
            node4.appendNode('skipPublishingChecks', 'false')
            node4.appendNode('skipMarkingBuildUnstable', 'false')
            node4.appendNode('skipOldReports', 'false')
        }
        for (node10 in project.get('publishers').getAt('hudson.tasks.BuildTrigger').getAt('threshold')) {
            node10.appendNode('completeBuild', 'true')
        }
        for (node12 in project.get('publishers').getAt('hudson.tasks.Fingerprinter')) {
            node12.appendNode('defaultExcludes', 'true')
            node12.appendNode('caseSensitive', 'true')
        }
        for (node15 in project.get('scm')) {
            node15.appendNode('extensions')
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
    authenticationToken('s3cr3t')
    jdk('jdk8')
    checkoutRetryCount(3)
    disabled(true)
    keepDependencies(true)
    blockOnUpstreamProjects()
    blockOnDownstreamProjects()
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('14')
                    numToKeepStr('10')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    authorization {
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Create', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Delete', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.ManageDomains', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.Update', 'admin')
        permission('com.cloudbees.plugins.credentials.CredentialsProvider.View', 'admin')
        permission('hudson.model.Item.Build', 'admin')
        permission('hudson.model.Item.Cancel', 'admin')
        permission('hudson.model.Item.Configure', 'admin')
        permission('hudson.model.Item.Create', 'admin')
        permission('hudson.model.Item.Delete', 'admin')
        permission('hudson.model.Item.Discover', 'admin')
        permission('hudson.model.Item.ExtendedRead', 'admin')
        permission('hudson.model.Item.Move', 'admin')
        permission('hudson.model.Item.Read', 'admin')
        permission('hudson.model.Item.Read', 'dev')
        permission('hudson.model.Item.Release', 'admin')
        permission('hudson.model.Item.Workspace', 'admin')
        permission('hudson.model.Run.Artifacts', 'admin')
        permission('hudson.model.Run.Delete', 'admin')
        permission('hudson.model.Run.Replay', 'admin')
        permission('hudson.model.Run.Update', 'admin')
        permission('hudson.model.View.Configure', 'admin')
        permission('hudson.model.View.Create', 'admin')
        permission('hudson.model.View.Delete', 'admin')
        permission('hudson.model.View.Read', 'admin')
        permission('hudson.scm.SCM.Tag', 'admin')
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
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties').getAt('hudson.security.AuthorizationMatrixProperty')) {
            for (old in node0.get('blocksInheritance')) node0.remove(old)
            node0.appendNode('inheritanceStrategy', ['class': 'org.jenkinsci.plugins.matrixauth.inheritance.InheritParentStrategy'])
            node0.children().add(0, node0.children().remove(node0.children().size() - 1))
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
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (node1 in project.get('sources').getAt('data').getAt('jenkins.branch.BranchSource').getAt('source')) {
            for (old in node1.get('includes')) node1.remove(old)
            for (old in node1.get('excludes')) node1.remove(old)
            for (old in node1.get('ignoreOnPushNotifications')) node1.remove(old)
            def node2 = node1.appendNode('traits')
            node2.appendNode('jenkins.plugins.git.traits.BranchDiscoveryTrait')
            def node4 = node2.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node4.appendNode('includes', 'main release-*')
            node4.appendNode('excludes', 'tmp')
        }
        for (node7 in project.get('factory')) {
            node7.appendNode('scriptPath', 'ci/Jenkinsfile')
        }
        for (node9 in project.get('orphanedItemStrategy')) {
            node9.appendNode('abortBuilds', 'false')
        }
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
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (node1 in project.get('orphanedItemStrategy')) {
            node1.appendNode('abortBuilds', 'false')
        }
        for (node3 in project.get('factory')) {
            node3.appendNode('scriptPath', 'Jenkinsfile')
        }
    }
}

// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:11
freeStyleJob('mixed') {
    displayName('Mixed')
    label('linux')
    disabled(false)
    concurrentBuild(false)
    wrappers {
        timestamps()
        maskPasswords()
    }
    steps {
        shell('make')
    }
    publishers {
        fingerprint('*.jar')
        archiveArtifacts {
            pattern('*.jar')
            allowEmpty(false)
            onlyIfSuccessful(false)
            fingerprint(false)
            defaultExcludes(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('scm')) project.remove(old)
        def node0 = project.appendNode('scm', ['class': 'org.jenkinsci.plugins.multiplescms.MultiSCM'])
        def node1 = node0.appendNode('scms')
        def node2 = node1.appendNode('hudson.plugins.git.GitSCM')
        def node3 = node2.appendNode('userRemoteConfigs')
        def node4 = node3.appendNode('hudson.plugins.git.UserRemoteConfig')
        node4.appendNode('url', 'https://git.example.com/shop.git')
        def node6 = node2.appendNode('branches')
        def node7 = node6.appendNode('hudson.plugins.git.BranchSpec')
        node7.appendNode('name', 'main')
        node2.appendNode('configVersion', '2')
        node2.appendNode('doGenerateSubmoduleConfigurations', 'false')
        node2.appendNode('gitTool', 'Default')
        node2.appendNode('extensions')
        def node13 = node1.appendNode('hudson.scm.SubversionSCM')
        def node14 = node13.appendNode('locations')
        def node15 = node14.appendNode('hudson.scm.SubversionSCM_-ModuleLocation')
        node15.appendNode('remote', 'https://svn.example.com/shop/trunk')
        node15.appendNode('local', '.')
        node15.appendNode('depthOption', 'infinity')
        node15.appendNode('ignoreExternalsOption', 'false')
        node15.appendNode('cancelProcessOnExternalsFail', 'false')
        node13.appendNode('workspaceUpdater', ['class': 'hudson.scm.subversion.CheckoutUpdater'])
        node13.appendNode('ignoreDirPropChanges', 'false')
        node13.appendNode('filterChangelog', 'false')
        node13.appendNode('quietOperation', 'false')
        for (node25 in project.get('builders')) {
            def node26 = node25.appendNode('hudson.tasks.BatchFile')
            node26.appendNode('command', 'nmake')
            node26.appendNode('configuredLocalRules')
            node25.children().add(0, node25.children().remove(node25.children().size() - 1))
            def node29 = node25.appendNode('org.jenkinsci.plugins.conditionalbuildstep.ConditionalBuilder')
            node29.appendNode('runner', ['class': 'org.jenkins_ci.plugins.run_condition.BuildStepRunner$Fail'])
            node29.appendNode('runCondition', ['class': 'org.jenkins_ci.plugins.run_condition.core.AlwaysRun'])
            def node32 = node29.appendNode('conditionalbuilders')
            def node33 = node32.appendNode('hudson.tasks.Shell')
            node33.appendNode('command', 'make a')
            node33.appendNode('configuredLocalRules')
            def node36 = node32.appendNode('hudson.tasks.BatchFile')
            node36.appendNode('command', 'nmake b')
            node36.appendNode('configuredLocalRules')
            def node39 = node25.appendNode('hudson.plugins.python.Python')
            node39.appendNode('command', 'print(1)')
            node39.appendNode('configuredLocalRules')
            def node42 = node25.appendNode('hudson.tasks.Ant')
            node42.appendNode('targets', 'test')
            node42.appendNode('antName', '(Default)')
        }
        for (node45 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node45.appendNode('configuredLocalRules')
        }
        for (node47 in project.get('publishers')) {
            def node48 = node47.appendNode('hudson.tasks.junit.JUnitResultArchiver')
            node48.appendNode('testResults', '*.xml')
            node48.appendNode('keepProperties', 'false')
            node48.appendNode('keepTestNames', 'false')
            node48.appendNode('testDataPublishers')
            node48.appendNode('healthScaleFactor', '1.0')
            node48.appendNode('allowEmptyResults', 'false')
            node48.appendNode('skipPublishingChecks', 'false')
            node48.appendNode('skipMarkingBuildUnstable', 'false')
            node48.appendNode('skipOldReports', 'false')
            node47.children().add(1, node47.children().remove(node47.children().size() - 1))
            def node58 = node47.appendNode('org.jenkinsci.plugins.postbuildscript.PostBuildScript')
            def node59 = node58.appendNode('config')
            node59.appendNode('scriptFiles')
            node59.appendNode('groovyScripts')
            def node62 = node59.appendNode('buildSteps')
            def node63 = node62.appendNode('org.jenkinsci.plugins.postbuildscript.model.PostBuildStep')
            def node64 = node63.appendNode('results')
            node64.appendNode('string', 'SUCCESS')
            node63.appendNode('role', 'BOTH')
            node63.appendNode('executeOn', 'BOTH')
            def node68 = node63.appendNode('buildSteps')
            def node69 = node68.appendNode('hudson.tasks.BatchFile')
            node69.appendNode('command', 'nmake c')
            node69.appendNode('configuredLocalRules')
            def node72 = node68.appendNode('hudson.tasks.Shell')
            node72.appendNode('command', 'make d')
            node72.appendNode('configuredLocalRules')
            node63.appendNode('stopOnFailure', 'false')
            node59.appendNode('markBuildUnstable', 'false')
            node47.children().add(2, node47.children().remove(node47.children().size() - 1))
        }
        for (node77 in project.get('publishers').getAt('hudson.tasks.Fingerprinter')) {
            node77.appendNode('defaultExcludes', 'true')
            node77.appendNode('caseSensitive', 'true')
        }
        for (node80 in project.get('buildWrappers')) {
            def node81 = node80.appendNode('hudson.plugins.build__timeout.BuildTimeoutWrapper')
            def node82 = node81.appendNode('strategy', ['class': 'hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy'])
            node82.appendNode('timeoutMinutes', '30')
            node81.appendNode('operationList')
        }
    }
}

// jobs.bitesize:30
matrixJob('cells') {
    disabled(false)
    concurrentBuild(false)
    axes {
        text('A', ['x', 'y'])
        python(['System-CPython-3'])
    }
    childCustomWorkspace('cell')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('scm')) project.remove(old)
        def node0 = project.appendNode('scm', ['class': 'hudson.scm.SubversionSCM'])
        def node1 = node0.appendNode('locations')
        def node2 = node1.appendNode('hudson.scm.SubversionSCM_-ModuleLocation')
        node2.appendNode('remote', 'https://svn.example.com/shop/trunk')
        node2.appendNode('local', '.')
        node2.appendNode('depthOption', 'infinity')
        node2.appendNode('ignoreExternalsOption', 'false')
        node2.appendNode('cancelProcessOnExternalsFail', 'false')
        node0.appendNode('workspaceUpdater', ['class': 'hudson.scm.subversion.CheckoutUpdater'])
        node0.appendNode('ignoreDirPropChanges', 'false')
        node0.appendNode('filterChangelog', 'false')
        node0.appendNode('quietOperation', 'false')
    }
}

// jobs.bitesize:35
pipelineJob('delivery') {
    disabled(false)
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('definition')) project.remove(old)
        def node0 = project.appendNode('definition', ['class': 'org.jenkinsci.plugins.workflow.cps.CpsScmFlowDefinition'])
        node0.appendNode('scriptPath', 'Jenkinsfile')
        node0.appendNode('lightweight', 'true')
        def node3 = node0.appendNode('scm', ['class': 'hudson.scm.SubversionSCM'])
        def node4 = node3.appendNode('locations')
        def node5 = node4.appendNode('hudson.scm.SubversionSCM_-ModuleLocation')
        node5.appendNode('remote', 'https://svn.example.com/shop/trunk')
        node5.appendNode('local', '.')
        node5.appendNode('depthOption', 'infinity')
        node5.appendNode('ignoreExternalsOption', 'false')
        node5.appendNode('cancelProcessOnExternalsFail', 'false')
        node3.appendNode('workspaceUpdater', ['class': 'hudson.scm.subversion.CheckoutUpdater'])
        node3.appendNode('ignoreDirPropChanges', 'false')
        node3.appendNode('filterChangelog', 'false')
        node3.appendNode('quietOperation', 'false')
    }
}

// jobs.bitesize:5
multiJob('phases') {
    pollSubjobs(false)
    disabled(false)
    concurrentBuild(false)
    steps {
        shell('make report')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('scm')) project.remove(old)
        def node0 = project.appendNode('scm', ['class': 'hudson.scm.SubversionSCM'])
        def node1 = node0.appendNode('locations')
        def node2 = node1.appendNode('hudson.scm.SubversionSCM_-ModuleLocation')
        node2.appendNode('remote', 'https://svn.example.com/shop/trunk')
        node2.appendNode('local', '.')
        node2.appendNode('depthOption', 'infinity')
        node2.appendNode('ignoreExternalsOption', 'false')
        node2.appendNode('cancelProcessOnExternalsFail', 'false')
        node0.appendNode('workspaceUpdater', ['class': 'hudson.scm.subversion.CheckoutUpdater'])
        node0.appendNode('ignoreDirPropChanges', 'false')
        node0.appendNode('filterChangelog', 'false')
        node0.appendNode('quietOperation', 'false')
        for (node12 in project.get('builders')) {
            def node13 = node12.appendNode('com.tikal.jenkins.plugins.multijob.MultiJobBuilder')
            node13.appendNode('phaseName', 'Test')
            def node15 = node13.appendNode('phaseJobs')
            def node16 = node15.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node16.appendNode('jobName', 'mixed')
            node16.appendNode('currParams', 'false')
            node16.appendNode('aggregatedTestResults', 'false')
            node16.appendNode('exposedSCM', 'false')
            node16.appendNode('disableJob', 'false')
            node16.appendNode('parsingRulesPath')
            node16.appendNode('maxRetries', '0')
            node16.appendNode('enableRetryStrategy', 'false')
            node16.appendNode('enableCondition', 'false')
            node16.appendNode('abortAllJob', 'false')
            node16.appendNode('condition')
            node16.appendNode('configs')
            node16.appendNode('killPhaseOnJobResultCondition', 'NEVER')
            node16.appendNode('buildOnlyIfSCMChanges', 'false')
            node16.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            node13.appendNode('continuationCondition', 'SUCCESSFUL')
            node13.appendNode('executionType', 'PARALLEL')
            node13.appendNode('quietPeriodGroovy', '0')
            node12.children().add(0, node12.children().remove(node12.children().size() - 1))
        }
        for (node35 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node35.appendNode('configuredLocalRules')
        }
    }
}

// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:10
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

// jobs.bitesize:11
freeStyleJob('another') {
    disabled(false)
    concurrentBuild(false)
}

// jobs.bitesize:3
multiJob('job') {
    pollSubjobs(true)
    disabled(false)
    concurrentBuild(false)
    steps {
        shell('make')
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders')) {
            def node1 = node0.appendNode('com.tikal.jenkins.plugins.multijob.MultiJobBuilder')
            node1.appendNode('phaseName', 'Tests')
            def node3 = node1.appendNode('phaseJobs')
            def node4 = node3.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node4.appendNode('jobName', 'other')
            node4.appendNode('currParams', 'false')
            node4.appendNode('aggregatedTestResults', 'false')
            node4.appendNode('exposedSCM', 'false')
            node4.appendNode('disableJob', 'false')
            node4.appendNode('parsingRulesPath')
            node4.appendNode('maxRetries', '0')
            node4.appendNode('enableRetryStrategy', 'false')
            node4.appendNode('enableCondition', 'false')
            node4.appendNode('abortAllJob', 'false')
            node4.appendNode('condition')
            node4.appendNode('configs')
            node4.appendNode('killPhaseOnJobResultCondition', 'NEVER')
            node4.appendNode('buildOnlyIfSCMChanges', 'false')
            node4.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            def node20 = node3.appendNode('com.tikal.jenkins.plugins.multijob.PhaseJobsConfig')
            node20.appendNode('jobName', 'another')
            node20.appendNode('currParams', 'false')
            node20.appendNode('aggregatedTestResults', 'false')
            node20.appendNode('exposedSCM', 'false')
            node20.appendNode('disableJob', 'false')
            node20.appendNode('parsingRulesPath')
            node20.appendNode('maxRetries', '0')
            node20.appendNode('enableRetryStrategy', 'false')
            node20.appendNode('enableCondition', 'false')
            node20.appendNode('abortAllJob', 'false')
            node20.appendNode('condition')
            node20.appendNode('configs')
            node20.appendNode('killPhaseOnJobResultCondition', 'NEVER')
            node20.appendNode('buildOnlyIfSCMChanges', 'false')
            node20.appendNode('applyConditionOnlyIfNoSCMChanges', 'false')
            node1.appendNode('continuationCondition', 'SUCCESSFUL')
            node1.appendNode('executionType', 'PARALLEL')
            node1.appendNode('quietPeriodGroovy', '0')
        }
        for (node39 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node39.appendNode('configuredLocalRules')
        }
    }
}

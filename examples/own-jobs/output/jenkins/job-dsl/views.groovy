// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:204
listView('Every night') {
    filterBuildQueue(false)
    filterExecutors(false)
    recurse(false)
    jobs {
        name('nightly/full')
        name('nightly/compatibility')
    }
    columns {
        status()
        weather()
        name()
        lastSuccess()
        lastFailure()
        lastDuration()
        buildButton()
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('jobNames')) {
            node0.attributes().remove('class')
        }
    }
}

// jobs.bitesize:209
nestedView('Teams') {
    filterBuildQueue(false)
    filterExecutors(false)
    views {
        listView('Web') {
            filterBuildQueue(false)
            filterExecutors(false)
            recurse(false)
            jobs {
                regex('web|acme')
            }
            columns {
                status()
                weather()
                name()
                lastSuccess()
                lastFailure()
                lastDuration()
                buildButton()
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (node0 in project.get('jobNames')) {
                    node0.attributes().remove('class')
                }
            }
        }
        listView('Review') {
            filterBuildQueue(false)
            filterExecutors(false)
            recurse(true)
            jobs {
                regex('review/.*')
            }
            columns {
                status()
                weather()
                name()
                lastSuccess()
                lastFailure()
                lastDuration()
                buildButton()
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (node0 in project.get('jobNames')) {
                    node0.attributes().remove('class')
                }
            }
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('defaultView', 'Web')
    }
}

// jobs.bitesize:216
dashboardView('Overview') {
    filterBuildQueue(false)
    filterExecutors(false)
    recurse(true)
    jobs {
        regex('(nightly|release)/.*')
    }
    columns {
        status()
        weather()
        name()
        lastSuccess()
        lastFailure()
        lastDuration()
        buildButton()
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('leftPortlets')) {
            def node1 = node0.appendNode('hudson.plugins.view.dashboard.core.JobsPortlet')
            node1.appendNode('name', 'Jobs')
            node1.appendNode('columnCount', '2')
            node1.appendNode('fillColumnFirst', 'false')
        }
        for (node5 in project.get('rightPortlets')) {
            def node6 = node5.appendNode('hudson.plugins.view.dashboard.core.UnstableJobsPortlet')
            node6.appendNode('name', 'What fails')
            node6.appendNode('showOnlyFailedJobs', 'false')
            node6.appendNode('recurse', 'false')
        }
        for (node10 in project.get('bottomPortlets')) {
            def node11 = node10.appendNode('hudson.plugins.view.dashboard.test.TestStatisticsPortlet')
            node11.appendNode('name', 'Tests')
            node11.appendNode('useBackgroundColors', 'false')
            node11.appendNode('skippedColor', 'FDB813')
            node11.appendNode('successColor', '71E66D')
            node11.appendNode('failureColor', 'E86850')
            node11.appendNode('hideZeroTestProjects', 'false')
            node11.appendNode('useAlternatePercentagesOnLimits', 'false')
        }
    }
}

// jobs.bitesize:224
deliveryPipelineView('Release') {
    filterBuildQueue(false)
    filterExecutors(false)
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (old in project.get('showChanges')) project.remove(old)
        project.appendNode('showChanges', 'true')
        project.appendNode('showTotalBuildTime', 'false')
        project.appendNode('allowRebuild', 'false')
        project.appendNode('allowPipelineStart', 'false')
        project.appendNode('allowAbort', 'false')
        project.appendNode('showDescription', 'false')
        project.appendNode('showPromotions', 'false')
        project.appendNode('showTestResults', 'false')
        project.appendNode('showStaticAnalysisResults', 'false')
        project.appendNode('linkRelative', 'false')
        project.appendNode('pagingEnabled', 'false')
        project.appendNode('showAbsoluteDateTime', 'false')
        project.appendNode('showAggregatedChanges', 'false')
        project.appendNode('maxNumberOfVisiblePipelines', '-1')
        project.appendNode('linkToConsoleLog', 'false')
        def node15 = project.appendNode('componentSpecs')
        def node16 = node15.appendNode('se.diabol.jenkins.pipeline.DeliveryPipelineView_-ComponentSpec')
        node16.appendNode('name', 'Shop')
        node16.appendNode('firstJob', 'nightly/full')
        node16.appendNode('lastJob', 'nightly/compatibility')
        node16.appendNode('showUpstream', 'false')
        project.appendNode('regexpFirstJobs')
    }
}

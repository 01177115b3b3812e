// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('reports') {
    publishers {
        archiveArtifacts {
            pattern('build/*.jar')
        }
        archiveJunit('build/a.xml,build/b.xml')
        mailer('dev@example.com', false, false)
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('publishers')) {
            def node1 = node0.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageRecorder')
            def node2 = node1.appendNode('tools')
            def node3 = node2.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageTool')
            node3.appendNode('jenkins')
            node3.appendNode('pattern', 'build/jacoco/**/*.xml')
            node3.appendNode('parser', 'JACOCO')
            def node7 = node2.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageTool')
            node7.appendNode('jenkins')
            node7.appendNode('pattern')
            node7.appendNode('parser', 'GO_COV')
            node1.appendNode('qualityGates')
            node1.appendNode('id')
            node1.appendNode('name')
            node1.appendNode('skipPublishingChecks', 'false')
            node1.appendNode('checksName')
            node1.appendNode('checksAnnotationScope', 'MODIFIED_LINES')
            node1.appendNode('ignoreParsingErrors', 'false')
            node1.appendNode('failOnError', 'true')
            node1.appendNode('enabledForFailure', 'true')
            node1.appendNode('skipSymbolicLinks', 'false')
            node1.appendNode('scm')
            node1.appendNode('sourceCodeEncoding')
            node1.appendNode('sourceDirectories')
            node1.appendNode('sourceCodeRetention', 'LAST_BUILD')
            node0.children().add(0, node0.children().remove(node0.children().size() - 1))
            def node25 = node0.appendNode('jenkins.plugins.slack.SlackNotifier')
            node25.appendNode('botUser', 'false')
            node25.appendNode('room', '#shop,@o\'neill')
            node25.appendNode('sendAsText', 'false')
            node25.appendNode('startNotification', 'false')
            node25.appendNode('notifySuccess', 'false')
            node25.appendNode('notifyAborted', 'false')
            node25.appendNode('notifyNotBuilt', 'false')
            node25.appendNode('notifyUnstable', 'true')
            node25.appendNode('notifyRegression', 'false')
            node25.appendNode('notifyFailure', 'true')
            node25.appendNode('notifyEveryFailure', 'true')
            node25.appendNode('notifyBackToNormal', 'true')
            node25.appendNode('notifyRepeatedFailure', 'true')
            node25.appendNode('includeTestSummary', 'true')
            node25.appendNode('includeFailedTests', 'false')
            node25.appendNode('uploadFiles', 'false')
            node25.appendNode('commitInfoChoice', 'NONE')
            node25.appendNode('includeCustomMessage', 'false')
            node0.children().add(3, node0.children().remove(node0.children().size() - 1))
        }
        for (node44 in project.get('publishers').getAt('hudson.tasks.junit.JUnitResultArchiver')) {
            for (old in node44.get('keepLongStdio')) node44.remove(old)
            node44.appendNode('keepProperties', 'false')
            node44.appendNode('keepTestNames', 'false')
            node44.appendNode('skipPublishingChecks', 'false')
            node44.appendNode('skipMarkingBuildUnstable', 'false')
            node44.appendNode('skipOldReports', 'false')
        }
    }
}

// an example of the tests
freeStyleJob('coverage-alone') {
    publishers {
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('publishers')) {
            def node1 = node0.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageRecorder')
            def node2 = node1.appendNode('tools')
            def node3 = node2.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageTool')
            node3.appendNode('jenkins')
            node3.appendNode('pattern', 'it\'s/*.info')
            node3.appendNode('parser', 'LCOV')
            node1.appendNode('qualityGates')
            node1.appendNode('id')
            node1.appendNode('name')
            node1.appendNode('skipPublishingChecks', 'false')
            node1.appendNode('checksName')
            node1.appendNode('checksAnnotationScope', 'MODIFIED_LINES')
            node1.appendNode('ignoreParsingErrors', 'false')
            node1.appendNode('failOnError', 'true')
            node1.appendNode('enabledForFailure', 'true')
            node1.appendNode('skipSymbolicLinks', 'false')
            node1.appendNode('scm')
            node1.appendNode('sourceCodeEncoding')
            node1.appendNode('sourceDirectories')
            node1.appendNode('sourceCodeRetention', 'LAST_BUILD')
            node0.children().add(0, node0.children().remove(node0.children().size() - 1))
        }
    }
}

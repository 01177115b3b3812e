// Tests of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
freeStyleJob('several') {
    publishers {
        archiveJunit('a.xml')
        archiveJunit('b.xml') {
            allowEmptyResults(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('publishers')) {
            def node1 = node0.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageRecorder')
            def node2 = node1.appendNode('tools')
            def node3 = node2.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageTool')
            node3.appendNode('jenkins')
            node3.appendNode('pattern')
            node3.appendNode('parser', 'CLOVER')
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
            def node21 = node0.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageRecorder')
            def node22 = node21.appendNode('tools')
            def node23 = node22.appendNode('io.jenkins.plugins.coverage.metrics.steps.CoverageTool')
            node23.appendNode('jenkins')
            node23.appendNode('pattern')
            node23.appendNode('parser', 'PIT')
            node21.appendNode('qualityGates')
            node21.appendNode('id')
            node21.appendNode('name')
            node21.appendNode('skipPublishingChecks', 'false')
            node21.appendNode('checksName')
            node21.appendNode('checksAnnotationScope', 'MODIFIED_LINES')
            node21.appendNode('ignoreParsingErrors', 'false')
            node21.appendNode('failOnError', 'true')
            node21.appendNode('enabledForFailure', 'true')
            node21.appendNode('skipSymbolicLinks', 'false')
            node21.appendNode('scm')
            node21.appendNode('sourceCodeEncoding')
            node21.appendNode('sourceDirectories')
            node21.appendNode('sourceCodeRetention', 'LAST_BUILD')
            node0.children().add(0, node0.children().remove(node0.children().size() - 1))
        }
        for (node41 in project.get('publishers').getAt('hudson.tasks.junit.JUnitResultArchiver')) {
            for (old in node41.get('keepLongStdio')) node41.remove(old)
            node41.appendNode('keepProperties', 'false')
            node41.appendNode('keepTestNames', 'false')
            node41.appendNode('skipPublishingChecks', 'false')
            node41.appendNode('skipMarkingBuildUnstable', 'false')
            node41.appendNode('skipOldReports', 'false')
        }
    }
}

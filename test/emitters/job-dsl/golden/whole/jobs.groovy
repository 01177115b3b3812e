// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
matrixJob('old/matrix') {
    configure { project ->
        // The job is given whole: nothing of what Job DSL makes is kept.
        project.attributes().clear()
        project.children().clear()
        project.attributes().put('plugin', 'matrix-project@\'1\'')
        def node1 = project.appendNode('axes')
        def node2 = node1.appendNode('hudson.matrix.TextAxis')
        node2.appendNode('name', 'OS')
        def node3 = node2.appendNode('values')
        node3.appendNode('string', 'a')
        node3.appendNode('string', '''\
 $b
<c> ''')
        project.appendNode('scm', ['class': 'hudson.scm.NullSCM'])
        project.appendNode('builders')
    }
}

// an example of the tests
pipelineJob('nothing') {
    configure { project ->
        // The job is given whole: nothing of what Job DSL makes is kept.
        project.attributes().clear()
        project.children().clear()
    }
}

// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:3
matrixJob('job') {
    label('linux')
    disabled(false)
    concurrentBuild(false)
    steps {
        shell('make')
    }
    axes {
        text('POSTGRES', ['16', '17'])
        labelExpression('OS', ['linux && linux', 'linux'])
        label('label', ['linux'])
        jdk(['jdk17', 'jdk21'])
        python(['py3'])
    }
    combinationFilter('POSTGRES == "17"')
    runSequentially(true)
    childCustomWorkspace('w')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('axes')) {
            def node1 = node0.appendNode('ca.silvermaplesolutions.jenkins.plugins.daxis.DynamicAxis')
            node1.appendNode('name', 'PLATFORM')
            def node3 = node1.appendNode('values')
            node3.appendNode('string', 'PLATFORMS')
            node1.appendNode('varName', 'PLATFORMS')
            def node6 = node1.appendNode('axisValues')
            node6.appendNode('string', 'default')
            node0.children().add(1, node0.children().remove(node0.children().size() - 1))
            def node8 = node0.appendNode('jenkins.plugins.shiningpanda.matrix.ToxAxis')
            node8.appendNode('name', 'TOXENV')
            def node10 = node8.appendNode('values')
            node10.appendNode('string', 'py312')
            node10.appendNode('string', 'py313')
        }
        for (node13 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node13.appendNode('configuredLocalRules')
        }
        for (node15 in project.get('executionStrategy')) {
            node15.appendNode('touchStoneCombinationFilter', 'OS == "linux"')
            def node17 = node15.appendNode('touchStoneResultCondition')
            node17.appendNode('name', 'UNSTABLE')
            node17.appendNode('ordinal', '1')
            node17.appendNode('color', 'YELLOW')
            node17.appendNode('completeBuild', 'true')
        }
    }
}

// jobs.bitesize:20
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

// jobs.bitesize:21
freeStyleJob('another') {
    disabled(false)
    concurrentBuild(false)
}

// Jobs of jobs.bitesize.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:9
matrixJob('all') {
    disabled(false)
    concurrentBuild(false)
    axes {
        text('POSTGRES', ['16', '17'])
        labelExpression('OS', ['linux && docker', 'windows'])
        label('label', ['linux', 'windows'])
        jdk(['jdk17', 'jdk21'])
        python(['System-CPython-3'])
    }
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
            node0.children().add(4, node0.children().remove(node0.children().size() - 1))
            def node8 = node0.appendNode('jenkins.plugins.shiningpanda.matrix.ToxAxis')
            node8.appendNode('name', 'TOXENV')
            def node10 = node8.appendNode('values')
            node10.appendNode('string', 'py312')
            node10.appendNode('string', 'py313')
        }
    }
}

// jobs.bitesize:41
matrixJob('compatibility') {
    disabled(false)
    concurrentBuild(false)
    steps {
        shell('make test POSTGRES=$POSTGRES')
    }
    axes {
        text('POSTGRES', ['16', '17'])
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node0.appendNode('configuredLocalRules')
        }
    }
}

// jobs.bitesize:51
matrixJob('touchstone') {
    disabled(false)
    concurrentBuild(false)
    axes {
        text('POSTGRES', ['16', '17'])
    }
    combinationFilter('NAME != "y"')
    runSequentially(true)
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('executionStrategy')) {
            node0.appendNode('touchStoneCombinationFilter', 'NAME == "x"')
            def node2 = node0.appendNode('touchStoneResultCondition')
            node2.appendNode('name', 'UNSTABLE')
            node2.appendNode('ordinal', '1')
            node2.appendNode('color', 'YELLOW')
            node2.appendNode('completeBuild', 'true')
        }
    }
}

// jobs.bitesize:64
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

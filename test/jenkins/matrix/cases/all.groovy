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
            def node13 = node0.appendNode('org.jenkinsci.plugins.elasticaxisplugin.ElasticAxis')
            node13.appendNode('name', 'AGENT')
            node13.appendNode('values')
            node13.appendNode('label', 'linux, linux && linux')
            node13.appendNode('ignoreOffline', 'true')
            node13.appendNode('dontExpandLabels', 'true')
            def node19 = node0.appendNode('org.jenkinsci.plugins.yamlaxis.YamlAxis')
            node19.appendNode('name', 'SIZE')
            def node21 = node19.appendNode('values')
            node21.appendNode('string', 'matrix.yaml')
        }
        for (node23 in project.get('builders').getAt('hudson.tasks.Shell')) {
            node23.appendNode('configuredLocalRules')
        }
        for (node25 in project.get('executionStrategy')) {
            node25.appendNode('touchStoneCombinationFilter', 'OS == "linux"')
            def node27 = node25.appendNode('touchStoneResultCondition')
            node27.appendNode('name', 'UNSTABLE')
            node27.appendNode('ordinal', '1')
            node27.appendNode('color', 'YELLOW')
            node27.appendNode('completeBuild', 'true')
        }
    }
}

// jobs.bitesize:22
freeStyleJob('other') {
    disabled(false)
    concurrentBuild(false)
}

// jobs.bitesize:23
freeStyleJob('another') {
    disabled(false)
    concurrentBuild(false)
}

// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:199
folder('legacy') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// jobs.bitesize:85
folder('maintenance') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// jobs.bitesize:19
folder('nightly') {
    displayName('Every night')
    description('What takes too long for every push.')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// jobs.bitesize:139
folder('release') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// jobs.bitesize:61
folder('review') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
folder('it\'s a folder') {
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
}

// Folders. They come first: the other scripts put jobs into them.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
folder('fo lder') {
    displayName('\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //')
    description('''\
first \'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //

	\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //
\'\'\'''')
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('healthMetrics').getAt('com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric')) {
            node0.appendNode('nonRecursive', 'false')
        }
    }
    configure { project ->
        def place1 = project.get('properties')[0] ?: project.appendNode('properties')
        place1.appendNode('a.B', ['x': '\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //'], '''\
first \'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //

	\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //
\'\'\'''')
    }
}

// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('pipeline with a path filter') {
    displayName('\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //')
    quietPeriod(0)
    disabled(true)
    definition {
        cpsScm {
            scm {
                git {
                    remote {
                        url('u')
                    }
                }
            }
            scriptPath('\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //')
            lightweight(false)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('definition').getAt('scm')) {
            def node1 = node0.appendNode('extensions')
            def node2 = node1.appendNode('hudson.plugins.git.extensions.impl.PathRestriction')
            node2.appendNode('includedRegions', '''\
a/.*
b/.*''')
            node2.appendNode('excludedRegions', 'c')
        }
    }
    configure { project ->
        def place1 = project.get('properties')[0] ?: project.appendNode('properties')
        place1.appendNode('org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty')
    }
}

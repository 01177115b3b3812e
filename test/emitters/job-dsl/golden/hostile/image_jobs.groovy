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
        def place1 = project.get('definition')[0] ?: project.appendNode('definition')
        def place2 = place1.get('scm')[0] ?: place1.appendNode('scm')
        def place3 = place2.get('extensions')[0] ?: place2.appendNode('extensions')
        def node3 = place3.appendNode('hudson.plugins.git.extensions.impl.PathRestriction')
        node3.appendNode('includedRegions', '''\
a/.*
b/.*''')
        node3.appendNode('excludedRegions', 'c')
    }
    configure { project ->
        def place1 = project.get('properties')[0] ?: project.appendNode('properties')
        place1.appendNode('org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty')
    }
}

// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// jobs.bitesize:38
nestedView('views') {
    filterBuildQueue(false)
    filterExecutors(false)
    views {
        listView('all-jobs') {
            filterBuildQueue(false)
            filterExecutors(false)
            recurse(false)
            jobs {
                name('mixed')
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (old in project.get('columns')) project.remove(old)
                def node0 = project.appendNode('columns')
                node0.appendNode('jenkins.branch.DescriptionColumn')
                node0.appendNode('hudson.views.StatusColumn')
                node0.appendNode('hudson.plugins.git.GitBranchSpecifierColumn')
                node0.appendNode('hudson.views.JobColumn')
                for (node5 in project.get('jobNames')) {
                    node5.attributes().remove('class')
                }
            }
        }
    }
}

// Views of the jobs.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
nestedView('\'\'\' " \\ \\u000a \u0024{x} $(id) `id` <command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é * ') {
    description('''\
first \'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //

	\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //
\'\'\'''')
    views {
        listView('inner') {
            description('''\
first \'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //

	\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //
\'\'\'''')
            recurse(false)
            jobs {
                name('b')
                name('B')
                name('a')
                name('b')
                name('_')
                name('Z')
            }
            columns {
                name()
            }
            configure { project ->
                // The form in which Jenkins saves it; Job DSL has no methods for that.
                for (node0 in project.get('jobNames')) {
                    node0.attributes().remove('class')
                }
            }
            configure { project ->
                def place1 = project.get('jobFilters')[0] ?: project.appendNode('jobFilters')
                place1.appendNode('a.B', '''\
first \'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //

	\'\'\' " \\ \\u000a \u0024{x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //
\'\'\'''')
            }
        }
    }
}

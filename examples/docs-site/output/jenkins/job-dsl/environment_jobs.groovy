// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('environment-pipeline') {
    description('Takes versions of applications of docs-site through its environments.')
    disabled(false)
    parameters {
        stringParam('docs_site_VERSION', '', 'Version of docs-site to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/environment-pipeline.groovy'))
            sandbox(true)
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        for (node0 in project.get('properties').getAt('hudson.model.ParametersDefinitionProperty').getAt('parameterDefinitions').getAt('hudson.model.StringParameterDefinition')) {
            node0.appendNode('trim', 'false')
        }
    }
}

// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('Production-deploy') {
    description('Deploys versions of services to environment Production.')
    disabled(false)
    parameters {
        stringParam('docs_site_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('pipelines/Production-deploy.groovy'))
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

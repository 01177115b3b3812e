// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4, environments.bitesize:50, environments.bitesize:70
pipelineJob('environment-pipeline') {
    description('Takes versions of applications of sample-app through its environments.')
    disabled(false)
    parameters {
        stringParam('storefront_VERSION', '', 'Version of storefront to deploy. Empty to keep the same')
        stringParam('orders_VERSION', '', 'Version of orders to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/environment-pipeline.groovy'))
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

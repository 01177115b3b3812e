// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4
pipelineJob('Development-deploy') {
    description('Deploys versions of services to environment Development.')
    disabled(false)
    parameters {
        stringParam('storefront_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('orders_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/Development-deploy.groovy'))
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

// environments.bitesize:50
pipelineJob('Staging-deploy') {
    description('Deploys versions of services to environment Staging.')
    disabled(false)
    parameters {
        stringParam('storefront_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('orders_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/Staging-deploy.groovy'))
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

// environments.bitesize:70
pipelineJob('Production-deploy') {
    description('Deploys versions of services to environment Production.')
    disabled(false)
    parameters {
        stringParam('storefront_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('orders_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('jenkins/pipelines/Production-deploy.groovy'))
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

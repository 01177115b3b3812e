// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:5
pipelineJob('Preview-deploy') {
    description('Deploys versions of services to environment Preview.')
    disabled(false)
    parameters {
        stringParam('web_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('worker_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/Preview-deploy.groovy'))
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

// environments.bitesize:54
pipelineJob('Staging-deploy') {
    description('Deploys versions of services to environment Staging.')
    disabled(false)
    parameters {
        stringParam('web_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('worker_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/Staging-deploy.groovy'))
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

// environments.bitesize:67
pipelineJob('Production-deploy') {
    description('Deploys versions of services to environment Production.')
    disabled(false)
    parameters {
        stringParam('web_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('worker_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/Production-deploy.groovy'))
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

// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:5, environments.bitesize:54, environments.bitesize:67
pipelineJob('environment-pipeline') {
    description('Takes versions of applications of web-service through its environments.')
    disabled(false)
    parameters {
        stringParam('web_VERSION', '', 'Version of web to deploy. Empty to keep the same')
        stringParam('worker_VERSION', '', 'Version of worker to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/environment-pipeline.groovy'))
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

// Container images of the applications.
// Compiled from the specs by bitesize; change them and compile again.

// application.bitesize:4
pipelineJob('web-docker-image') {
    description('Builds the container image of application web of web-service.')
    disabled(false)
    parameters {
        stringParam('COMMIT', '', 'Commit to build. Empty for the head of the branch')
    }
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/web-docker-image.groovy'))
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

// application.bitesize:9
pipelineJob('worker-docker-image') {
    description('Builds the container image of application worker of web-service.')
    disabled(false)
    parameters {
        stringParam('COMMIT', '', 'Commit to build. Empty for the head of the branch')
    }
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    definition {
        cps {
            script(readFileFromWorkspace('delivery/jenkins/pipelines/worker-docker-image.groovy'))
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

// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4, environments.bitesize:159
pipelineJob('environment-pipeline') {
    description('Takes versions of applications of everything through its environments.')
    disabled(false)
    properties {
        buildDiscarder {
            strategy {
                logRotator {
                    daysToKeepStr('')
                    numToKeepStr('50')
                    artifactDaysToKeepStr('')
                    artifactNumToKeepStr('')
                }
            }
        }
    }
    parameters {
        stringParam('web_VERSION', '', 'Version of web to deploy. Empty to keep the same')
        stringParam('stock_VERSION', '', 'Version of stock to deploy. Empty to keep the same')
        stringParam('tools_VERSION', '', 'Version of tools to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/environment-pipeline.groovy'))
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

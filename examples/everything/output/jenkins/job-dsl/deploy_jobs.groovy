// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:4
pipelineJob('Development-deploy') {
    description('Deploys versions of services to environment Development.')
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
        stringParam('web_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('gate_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('stock_VERSION', '', 'The spec says 2.4.0. Empty to keep the same')
        stringParam('queue_VERSION', '', 'Version to deploy. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/Development-deploy.groovy'))
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

// environments.bitesize:159
pipelineJob('Production-deploy') {
    description('Deploys versions of services to environment Production.')
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
        stringParam('web_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('stock_VERSION', '', 'Version to deploy. Empty to keep the same')
        stringParam('tools_VERSION', '', 'The spec says 1.0.0. Empty to keep the same')
    }
    definition {
        cps {
            script(readFileFromWorkspace('out/jenkins/pipelines/Production-deploy.groovy'))
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

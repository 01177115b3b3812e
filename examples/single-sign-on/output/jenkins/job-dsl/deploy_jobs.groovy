// Deployments of the environments.
// Compiled from the specs by bitesize; change them and compile again.

// environments.bitesize:3
pipelineJob('portal/Production-deploy') {
    description('Deploys versions of services to environment Production.')
    disabled(false)
    parameters {
        stringParam('portal_VERSION', '', 'The spec says 1.0.0. Empty to keep the same')
    }
    definition {
        cps {
            script('''\
// Deploys services of Production to the namespace single-sign-on-prd.
// All versions are checked before anything is changed.
def versions = [:]
checkPinned('portal_VERSION', '1.0.0')
echo('No version is given: everything stays as it is.')

// The spec names the version of the service; another one would be undone when service-manage runs.
def checkPinned(parameter, pinned) {
    def version = (params.get(parameter) ?: '').trim()
    if (version != '' && version != 'latest' && version != pinned) {
        error(parameter + ' is ' + version + ', but the spec says ' + pinned + ': change it there')
    }
}
''')
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

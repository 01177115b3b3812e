// Promotion from environment to environment.
// Compiled from the specs by bitesize; change them and compile again.

// an example of the tests
pipelineJob('environment-pipeline') {
    disabled(false)
    parameters {
        stringParam('sample_app_VERSION', '', 'Version of sample-app to deploy')
        stringParam('another_app_VERSION', '')
        booleanParam('DRY_RUN', false, 'Render only')
        choiceParam('UNTIL', ['Development', 'Staging'], 'Last environment')
    }
    definition {
        cps {
            script('''\
echo 'a < b && c'
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

// Builds component web of shop.
node('generic') {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            checkout(scmGit(
                branches: [[name: 'main']],
                userRemoteConfigs: [[url: 'git@github.com:example/web.git', credentialsId: 'seed-job-key']]
            ))
        }
        withEnv(variables(source)) {
            def passed = false
            try {
                stage('Build') {
                    sh('npm test')
                }
                passed = true
            }
            finally {
                stage('Results') {
                    archiveArtifacts(artifacts: 'dist/**', allowEmptyArchive: !passed)
                }
            }
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('Images') {
                    build(job: 'web-docker-image', parameters: [string(name: 'COMMIT', value: source.get('GIT_COMMIT'))], wait: false)
                    build(job: 'site-docker-image', wait: false)
                }
            }
        }
    }
}

// Returns the variables of the component, and those that say what was checked out.
def variables(source) {
    def given = []
    for (name in ['GIT_BRANCH', 'GIT_COMMIT', 'GIT_PREVIOUS_COMMIT', 'GIT_PREVIOUS_SUCCESSFUL_COMMIT', 'GIT_URL']) {
        if (source.get(name) != null) {
            given.add(name + '=' + source.get(name))
        }
    }
    return given
}

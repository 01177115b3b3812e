// Runs in the sandbox, as all pipelines of the specs do that do not say otherwise.
pipeline {
    agent { label 'linux' }
    options { timeout(time: 30, unit: 'MINUTES') }
    stages {
        stage('Clean up') {
            steps {
                sh './clean-up.sh' + (params.DRY_RUN ? ' --dry-run' : '')
            }
        }
    }
}

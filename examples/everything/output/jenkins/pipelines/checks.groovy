// Builds component checks of everything.
catchError(catchInterruptions: false) {
    node('node') {
        ansiColor('xterm') {
            timeout(time: 60, unit: 'MINUTES') {
                container('linter') {
                    stage('Build') {
                        sh('lint --all')
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
}

// Builds component worker of shop.
node('generic') {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            checkout(scmGit(
                branches: [[name: 'main']],
                userRemoteConfigs: [[url: 'git@github.com:example/shop.git', credentialsId: 'deploy-key']]
            ))
        }
        if (isUntouched(source)) {
            echo('Nothing changed since the last success of component worker (services/worker): there is nothing to build.')
            currentBuild.result = 'NOT_BUILT'
            return
        }
        withEnv(variables(source)) {
            stage('Build') {
                sh('./services/worker/test')
            }
        }
    }
}

// Whether no file of the component changed since its last success. A start by hand builds it, and so does the first build.
def isUntouched(source) {
    def since = source.get('GIT_PREVIOUS_SUCCESSFUL_COMMIT')
    if (since == null || !currentBuild.getBuildCauses('hudson.model.Cause$UserIdCause').isEmpty()) {
        return false
    }
    return withEnv(['SINCE=' + since]) {
        sh(returnStatus: true, script: untouchedScript()) == 0
    }
}

def untouchedScript() {
    return '''\
git cat-file -e "$SINCE^{commit}" &&
    git diff --quiet "$SINCE" HEAD -- ':(glob)services/worker'
'''
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

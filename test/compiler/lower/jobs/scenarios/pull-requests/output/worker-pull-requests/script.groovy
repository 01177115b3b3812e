// Builds pull requests of component worker on GitHub.
properties([
    disableConcurrentBuilds(abortPrevious: true),
    buildDiscarder(logRotator(numToKeepStr: '10'))
])
node('generic') {
    checks()
}

// What is done with a pull request, wherever it runs.
def checks() {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            checkout(scm)
        }
        if (isUntouched(source)) {
            echo('The pull request changes no file of component worker (services/worker): there is nothing to build.')
            return
        }
        withEnv(variables(source)) {
            stage('Build') {
                sh('./services/worker/test')
            }
        }
    }
}

// Whether the pull request changes no file of the component.
def isUntouched(source) {
    return sh(returnStatus: true, script: untouchedScript()) == 0
}

def untouchedScript() {
    return '''\
target=$(git rev-parse --quiet --verify "refs/remotes/upstream/$CHANGE_TARGET" ||
    git rev-parse --quiet --verify "refs/remotes/origin/$CHANGE_TARGET") &&
    since=$(git merge-base "$target" HEAD) &&
    git diff --quiet "$since" HEAD -- ':(glob)services/worker'
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

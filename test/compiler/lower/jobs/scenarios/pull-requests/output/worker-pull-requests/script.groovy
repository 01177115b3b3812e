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
            def own = env.CHANGE_FORK == null ? ownCommit() : null
            def found = checkout(scm)
            if (own != null) {
                requireOwn(own)
            }
            return found
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

// Returns the commit of the branch as the repository itself has it. GitHub's source takes a fork of the same owner for a
// branch of the repository, and says nothing of a fork that is deleted.
def ownCommit() {
    return checkout(changelog: false, poll: false, scm: scmGit(
        branches: [[name: 'refs/remotes/own/' + env.CHANGE_BRANCH]],
        userRemoteConfigs: [[
            name: 'own',
            refspec: '+refs/heads/' + env.CHANGE_BRANCH + ':refs/remotes/own/' + env.CHANGE_BRANCH,
            url: 'git@github.com:example/shop.git',
            credentialsId: 'deploy-key'
        ]]
    )).get('GIT_COMMIT')
}

// Ends the build, before anything of the pull request runs, unless the repository itself has its commits in the branch.
def requireOwn(commit) {
    withEnv(['OWN=' + commit]) {
        if (sh(returnStatus: true, script: 'git merge-base --is-ancestor "refs/remotes/origin/$BRANCH_NAME" "$OWN"') != 0) {
            error('The branch of this name in the repository does not have the commits of the pull request: its fork is deleted, or belongs to the same owner.')
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

// Builds component ledger of shop.
node('plain') {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            checkout(scmGit(
                branches: [[name: 'refs/heads/master']],
                userRemoteConfigs: [[url: 'https://git.example.org/scm/ACC/ledger.git', credentialsId: 'bitbucket-login']]
            ))
        }
        reportStatus(source.get('GIT_COMMIT'), 'INPROGRESS')
        def status = 'FAILED'
        try {
            withEnv(variables(source)) {
                stage('Build') {
                    sh('./test')
                }
            }
            if (currentBuild.currentResult == 'SUCCESS') {
                status = 'SUCCESSFUL'
            }
        }
        finally {
            reportStatus(source.get('GIT_COMMIT'), status)
        }
    }
}

// Tells the forge how the build of a commit goes.
def reportStatus(commit, status) {
    withCredentials([usernamePassword(credentialsId: 'bitbucket-login', usernameVariable: 'STATUS_USERNAME', passwordVariable: 'STATUS_PASSWORD')]) {
        withEnv(['STATUS_COMMIT=' + commit, 'STATUS=' + status]) {
            sh(statusScript())
        }
    }
}

def statusScript() {
    return '''\
# Reports the status of a commit. What goes wrong with that is told, and fails no build.
set -eu +x
private=\u0024{WORKSPACE_TMP:-\u0024{TMPDIR:-/tmp}}
mkdir -p "$private"
work=$(mktemp -d "$private/status.XXXXXX")
trap 'rm -rf "$work"' EXIT

printf 'Authorization: Basic %s\\n' \\
    "$(printf '%s:%s' "$STATUS_USERNAME" "$STATUS_PASSWORD" | base64 -w 0)" > "$work/login"
printf '{"state": "%s", "key": "ledger", "name": "ledger", "url": "%s"}' "$STATUS" "\u0024{BUILD_URL:-}" > "$work/body"
code=$(curl --silent --show-error --retry 3 --retry-delay 5 --max-time 60 --output "$work/answer" \\
    --write-out '%{http_code}' --header @"$work/login" --header 'Content-Type: application/json' \\
    --data @"$work/body" https://git.example.org/rest/api/1.0/projects/ACC/repos/ledger/commits/"$STATUS_COMMIT"/builds) || true
case $code in
    2??) ;;
    *)
        echo "The status of the commit is not reported; the answer was \u0024{code:-none}." >&2
        if [ -s "$work/answer" ]; then head -c 2000 "$work/answer" >&2; fi
        ;;
esac
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

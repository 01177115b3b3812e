// Builds component reports of shop.
node('generic') {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            checkout(scmGit(
                branches: [[name: 'main']],
                userRemoteConfigs: [[url: 'https://gitlab.example.org/shop/back/reports.git', credentialsId: 'gitlab-login']]
            ))
        }
        reportStatus(source.get('GIT_COMMIT'), 'running')
        def status = 'failed'
        try {
            withEnv(variables(source)) {
                stage('Build') {
                    sh('./test')
                }
            }
            if (currentBuild.currentResult == 'SUCCESS') {
                status = 'success'
            }
        }
        finally {
            reportStatus(source.get('GIT_COMMIT'), status)
        }
    }
}

// Tells the forge how the build of a commit goes.
def reportStatus(commit, status) {
    withCredentials([string(credentialsId: 'gitlab-api', variable: 'STATUS_TOKEN')]) {
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

printf '%s%s\\n' 'PRIVATE-TOKEN: ' "$STATUS_TOKEN" > "$work/login"
printf '{"state": "%s", "name": "reports", "target_url": "%s"}' "$STATUS" "\u0024{BUILD_URL:-}" > "$work/body"
code=$(curl --silent --show-error --retry 3 --retry-delay 5 --max-time 60 --output "$work/answer" \\
    --write-out '%{http_code}' --header @"$work/login" --header 'Content-Type: application/json' \\
    --data @"$work/body" https://gitlab.example.org/api/v4/projects/shop%2Fback%2Freports/statuses/"$STATUS_COMMIT") || true
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

// Builds component web of shop.
podTemplate(cloud: 'kubernetes', yaml: pod()) {
    node(POD_LABEL) {
        ansiColor('xterm') {
            def source = stage('Checkout') {
                checkout(scmGit(
                    branches: [[name: 'main']],
                    userRemoteConfigs: [[url: 'git@github.com:example/shop.git', credentialsId: 'deploy-key']]
                ))
            }
            if (isUntouched(source)) {
                echo('Nothing changed since the last success of component web (services/web/**, package-lock.json): there is nothing to build.')
                currentBuild.result = 'NOT_BUILT'
                return
            }
            reportStatus(source.get('GIT_COMMIT'), 'pending')
            def status = 'failure'
            try {
                withCredentials([string(credentialsId: 'npm-token', variable: 'NPM_TOKEN'), string(credentialsId: 'signing-key', variable: 'SIGNING_KEY')]) {
                    withEnv(variables(source)) {
                        def passed = false
                        try {
                            container('node-22') {
                                stage('Build') {
                                    sh('npm ci')
                                    sh('npm test')
                                }
                            }
                            passed = true
                        }
                        finally {
                            stage('Results') {
                                archiveArtifacts(artifacts: 'reports/**', allowEmptyArchive: !passed)
                            }
                        }
                        if (currentBuild.currentResult == 'SUCCESS') {
                            stage('Publish') {
                                withCredentials([usernamePassword(credentialsId: 'github-api', usernameVariable: 'PUBLISH_1_USERNAME', passwordVariable: 'PUBLISH_1_PASSWORD')]) {
                                    container('stable-v1-20-0') {
                                        sh(script1())
                                    }
                                }
                            }
                        }
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
}

// The pod of agent generic, with what the steps need besides.
def pod() {
    return '''\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: generic
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: jnlp
      image: jenkins/inbound-agent:3385.vf1123fb_515da_-1
      env:
        - name: CACHE
          value: /cache
        - name: LICENSE
          valueFrom:
            secretKeyRef:
              name: license
              key: LICENSE
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: volume-0
          mountPath: /etc/npm
        - name: volume-1
          mountPath: /cache
    - name: node-22
      image: node:22
      command:
        - sleep
      args:
        - infinity
      env:
        - name: GIT_CONFIG_COUNT
          value: '1'
        - name: GIT_CONFIG_KEY_0
          value: safe.directory
        - name: GIT_CONFIG_VALUE_0
          value: '*'
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: volume-0
          mountPath: /etc/npm
        - name: volume-1
          mountPath: /cache
    - name: stable-v1-20-0
      image: quay.io/skopeo/stable:v1.20.0
      command:
        - sleep
      args:
        - infinity
      env:
        - name: GIT_CONFIG_COUNT
          value: '1'
        - name: GIT_CONFIG_KEY_0
          value: safe.directory
        - name: GIT_CONFIG_VALUE_0
          value: '*'
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: volume-0
          mountPath: /etc/npm
        - name: volume-1
          mountPath: /cache
  volumes:
    - name: volume-0
      secret:
        secretName: npmrc
    - name: volume-1
      emptyDir: {}
'''
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
    git diff --quiet "$SINCE" HEAD -- ':(glob)services/web/**' ':(glob)package-lock.json'
'''
}

// Tells the forge how the build of a commit goes.
def reportStatus(commit, status) {
    withCredentials([usernamePassword(credentialsId: 'github-api', usernameVariable: 'STATUS_USERNAME', passwordVariable: 'STATUS_PASSWORD')]) {
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
printf '{"state": "%s", "context": "web", "target_url": "%s"}' "$STATUS" "\u0024{BUILD_URL:-}" > "$work/body"
code=$(curl --silent --show-error --retry 3 --retry-delay 5 --max-time 60 --output "$work/answer" \\
    --write-out '%{http_code}' --header @"$work/login" --header 'Content-Type: application/json' \\
    --data @"$work/body" https://api.github.com/repos/example/shop/statuses/"$STATUS_COMMIT") || true
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
    given.add('NODE_ENV=test')
    return given
}

def script1() {
    return '''\
# Publishes a container image.
set -eu +x
private=\u0024{WORKSPACE_TMP:-\u0024{TMPDIR:-/tmp}}
mkdir -p "$private"
work=$(mktemp -d "$private/publish.XXXXXX")
trap 'rm -rf "$work"' EXIT

place=dist/web.tar
image=registry.example.org/shop/web:"$(printf %.12s "$GIT_COMMIT")"
if [ -d "$place" ]; then
    source=oci:$place
elif [ ! -f "$place" ]; then
    echo "There is nothing to publish: no file or folder is called $place" >&2
    exit 1
elif tar -tf "$place" | grep -q -E -x '(\\./)?oci-layout'; then
    source=oci-archive:$place
else
    source=docker-archive:$place
fi

printf '{"auths": {"%s": {"auth": "%s"}}}\\n' registry.example.org \\
    "$(printf '%s:%s' "$PUBLISH_1_USERNAME" "$PUBLISH_1_PASSWORD" | base64 -w 0)" > "$work/auth.json"
export REGISTRY_AUTH_FILE="$work/auth.json"

# What would be pushed, byte for byte, so that its digest is known before.
skopeo copy --quiet --all "$source" "oci:$work/image"
skopeo inspect --raw "oci:$work/image" > "$work/manifest"
digest=$(skopeo manifest-digest "$work/manifest")
if skopeo inspect --raw "docker://$image" > "$work/there" 2> "$work/errors" &&
    [ "$(skopeo manifest-digest "$work/there")" = "$digest" ]; then
    echo "$image is there already: $digest"
else
    skopeo copy --quiet --all --preserve-digests --retry-times 3 "oci:$work/image" "docker://$image"
    echo "Published $image@$digest"
fi
'''
}

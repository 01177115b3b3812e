// Builds component web of shop.
catchError(catchInterruptions: false) {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            ansiColor('xterm') {
                def source = stage('Checkout') {
                    checkout(scmGit(
                        branches: [[name: 'main']],
                        userRemoteConfigs: [[url: 'git@github.com:example/web.git', credentialsId: 'seed-job-key']]
                    ))
                }
                withCredentials([string(credentialsId: 'npm-token', variable: 'NPM_TOKEN')]) {
                    withEnv(variables(source)) {
                        def passed = false
                        try {
                            timeout(time: 30, unit: 'MINUTES') {
                                container('node-22') {
                                    stage('Dependencies') {
                                        sh(script1())
                                    }
                                    stage('Build') {
                                        sh('npm ci')
                                        sh(script2())
                                        container('python-3-13') {
                                            sh('python3 tools/report.py')
                                        }
                                        container('jnlp') {
                                            sh('dpkg-buildpackage')
                                        }
                                    }
                                }
                            }
                            passed = true
                        }
                        finally {
                            stage('Results') {
                                archiveArtifacts(artifacts: 'out/*.deb', allowEmptyArchive: !passed)
                                archiveArtifacts(artifacts: 'dist/**', allowEmptyArchive: !passed)
                            }
                        }
                        if (currentBuild.currentResult == 'SUCCESS') {
                            timeout(time: 30, unit: 'MINUTES') {
                                stage('Publish') {
                                    sh(script3())
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'team@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
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
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
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
    - name: python-3-13
      image: registry.example.com/build/python:3.13@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
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
    given.add('NODE_ENV=production')
    given.add('LABEL=\u0024{BUILD_NUMBER}-$$x')
    return given
}

def script1() {
    return '''\
# Build dependencies: Debian packages.
set -eu
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
as_root apt-get update -q
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -- \\
    jq
'''
}

def script2() {
    return '''\
npm test
npm run build
'''
}

def script3() {
    return '''\
# Publishes the Debian packages of this build to the apt repository.
set -eu
api=http://apt.shop-jenkins.svc:9797/api
folder=web-$BUILD_NUMBER
packages=$(mktemp)
answer=$(mktemp)
trap 'rm -f "$packages" "$answer"' EXIT

# Calls the API and prints the answer: call ARGUMENT...
call() {
    curl --fail --silent --show-error --retry 3 --retry-delay 5 "$@"
}
# Calls the API and prints the status code, whatever it is: status ARGUMENT...
status() {
    curl --silent --show-error --output "$answer" --write-out '%{http_code}' "$@"
}

# Whether a package of this name may come from this component: is_own NAME
is_own() {
    case $1 in
        web) return 0 ;;
        web-*) return 0 ;;
    esac
    return 1
}

find . -regextype posix-extended -type f \\( \\
    -regex '\\./out/[^/]*\\.deb' \\
    \\) > "$packages"
if [ ! -s "$packages" ]; then
    echo 'No Debian package was built.' >&2
    exit 1
fi
while IFS= read -r package; do
    case \u0024{package##*/} in
        *[!A-Za-z0-9.+~_:-]*)
            echo "Not the name of a Debian package: $package" >&2
            exit 1
            ;;
    esac
    name=$(dpkg-deb -f "$package" Package)
    if ! is_own "$name"; then
        echo "Not a package of this component: $name (list it under packages in build.bitesize)" >&2
        exit 1
    fi
    call --form "file=@\\"$package\\"" "$api/files/$folder"
done < "$packages"

if [ "$(status "$api/repos/bitesize")" = 404 ]; then
    call --header 'Content-Type: application/json' --data '{"Name":"bitesize","DefaultDistribution":"bitesize","DefaultComponent":"main"}' "$api/repos"
fi
added=$(call --request POST "$api/repos/bitesize/file/$folder?forceReplace=1")
printf '%s\\n' "$added"
case $added in
    *'"FailedFiles":[]'* | *'"FailedFiles":null'*) ;;
    *)
        echo 'The apt repository refused a package.' >&2
        exit 1
        ;;
esac

code=$(status --request PUT --header 'Content-Type: application/json' --data '{"Signing":{"Skip":true}}' "$api/publish/:./bitesize")
if [ "$code" = 404 ]; then
    code=$(status --header 'Content-Type: application/json' --data '{"SourceKind":"local","Sources":[{"Name":"bitesize","Component":"main"}],"Distribution":"bitesize","Signing":{"Skip":true}}' "$api/publish/:.")
fi
case $code in
    2??) ;;
    *)
        cat "$answer" >&2
        echo "The apt repository was not published: status $code" >&2
        exit 1
        ;;
esac
'''
}

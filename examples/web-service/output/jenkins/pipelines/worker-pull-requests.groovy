// Builds pull requests of component worker on GitHub.
properties([
    disableConcurrentBuilds(abortPrevious: true)
])
nothingToBuild = false
if (env.CHANGE_FORK == null && env.BRANCH_NAME == 'PR-' + env.CHANGE_ID + '-merge') {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            checks()
        }
    }
    if (!nothingToBuild && currentBuild.currentResult == 'SUCCESS') {
        preview()
    }
}
else {
    podTemplate(cloud: 'kubernetes', yaml: forkPod()) {
        node(POD_LABEL) {
            checks()
        }
    }
}

// What is done with a pull request, wherever it runs.
def checks() {
    ansiColor('xterm') {
        def source = stage('Checkout') {
            def own = env.CHANGE_FORK == null && env.BRANCH_NAME == 'PR-' + env.CHANGE_ID + '-merge' ? ownCommit() : null
            def found = checkout(scm)
            if (own != null) {
                requireOwn(own)
            }
            return found
        }
        if (isUntouched(source)) {
            echo('The pull request changes no file of component worker (worker/**): there is nothing to build.')
            nothingToBuild = true
            return
        }
        withEnv(variables(source)) {
            def passed = false
            try {
                container('python-3-13-slim-bookworm') {
                    stage('Build') {
                        sh(script1())
                    }
                }
                passed = true
            }
            finally {
                stage('Results') {
                    recordCoverage(failOnError: passed, enabledForFailure: true, tools: [
                        [parser: 'COBERTURA', pattern: 'worker/coverage.xml'],
                    ])
                    junit(testResults: 'worker/junit.xml', allowEmptyResults: !passed)
                }
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
  imagePullSecrets:
    - name: registry
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
    - name: python-3-13-slim-bookworm
      image: python:3.13-slim-bookworm
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

// The pod of agent generic without Secrets, claims and rights, for component worker.
def forkPod() {
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
  imagePullSecrets:
    - name: registry
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
    - name: python-3-13-slim-bookworm
      image: python:3.13-slim-bookworm
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

// Builds the images of component worker, and deploys them to Preview.
def preview() {
    def image2 = buildImage2()
    lock(resource: 'web-service: Preview') {
        stage('Preview deploy') {
            build(job: '../Preview-deploy', parameters: [
                string(name: 'worker_VERSION', value: image2),
            ])
        }
        stage('Preview test') {
            build(job: '../Preview-smoke')
        }
    }
}

// Returns tag and digest of the image registry.example.com/web-service/worker, built with what was checked.
def buildImage2() {
    def built = ''
    podTemplate(cloud: 'kubernetes', namespace: 'web-service-jenkins-privileged', yaml: imagePod2()) {
        node(POD_LABEL) {
            stage('Image worker') {
                def source = checkout(scm)
                def commit = source.get('GIT_COMMIT')
                def time = sh(label: 'When the commit was made', returnStdout: true, script: 'git log -1 --format=%ct').trim()
                // As Docker builds from a repository: without its history, which is another one in each checkout.
                sh(label: 'Leave the history out', script: 'rm -rf .git')
                def tag = 'pr-' + env.CHANGE_ID + '-' + commit.substring(0, 12)
                container('buildkit') {
                    def digest = ''
                    withEnv(['COMMIT=' + commit, 'TAG=' + tag, 'SOURCE_DATE_EPOCH=' + time]) {
                        sh(label: 'Build and push the image', script: imageScript2())
                        digest = sh(label: 'Digest of the image', returnStdout: true, script: imageDigest2()).trim()
                    }
                    if (!digest.matches('sha256:[0-9a-f]{64}')) {
                        error('BuildKit gave no digest of the image')
                    }
                    built = tag + '@' + digest
                }
            }
        }
    }
    return built
}

def imageScript2() {
    return '''\
buildctl-daemonless.sh build \\
    --progress plain \\
    --frontend dockerfile.v0 \\
    --local context=worker \\
    --local dockerfile=worker \\
    --opt filename=Dockerfile \\
    --opt build-arg:SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \\
    --opt label:org.opencontainers.image.revision="$COMMIT" \\
    --import-cache type=registry,ref=registry.example.com/web-service/worker:buildcache \\
    --import-cache type=registry,ref=registry.example.com/web-service/worker:buildcache-pull-requests \\
    --export-cache type=registry,ref=registry.example.com/web-service/worker:buildcache-pull-requests,mode=max,ignore-error=true \\
    --metadata-file "$WORKSPACE_TMP/image.json" \\
    --output type=image,\\"name=registry.example.com/web-service/worker:"$TAG"\\",push=true,rewrite-timestamp=true
'''
}

def imageDigest2() {
    return '''\
sed -n 's/^ *"containerimage.digest": *"\\(sha256:[0-9a-f]*\\)".*/\\1/p' "$WORKSPACE_TMP/image.json"
'''
}

// BuildKit beside the agent, without root.
def imagePod2() {
    return '''\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: image-build
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
  imagePullSecrets:
    - name: registry
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
    - name: buildkit
      image: moby/buildkit:v0.32.2-rootless
      command:
        - sleep
      args:
        - infinity
      env:
        - name: BUILDKITD_FLAGS
          value: --oci-worker-no-process-sandbox
        - name: BUILDCTL_CONNECT_RETRIES_MAX
          value: '50'
        - name: DOCKER_CONFIG
          value: /run/registry-login
      securityContext:
        runAsUser: 1000
        runAsGroup: 1000
        seccompProfile:
          type: Unconfined
        appArmorProfile:
          type: Unconfined
      volumeMounts:
        - name: buildkit
          mountPath: /home/user/.local/share/buildkit
        - name: registry-login
          mountPath: /run/registry-login
          readOnly: true
  volumes:
    - name: buildkit
      emptyDir: {}
    - name: registry-login
      secret:
        secretName: registry
        items:
          - key: .dockerconfigjson
            path: config.json
'''
}

// Returns the commit of the branch as the repository itself has it. GitHub's source takes a fork of the same owner for a
// branch of the repository, and says nothing of a fork that is deleted.
def ownCommit() {
    return checkout(changelog: false, poll: false, scm: scmGit(
        branches: [[name: 'refs/remotes/own/' + env.CHANGE_BRANCH]],
        userRemoteConfigs: [[
            name: 'own',
            refspec: '+refs/heads/' + env.CHANGE_BRANCH + ':refs/remotes/own/' + env.CHANGE_BRANCH,
            url: 'https://github.com/example/web-service.git',
            credentialsId: 'github'
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
    git diff --quiet "$since" HEAD -- ':(glob)worker/**'
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

def script1() {
    return '''\
cd worker
pip install --requirement requirements.txt --requirement requirements-dev.txt
python -m pytest --junit-xml=junit.xml --cov=worker --cov-report=xml:coverage.xml
'''
}

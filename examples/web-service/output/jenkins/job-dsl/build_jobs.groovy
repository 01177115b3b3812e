// Builds of the components.
// Compiled from the specs by bitesize; change them and compile again.

// build.bitesize:4
pipelineJob('web') {
    description('Builds component web of web-service.')
    disabled(false)
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    properties {
        pipelineTriggers {
            triggers {
                pollSCM {
                    scmpoll_spec('H/5 * * * *')
                }
                githubPush()
            }
        }
    }
    definition {
        cps {
            script('''\
// Builds component web of web-service.
catchError(catchInterruptions: false) {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            ansiColor('xterm') {
                def source = stage('Checkout') {
                    checkout(scmGit(
                        branches: [[name: 'main']],
                        userRemoteConfigs: [[url: 'https://github.com/example/web-service.git', credentialsId: 'github']]
                    ))
                }
                if (isUntouched(source)) {
                    echo('Nothing changed since the last success of component web (web/**): there is nothing to build.')
                    currentBuild.result = 'NOT_BUILT'
                    return
                }
                withEnv(variables(source)) {
                    def passed = false
                    try {
                        container('node-22-21-bookworm-slim') {
                            stage('Build') {
                                sh(script1())
                            }
                        }
                        passed = true
                    }
                    finally {
                        stage('Results') {
                            junit(testResults: 'web/junit.xml', allowEmptyResults: !passed)
                        }
                    }
                    if (currentBuild.currentResult == 'SUCCESS') {
                        stage('Images') {
                            build(job: 'web-docker-image', parameters: [string(name: 'COMMIT', value: source.get('GIT_COMMIT'))], wait: false)
                        }
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS' && currentBuild.currentResult != 'NOT_BUILT') {
    slackSend(
        channel: '#web-service',
        color: currentBuild.currentResult == 'UNSTABLE' ? 'warning' : 'danger',
        message: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult + ' ' + env.BUILD_URL
    )
}

// The pod of agent generic, with what the steps need besides.
def pod() {
    return \'\'\'\\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: generic
    bitesize/caches: jenkins-caches
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
  imagePullSecrets:
    - name: registry
  securityContext:
    seccompProfile:
      type: RuntimeDefault
    fsGroup: 1000
    fsGroupChangePolicy: OnRootMismatch
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
    - name: node-22-21-bookworm-slim
      image: node:22.21-bookworm-slim
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
        - name: npm_config_cache
          value: /caches/npm
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: caches
          mountPath: /caches/npm
          subPath: web/npm
  volumes:
    - name: caches
      persistentVolumeClaim:
        claimName: jenkins-caches
  affinity:
    podAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - labelSelector:
            matchLabels:
              bitesize/caches: jenkins-caches
          topologyKey: kubernetes.io/hostname
\'\'\'
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
    return \'\'\'\\
git cat-file -e "$SINCE^{commit}" &&
    git diff --quiet "$SINCE" HEAD -- ':(glob)web/**'
\'\'\'
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
    return \'\'\'\\
cd web
npm ci
npm test -- --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=junit.xml
\'\'\'
}
''')
            sandbox(true)
        }
    }
}

// build.bitesize:27
pipelineJob('worker') {
    description('Builds component worker of web-service.')
    disabled(false)
    properties {
        disableConcurrentBuilds {
            abortPrevious(false)
        }
    }
    properties {
        pipelineTriggers {
            triggers {
                pollSCM {
                    scmpoll_spec('H/5 * * * *')
                }
                githubPush()
            }
        }
    }
    definition {
        cps {
            script('''\
// Builds component worker of web-service.
catchError(catchInterruptions: false) {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            ansiColor('xterm') {
                def source = stage('Checkout') {
                    checkout(scmGit(
                        branches: [[name: 'main']],
                        userRemoteConfigs: [[url: 'https://github.com/example/web-service.git', credentialsId: 'github']]
                    ))
                }
                if (isUntouched(source)) {
                    echo('Nothing changed since the last success of component worker (worker/**): there is nothing to build.')
                    currentBuild.result = 'NOT_BUILT'
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
                    if (currentBuild.currentResult == 'SUCCESS') {
                        stage('Images') {
                            build(job: 'worker-docker-image', parameters: [string(name: 'COMMIT', value: source.get('GIT_COMMIT'))], wait: false)
                        }
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS' && currentBuild.currentResult != 'NOT_BUILT') {
    slackSend(
        channel: '#web-service',
        color: currentBuild.currentResult == 'UNSTABLE' ? 'warning' : 'danger',
        message: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult + ' ' + env.BUILD_URL
    )
}

// The pod of agent generic, with what the steps need besides.
def pod() {
    return \'\'\'\\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: generic
    bitesize/caches: jenkins-caches
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
  imagePullSecrets:
    - name: registry
  securityContext:
    seccompProfile:
      type: RuntimeDefault
    fsGroup: 1000
    fsGroupChangePolicy: OnRootMismatch
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
        - name: PIP_CACHE_DIR
          value: /caches/pip
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: caches
          mountPath: /caches/pip
          subPath: worker/pip
  volumes:
    - name: caches
      persistentVolumeClaim:
        claimName: jenkins-caches
  affinity:
    podAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - labelSelector:
            matchLabels:
              bitesize/caches: jenkins-caches
          topologyKey: kubernetes.io/hostname
\'\'\'
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
    return \'\'\'\\
git cat-file -e "$SINCE^{commit}" &&
    git diff --quiet "$SINCE" HEAD -- ':(glob)worker/**'
\'\'\'
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
    return \'\'\'\\
cd worker
pip install --requirement requirements.txt --requirement requirements-dev.txt
python -m pytest --junit-xml=junit.xml --cov=worker --cov-report=xml:coverage.xml
\'\'\'
}
''')
            sandbox(true)
        }
    }
}

// build.bitesize:21, build.bitesize:4
multibranchPipelineJob('web-pull-requests') {
    description('Builds pull requests of component web of web-service.')
    orphanedItemStrategy {
        discardOldItems {
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('script', '''\
// Builds pull requests of component web on GitHub.
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
            echo('The pull request changes no file of component web (web/**): there is nothing to build.')
            nothingToBuild = true
            return
        }
        withEnv(variables(source)) {
            def passed = false
            try {
                container('node-22-21-bookworm-slim') {
                    stage('Build') {
                        sh(script1())
                    }
                }
                passed = true
            }
            finally {
                stage('Results') {
                    junit(testResults: 'web/junit.xml', allowEmptyResults: !passed)
                }
            }
        }
    }
}

// The pod of agent generic, with what the steps need besides.
def pod() {
    return \'\'\'\\
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
    - name: node-22-21-bookworm-slim
      image: node:22.21-bookworm-slim
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
\'\'\'
}

// The pod of agent generic without Secrets, claims and rights, for component web.
def forkPod() {
    return \'\'\'\\
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
    - name: node-22-21-bookworm-slim
      image: node:22.21-bookworm-slim
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
\'\'\'
}

// Builds the images of component web, and deploys them to Preview.
def preview() {
    def image1 = buildImage1()
    lock(resource: 'web-service: Preview') {
        stage('Preview deploy') {
            build(job: '../Preview-deploy', parameters: [
                string(name: 'web_VERSION', value: image1),
            ])
        }
        stage('Preview test') {
            build(job: '../Preview-smoke')
        }
    }
}

// Returns tag and digest of the image registry.example.com/web-service/web, built with what was checked.
def buildImage1() {
    def built = ''
    podTemplate(cloud: 'kubernetes', namespace: 'web-service-jenkins-privileged', yaml: imagePod1()) {
        node(POD_LABEL) {
            stage('Image web') {
                def source = checkout(scm)
                def commit = source.get('GIT_COMMIT')
                def time = sh(label: 'When the commit was made', returnStdout: true, script: 'git log -1 --format=%ct').trim()
                // As Docker builds from a repository: without its history, which is another one in each checkout.
                sh(label: 'Leave the history out', script: 'rm -rf .git')
                def tag = 'pr-' + env.CHANGE_ID + '-' + commit.substring(0, 12)
                container('buildkit') {
                    def digest = ''
                    withEnv(['COMMIT=' + commit, 'TAG=' + tag, 'SOURCE_DATE_EPOCH=' + time]) {
                        sh(label: 'Build and push the image', script: imageScript1())
                        digest = sh(label: 'Digest of the image', returnStdout: true, script: imageDigest1()).trim()
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

def imageScript1() {
    return \'\'\'\\
buildctl-daemonless.sh build \\\\
    --progress plain \\\\
    --frontend dockerfile.v0 \\\\
    --local context=web \\\\
    --local dockerfile=web \\\\
    --opt filename=Dockerfile \\\\
    --opt target=runtime \\\\
    --opt build-arg:NODE_ENV=production \\\\
    --opt build-arg:SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \\\\
    --opt label:org.opencontainers.image.revision="$COMMIT" \\\\
    --import-cache type=registry,ref=registry.example.com/web-service/web:buildcache \\\\
    --import-cache type=registry,ref=registry.example.com/web-service/web:buildcache-pull-requests \\\\
    --export-cache type=registry,ref=registry.example.com/web-service/web:buildcache-pull-requests,mode=max,ignore-error=true \\\\
    --metadata-file "$WORKSPACE_TMP/image.json" \\\\
    --output type=image,\\\\"name=registry.example.com/web-service/web:"$TAG"\\\\",push=true,rewrite-timestamp=true
\'\'\'
}

def imageDigest1() {
    return \'\'\'\\
sed -n 's/^ *"containerimage.digest": *"\\\\(sha256:[0-9a-f]*\\\\)".*/\\\\1/p' "$WORKSPACE_TMP/image.json"
\'\'\'
}

// BuildKit beside the agent, without root.
def imagePod1() {
    return \'\'\'\\
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
\'\'\'
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
    return \'\'\'\\
target=$(git rev-parse --quiet --verify "refs/remotes/upstream/$CHANGE_TARGET" ||
    git rev-parse --quiet --verify "refs/remotes/origin/$CHANGE_TARGET") &&
    since=$(git merge-base "$target" HEAD) &&
    git diff --quiet "$since" HEAD -- ':(glob)web/**'
\'\'\'
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
    return \'\'\'\\
cd web
npm ci
npm test -- --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=junit.xml
\'\'\'
}
''')
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'web/Dockerfile')
        for (node6 in project.get('triggers')) {
            def node7 = node6.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node7.appendNode('spec', 'H H/4 * * *')
            node7.appendNode('interval', '86400000')
        }
        for (node10 in project.get('sources').getAt('data')) {
            def node11 = node10.appendNode('jenkins.branch.BranchSource')
            def node12 = node11.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node12.appendNode('id', 'web-pull-requests')
            node12.appendNode('apiUri', 'https://api.github.com')
            node12.appendNode('credentialsId', 'github')
            node12.appendNode('repoOwner', 'example')
            node12.appendNode('repository', 'web-service')
            def node18 = node12.appendNode('traits')
            def node19 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node19.appendNode('strategyId', '3')
            def node21 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait')
            node21.appendNode('strategyId', '1')
            node21.appendNode('trust', ['class': 'org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$TrustNobody'])
            def node24 = node18.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node24.appendNode('includes', '*')
            node24.appendNode('excludes', 'PR-*-head')
            def node27 = node18.appendNode('org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait')
            node27.appendNode('contextLabel', 'web-service/web')
            node27.appendNode('typeSuffix', 'false')
            node27.appendNode('multipleStatuses', 'false')
            def node31 = node11.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node31.appendNode('properties', ['class': 'empty-list'])
        }
        for (node33 in project.get('orphanedItemStrategy')) {
            node33.appendNode('abortBuilds', 'false')
        }
    }
}

// build.bitesize:21, build.bitesize:27
multibranchPipelineJob('worker-pull-requests') {
    description('Builds pull requests of component worker of web-service.')
    orphanedItemStrategy {
        discardOldItems {
        }
    }
    configure { project ->
        // The form in which Jenkins saves it; Job DSL has no methods for that.
        project.appendNode('disabled', 'false')
        for (old in project.get('factory')) project.remove(old)
        def node1 = project.appendNode('factory', ['class': 'org.jenkinsci.plugins.inlinepipeline.InlineDefinitionBranchProjectFactory'])
        node1.appendNode('owner', ['class': 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject', 'reference': '../..'])
        node1.appendNode('script', '''\
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
    return \'\'\'\\
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
\'\'\'
}

// The pod of agent generic without Secrets, claims and rights, for component worker.
def forkPod() {
    return \'\'\'\\
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
\'\'\'
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
    return \'\'\'\\
buildctl-daemonless.sh build \\\\
    --progress plain \\\\
    --frontend dockerfile.v0 \\\\
    --local context=worker \\\\
    --local dockerfile=worker \\\\
    --opt filename=Dockerfile \\\\
    --opt build-arg:SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \\\\
    --opt label:org.opencontainers.image.revision="$COMMIT" \\\\
    --import-cache type=registry,ref=registry.example.com/web-service/worker:buildcache \\\\
    --import-cache type=registry,ref=registry.example.com/web-service/worker:buildcache-pull-requests \\\\
    --export-cache type=registry,ref=registry.example.com/web-service/worker:buildcache-pull-requests,mode=max,ignore-error=true \\\\
    --metadata-file "$WORKSPACE_TMP/image.json" \\\\
    --output type=image,\\\\"name=registry.example.com/web-service/worker:"$TAG"\\\\",push=true,rewrite-timestamp=true
\'\'\'
}

def imageDigest2() {
    return \'\'\'\\
sed -n 's/^ *"containerimage.digest": *"\\\\(sha256:[0-9a-f]*\\\\)".*/\\\\1/p' "$WORKSPACE_TMP/image.json"
\'\'\'
}

// BuildKit beside the agent, without root.
def imagePod2() {
    return \'\'\'\\
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
\'\'\'
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
    return \'\'\'\\
target=$(git rev-parse --quiet --verify "refs/remotes/upstream/$CHANGE_TARGET" ||
    git rev-parse --quiet --verify "refs/remotes/origin/$CHANGE_TARGET") &&
    since=$(git merge-base "$target" HEAD) &&
    git diff --quiet "$since" HEAD -- ':(glob)worker/**'
\'\'\'
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
    return \'\'\'\\
cd worker
pip install --requirement requirements.txt --requirement requirements-dev.txt
python -m pytest --junit-xml=junit.xml --cov=worker --cov-report=xml:coverage.xml
\'\'\'
}
''')
        node1.appendNode('sandbox', 'true')
        node1.appendNode('markerFile', 'worker/Dockerfile')
        for (node6 in project.get('triggers')) {
            def node7 = node6.appendNode('com.cloudbees.hudson.plugins.folder.computed.PeriodicFolderTrigger')
            node7.appendNode('spec', 'H H/4 * * *')
            node7.appendNode('interval', '86400000')
        }
        for (node10 in project.get('sources').getAt('data')) {
            def node11 = node10.appendNode('jenkins.branch.BranchSource')
            def node12 = node11.appendNode('source', ['class': 'org.jenkinsci.plugins.github_branch_source.GitHubSCMSource'])
            node12.appendNode('id', 'worker-pull-requests')
            node12.appendNode('apiUri', 'https://api.github.com')
            node12.appendNode('credentialsId', 'github')
            node12.appendNode('repoOwner', 'example')
            node12.appendNode('repository', 'web-service')
            def node18 = node12.appendNode('traits')
            def node19 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.OriginPullRequestDiscoveryTrait')
            node19.appendNode('strategyId', '3')
            def node21 = node18.appendNode('org.jenkinsci.plugins.github__branch__source.ForkPullRequestDiscoveryTrait')
            node21.appendNode('strategyId', '1')
            node21.appendNode('trust', ['class': 'org.jenkinsci.plugins.github_branch_source.ForkPullRequestDiscoveryTrait$TrustNobody'])
            def node24 = node18.appendNode('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait')
            node24.appendNode('includes', '*')
            node24.appendNode('excludes', 'PR-*-head')
            def node27 = node18.appendNode('org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait')
            node27.appendNode('contextLabel', 'web-service/worker')
            node27.appendNode('typeSuffix', 'false')
            node27.appendNode('multipleStatuses', 'false')
            def node31 = node11.appendNode('strategy', ['class': 'jenkins.branch.DefaultBranchPropertyStrategy'])
            node31.appendNode('properties', ['class': 'empty-list'])
        }
        for (node33 in project.get('orphanedItemStrategy')) {
            node33.appendNode('abortBuilds', 'false')
        }
    }
}

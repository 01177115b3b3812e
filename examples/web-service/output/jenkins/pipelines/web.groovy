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
    return '''\
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
    git diff --quiet "$SINCE" HEAD -- ':(glob)web/**'
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
cd web
npm ci
npm test -- --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=junit.xml
'''
}

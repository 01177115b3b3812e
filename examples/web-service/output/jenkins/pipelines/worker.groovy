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
    git diff --quiet "$SINCE" HEAD -- ':(glob)worker/**'
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

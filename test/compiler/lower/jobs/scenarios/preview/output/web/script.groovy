// Builds component web of shop.
podTemplate(cloud: 'kubernetes', yaml: pod()) {
    node(POD_LABEL) {
        ansiColor('xterm') {
            def source = stage('Checkout') {
                checkout(scmGit(
                    branches: [[name: 'main']],
                    userRemoteConfigs: [[url: 'https://github.com/example/shop.git', credentialsId: 'github-api']]
                ))
            }
            if (isUntouched(source)) {
                echo('Nothing changed since the last success of component web (web/**): there is nothing to build.')
                currentBuild.result = 'NOT_BUILT'
                return
            }
            withEnv(variables(source)) {
                container('node-22') {
                    stage('Build') {
                        sh('npm ci')
                        sh('npm test')
                    }
                }
                if (currentBuild.currentResult == 'SUCCESS') {
                    stage('Images') {
                        build(job: 'storefront-docker-image', parameters: [string(name: 'COMMIT', value: source.get('GIT_COMMIT'))], wait: false)
                    }
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

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

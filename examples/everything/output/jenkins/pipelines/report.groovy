// Builds component report of everything.
catchError(catchInterruptions: false) {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            ansiColor('xterm') {
                def source = stage('Checkout') {
                    checkout(scmGit(
                        branches: [[name: 'refs/heads/master']],
                        userRemoteConfigs: [[url: 'https://git.example.com/everything/report.git', credentialsId: 'seed-job-key']]
                    ))
                }
                withEnv(variables(source)) {
                    def passed = false
                    try {
                        timeout(time: 60, unit: 'MINUTES') {
                            container('node-22') {
                                stage('Build') {
                                    sh('npm ci')
                                    container('python-3-13') {
                                        sh('python3 charts.py')
                                    }
                                    container('jnlp') {
                                        sh('tar -czf report.tgz dist')
                                    }
                                }
                            }
                        }
                        passed = true
                    }
                    finally {
                        stage('Results') {
                            archiveArtifacts(artifacts: 'report.tgz', allowEmptyArchive: !passed)
                        }
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
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
    bitesize/caches: ci-caches
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
      image: registry.example.com/agents/gradle:8
      env:
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
          subPath: report/npm
        - name: caches
          mountPath: /usr/local/share/.cache/yarn
          subPath: report/folders/usr/local/share/.cache/yarn
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
          subPath: report/npm
        - name: caches
          mountPath: /usr/local/share/.cache/yarn
          subPath: report/folders/usr/local/share/.cache/yarn
    - name: python-3-13
      image: python:3.13
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
          subPath: report/npm
        - name: caches
          mountPath: /usr/local/share/.cache/yarn
          subPath: report/folders/usr/local/share/.cache/yarn
  volumes:
    - name: caches
      persistentVolumeClaim:
        claimName: ci-caches
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

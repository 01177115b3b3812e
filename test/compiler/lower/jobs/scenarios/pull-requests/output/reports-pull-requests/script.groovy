// Builds pull requests of component reports on GitLab.
properties([
    disableConcurrentBuilds(abortPrevious: true),
    buildDiscarder(logRotator(numToKeepStr: '10'))
])
if (env.CHANGE_FORK == null) {
    node('generic') {
        checks()
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
            checkout(scm)
        }
        withEnv(variables(source)) {
            stage('Build') {
                sh('./test')
            }
        }
    }
}

// The pod of agent generic without Secrets, claims and rights, for component reports.
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
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: jnlp
      image: jenkins/inbound-agent:3385.vf1123fb_515da_-1
      env:
        - name: CACHE
          value: /cache
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: volume-0
          mountPath: /cache
  volumes:
    - name: volume-0
      emptyDir: {}
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

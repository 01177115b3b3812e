// Builds component tool of shop.
podTemplate(cloud: 'kubernetes', yaml: pod()) {
    node(POD_LABEL) {
        ansiColor('xterm') {
            timeout(time: 30, unit: 'MINUTES') {
                stage('Build') {
                    sh('./configure')
                    container('golang-1-25') {
                        sh('go build ./...')
                    }
                    container('golang-1-25') {
                        sh('go test ./...')
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
    - name: golang-1-25
      image: golang:1.25
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

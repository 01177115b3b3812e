// Builds component packer of shop.
podTemplate(cloud: 'kubernetes', namespace: 'shop-jenkins-privileged', yaml: pod()) {
    node(POD_LABEL) {
        ansiColor('xterm') {
            timeout(time: 30, unit: 'MINUTES') {
                container('packer-1-14') {
                    stage('Build') {
                        sh('packer build .')
                    }
                }
            }
        }
    }
}

// The pod of agent metal, with what the steps need besides.
def pod() {
    return '''\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: metal
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
  nodeSelector:
    kvm: 'yes'
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
      volumeMounts:
        - name: volume-0
          mountPath: /cache
    - name: packer-1-14
      image: hashicorp/packer:1.14
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
          mountPath: /cache
  volumes:
    - name: volume-0
      hostPath:
        path: /var/cache/builds
  priorityClassName: builds
'''
}

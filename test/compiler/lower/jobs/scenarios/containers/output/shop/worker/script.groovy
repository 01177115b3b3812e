// Builds component worker of shop.
podTemplate(cloud: 'kubernetes', yaml: pod()) {
    node(POD_LABEL) {
        ansiColor('xterm') {
            timeout(time: 30, unit: 'MINUTES') {
                container('maven') {
                    stage('Build') {
                        sh('mvn --batch-mode verify')
                        container('golang-1-25') {
                            sh('go build ./...')
                        }
                    }
                }
            }
        }
    }
}

// The pod of agent jvm, with what the steps need besides.
def pod() {
    return '''\
apiVersion: v1
kind: Pod
metadata:
  labels:
    bitesize/agent: jvm
    bitesize/caches: jenkins-caches
  annotations:
    bitesize/apt: Binary::apt::APT::Keep-Downloaded-Packages "true";
spec:
  serviceAccountName: jenkins-agent
  automountServiceAccountToken: false
  restartPolicy: Never
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
    - name: maven
      image: maven:3.9
      command:
        - sleep
      args:
        - infinity
      env:
        - name: MAVEN_OPTS
          value: -Dmaven.repo.local=/caches/maven/repository
        - name: MAVEN_USER_HOME
          value: /caches/maven
        - name: GOMODCACHE
          value: /caches/go/mod
        - name: GOCACHE
          value: /caches/go/build
      volumeMounts:
        - name: caches
          mountPath: /caches/maven
          subPath: worker/maven
        - name: caches
          mountPath: /var/cache/apt/archives
          subPath: worker/apt
        - name: caches
          mountPath: /caches/go
          subPath: worker/go
        - name: caches
          mountPath: /usr/local/cargo/registry
          subPath: worker/folders/usr/local/cargo/registry
        - name: apt
          mountPath: /etc/apt/apt.conf.d/docker-clean
          subPath: docker-clean
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
        - name: MAVEN_OPTS
          value: -Dmaven.repo.local=/caches/maven/repository
        - name: MAVEN_USER_HOME
          value: /caches/maven
        - name: GOMODCACHE
          value: /caches/go/mod
        - name: GOCACHE
          value: /caches/go/build
      resources:
        requests:
          cpu: 500m
          memory: 512Mi
        limits:
          cpu: '2'
          memory: 2Gi
      volumeMounts:
        - name: caches
          mountPath: /caches/maven
          subPath: worker/maven
        - name: caches
          mountPath: /var/cache/apt/archives
          subPath: worker/apt
        - name: caches
          mountPath: /caches/go
          subPath: worker/go
        - name: caches
          mountPath: /usr/local/cargo/registry
          subPath: worker/folders/usr/local/cargo/registry
        - name: apt
          mountPath: /etc/apt/apt.conf.d/docker-clean
          subPath: docker-clean
  volumes:
    - name: caches
      persistentVolumeClaim:
        claimName: jenkins-caches
    - name: apt
      downwardAPI:
        items:
          - path: docker-clean
            fieldRef:
              fieldPath: metadata.annotations['bitesize/apt']
  affinity:
    podAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - labelSelector:
            matchLabels:
              bitesize/caches: jenkins-caches
          topologyKey: kubernetes.io/hostname
'''
}

// Builds the image registry.example.com/web-service/web with a Dockerfile of its repository, and hands it to the environments by its digest.
def wanted = wantedCommit()
def commit = ''
def time = ''
def digest = ''
podTemplate(cloud: 'kubernetes', namespace: 'web-service-jenkins-privileged', yaml: pod()) {
    node(POD_LABEL) {
        stage('Checkout') {
            def found = checkout(scmGit(
                branches: [[name: wanted == '' ? 'main' : wanted]],
                userRemoteConfigs: [[credentialsId: 'github', url: 'https://github.com/example/web-service.git']]
            ))
            commit = found.get('GIT_COMMIT')
            time = sh(label: 'When the commit was made', returnStdout: true, script: 'git log -1 --format=%ct').trim()
            // As Docker builds from a repository: without its history, which is another one in each checkout.
            sh(label: 'Leave the history out', script: 'rm -rf .git')
        }
        stage('Build') {
            container('buildkit') {
                withEnv(['COMMIT=' + commit, 'TAG=' + commit.substring(0, 12), 'SOURCE_DATE_EPOCH=' + time]) {
                    sh(label: 'Build and push the image', script: buildScript())
                    digest = sh(label: 'Digest of the image', returnStdout: true, script: digestScript()).trim()
                }
                if (!digest.matches('sha256:[0-9a-f]{64}')) {
                    error('BuildKit gave no digest of the image')
                }
                echo('registry.example.com/web-service/web' + ':' + commit.substring(0, 12) + '@' + digest)
            }
        }
    }
}
stage('Environment pipeline') {
    build(
        job: 'environment-pipeline',
        parameters: [string(name: 'web_VERSION', value: commit.substring(0, 12) + '@' + digest)],
        wait: false
    )
}
stage('Preview') {
    lock(resource: 'web-service: Preview', skipIfLocked: true) {
        build(job: 'Preview-deploy', parameters: [
            string(name: 'web_VERSION', value: commit.substring(0, 12) + '@' + digest),
        ])
    }
}

// Returns the commit that is asked for, or an empty text for the head of the branch.
def wantedCommit() {
    def commit = (params.get('COMMIT') ?: '').trim()
    if (!commit.matches('([0-9a-f]{40})?')) {
        error('COMMIT is not the whole id of a commit: ' + commit)
    }
    return commit
}

def buildScript() {
    return '''\
buildctl-daemonless.sh build \\
    --progress plain \\
    --frontend dockerfile.v0 \\
    --local context=web \\
    --local dockerfile=web \\
    --opt filename=Dockerfile \\
    --opt target=runtime \\
    --opt build-arg:NODE_ENV=production \\
    --opt build-arg:SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" \\
    --opt label:org.opencontainers.image.revision="$COMMIT" \\
    --import-cache type=registry,ref=registry.example.com/web-service/web:buildcache \\
    --export-cache type=registry,ref=registry.example.com/web-service/web:buildcache,mode=max,ignore-error=true \\
    --metadata-file "$WORKSPACE_TMP/image.json" \\
    --output type=image,\\"name=registry.example.com/web-service/web:"$TAG"\\",push=true,rewrite-timestamp=true
'''
}

def digestScript() {
    return '''\
sed -n 's/^ *"containerimage.digest": *"\\(sha256:[0-9a-f]*\\)".*/\\1/p' "$WORKSPACE_TMP/image.json"
'''
}

// BuildKit beside the agent, without root.
def pod() {
    return '''\
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
'''
}

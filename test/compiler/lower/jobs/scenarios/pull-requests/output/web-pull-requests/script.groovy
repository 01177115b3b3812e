// Builds pull requests of component web on GitHub.
properties([
    disableConcurrentBuilds(abortPrevious: true),
    buildDiscarder(logRotator(numToKeepStr: '10'))
])
if (env.CHANGE_FORK == null && env.BRANCH_NAME == 'PR-' + env.CHANGE_ID + '-merge') {
    podTemplate(cloud: 'kubernetes', yaml: pod()) {
        node(POD_LABEL) {
            withCredentials([string(credentialsId: 'npm-token', variable: 'NPM_TOKEN')]) {
                checks()
            }
        }
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
            def own = env.CHANGE_FORK == null && env.BRANCH_NAME == 'PR-' + env.CHANGE_ID + '-merge' ? ownCommit() : null
            def found = checkout(scm)
            if (own != null) {
                requireOwn(own)
            }
            return found
        }
        if (isUntouched(source)) {
            echo('The pull request changes no file of component web (services/web/**, package-lock.json): there is nothing to build.')
            return
        }
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

// The pod of agent generic without Secrets, claims and rights, for component web.
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
          mountPath: /cache
  volumes:
    - name: volume-0
      emptyDir: {}
'''
}

// Returns the commit of the branch as the repository itself has it. GitHub's source takes a fork of the same owner for a
// branch of the repository, and says nothing of a fork that is deleted.
def ownCommit() {
    return checkout(changelog: false, poll: false, scm: scmGit(
        branches: [[name: 'refs/remotes/own/' + env.CHANGE_BRANCH]],
        userRemoteConfigs: [[
            name: 'own',
            refspec: '+refs/heads/' + env.CHANGE_BRANCH + ':refs/remotes/own/' + env.CHANGE_BRANCH,
            url: 'git@github.com:example/shop.git',
            credentialsId: 'deploy-key'
        ]]
    )).get('GIT_COMMIT')
}

// Ends the build, before anything of the pull request runs, unless the repository itself has its commits in the branch.
def requireOwn(commit) {
    withEnv(['OWN=' + commit]) {
        if (sh(returnStatus: true, script: 'git merge-base --is-ancestor "refs/remotes/origin/$BRANCH_NAME" "$OWN"') != 0) {
            error('The branch of this name in the repository does not have the commits of the pull request: its fork is deleted, or belongs to the same owner.')
        }
    }
}

// Whether the pull request changes no file of the component.
def isUntouched(source) {
    return sh(returnStatus: true, script: untouchedScript()) == 0
}

def untouchedScript() {
    return '''\
target=$(git rev-parse --quiet --verify "refs/remotes/upstream/$CHANGE_TARGET" ||
    git rev-parse --quiet --verify "refs/remotes/origin/$CHANGE_TARGET") &&
    since=$(git merge-base "$target" HEAD) &&
    git diff --quiet "$since" HEAD -- ':(glob)services/web/**' ':(glob)package-lock.json'
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

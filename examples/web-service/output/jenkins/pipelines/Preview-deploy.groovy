// Deploys services of Preview to the namespace web-service-preview.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('web', versionOf('web_VERSION'))
versions.put('worker', versionOf('worker_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'web-service: deploy to Preview') {
        node('deploy') {
            container('kubectl') {
                def applied = []
                stage('Apply') {
                    apply1(versions, applied)
                    if (applied) {
                        takeOver(applied.join(' '))
                    }
                }
                stage('Rollout') {
                    def failed = []
                    rollout1(applied, failed)
                    if (failed) {
                        error('Not rolled out: ' + failed.join(', '))
                    }
                }
            }
        }
    }
}
else {
    echo('No version is given: everything stays as it is.')
}

// Returns the version that a parameter gives, or an empty text to keep what runs.
def versionOf(parameter) {
    def version = (params.get(parameter) ?: '').trim()
    if (version == '' || version == 'latest') {
        return ''
    }
    // It becomes an image tag and a label.
    if (!version.matches('^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?(?:@sha256:[0-9a-f]{64})?$')) {
        error(parameter + ' is not a version: ' + version)
    }
    return version
}

// Applies the services for which a version is given, and those whose version the spec names.
def apply1(versions, applied) {
    for (service in services1()) {
        def version = versions.get(service.get('name'))
        if (version != '') {
            def manifest = manifests1().get(service.get('file'))
            def tag = (version ?: '').replaceAll('@.*', '')
            def filled = manifest.replace('BITESIZE_VERSION_TO_DEPLOY_BY_DIGEST', version ?: '').replace('BITESIZE_VERSION_TO_DEPLOY', tag)
            writeFile(file: service.get('file'), text: filled)
            sh(label: 'Apply ' + service.get('title'), script: service.get('apply'))
            applied.add(service.get('argument'))
        }
    }
}

// Waits for what was applied, and notes what is not rolled out.
def rollout1(applied, failed) {
    for (service in services1()) {
        def script = rollouts1().get(service.get('file'))
        if (script != null && applied.contains(service.get('argument'))) {
            def code = sh(label: 'Wait for ' + service.get('title'), returnStatus: true, script: script)
            if (code != 0) {
                failed.add(service.get('title'))
            }
        }
    }
}

@NonCPS
def services1() {
    return [
        [
            name: 'web',
            title: 'web',
            file: '50-deployment-web.yaml',
            argument: '--filename=50-deployment-web.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web.yaml',
        ],
        [
            name: 'worker',
            title: 'worker',
            file: '50-deployment-worker.yaml',
            argument: '--filename=50-deployment-worker.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-worker.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-web.yaml': '''\
# Awaits a version: the job Preview-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: web-service-preview
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: web
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: web
        application: web
        app.kubernetes.io/name: web
        app.kubernetes.io/instance: web
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: preview
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: web
          image: registry.example.com/web-service/web:BITESIZE_VERSION_TO_DEPLOY_BY_DIGEST
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: REDIS_URL
              value: redis://redis:6379
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          readinessProbe:
            httpGet:
              path: /health
              port: 8080
''',
        '50-deployment-worker.yaml': '''\
# Awaits a version: the job Preview-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
  namespace: web-service-preview
  labels:
    name: worker
    application: worker
    app.kubernetes.io/name: worker
    app.kubernetes.io/instance: worker
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
    app: worker
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: worker
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: worker
        application: worker
        app.kubernetes.io/name: worker
        app.kubernetes.io/instance: worker
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: preview
        app: worker
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: worker
          image: registry.example.com/web-service/worker:BITESIZE_VERSION_TO_DEPLOY_BY_DIGEST
          ports:
            - containerPort: 80
              protocol: TCP
          env:
            - name: REDIS_URL
              value: redis://redis:6379
            - name: PGHOST
              value: postgres
            - name: PGUSER
              value: worker
            - name: PGPASSWORD
              valueFrom:
                secretKeyRef:
                  name: postgres
                  key: password
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
''',
    ]
}

// By file, too.
@NonCPS
def rollouts1() {
    return [
        '50-deployment-web.yaml': '''\
if kubectl rollout status deployment/web --namespace=web-service-preview --timeout=300s; then
    exit 0
fi
echo 'web is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=web-service-preview --selector=creator=pipeline,name=web --output=wide
kubectl describe pods --namespace=web-service-preview --selector=creator=pipeline,name=web
kubectl get events --namespace=web-service-preview --sort-by=.lastTimestamp
kubectl logs --namespace=web-service-preview --selector=creator=pipeline,name=web --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-worker.yaml': '''\
if kubectl rollout status deployment/worker --namespace=web-service-preview --timeout=300s; then
    exit 0
fi
echo 'worker is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=web-service-preview --selector=creator=pipeline,name=worker --output=wide
kubectl describe pods --namespace=web-service-preview --selector=creator=pipeline,name=worker
kubectl get events --namespace=web-service-preview --sort-by=.lastTimestamp
kubectl logs --namespace=web-service-preview --selector=creator=pipeline,name=worker --all-containers --prefix --tail=100
exit 1
''',
    ]
}

// Ends the ownership of what applied these files before: what leaves the specs could not leave the cluster.
def takeOver(files) {
    sh(label: 'Take over', script: 'set -- ' + files + '\n' + takeOverScript())
}

def takeOverScript() {
    return '''\
set -eu
old=$(mktemp)
trap 'rm -f "$old"' EXIT

# Each line is the place of an entry, its object, and the manager. An entry moves when something else changes the object.
for attempt in 1 2 3 4 5 6; do
    # shellcheck disable=SC2016 # the variables are those of the template
    kubectl get "$@" --show-managed-fields --output=go-template='{{define "former"}}{{$object := .}}{{if .metadata.namespace}}{{range $place, $entry := .metadata.managedFields}}{{if and (eq $entry.operation "Update") (not $entry.subresource) (or (eq $entry.manager "environment-operator") (eq $entry.manager "before-first-apply"))}}{{$place}} {{$object.kind}} {{$object.apiVersion}} {{$object.metadata.name}} {{$object.metadata.namespace}} {{$entry.manager}}{{"\\n"}}{{end}}{{end}}{{end}}{{end}}{{if .items}}{{range .items}}{{template "former" .}}{{end}}{{else}}{{template "former" .}}{{end}}' > "$old"
    if [ ! -s "$old" ]; then exit 0; fi
    if [ "$attempt" -eq 6 ]; then break; fi
    sort -rn "$old" | while read -r place kind version name namespace manager; do
        case $version in */*) kind=$kind.\u0024{version%%/*} ;; esac
        echo "$kind/$name is taken over from $manager"
        entry=/metadata/managedFields/$place
        test="{\\"op\\":\\"test\\",\\"path\\":\\"$entry/manager\\",\\"value\\":\\"$manager\\"}"
        kubectl patch "$kind/$name" --namespace="$namespace" --type=json \\
            --patch="[$test,{\\"op\\":\\"remove\\",\\"path\\":\\"$entry\\"}]" || echo 'It is being changed; once more.'
    done
done
echo 'Fields of these objects still belong to another manager, and would stay when they leave the specs:' >&2
cat "$old" >&2
exit 1
'''
}

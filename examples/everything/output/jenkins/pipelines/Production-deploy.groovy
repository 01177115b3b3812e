// Deploys services of Production to the namespace everything-prd.
catchError(catchInterruptions: false) {
    // All versions are checked before anything is changed.
    def versions = [:]
    versions.put('web', versionOf('web_VERSION'))
    versions.put('stock', versionOf('stock_VERSION'))
    checkPinned('tools_VERSION', '1.0.0')
    if (versions.values().join('') != '') {
        lock(resource: 'everything: deploy to Production') {
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
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
}

// Returns the version that a parameter gives, or an empty text to keep what runs.
def versionOf(parameter) {
    def version = (params.get(parameter) ?: '').trim()
    if (version == '' || version == 'latest') {
        return ''
    }
    // It becomes an image tag and a label.
    if (!version.matches('^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$')) {
        error(parameter + ' is not a version: ' + version)
    }
    return version
}

// The spec names the version of the service; another one would be undone when service-manage runs.
def checkPinned(parameter, pinned) {
    def version = (params.get(parameter) ?: '').trim()
    if (version != '' && version != 'latest' && version != pinned) {
        error(parameter + ' is ' + version + ', but the spec says ' + pinned + ': change it there')
    }
}

// Applies the services for which a version is given, and those whose version the spec names.
def apply1(versions, applied) {
    for (service in services1()) {
        def version = versions.get(service.get('name'))
        // What users reach is never replaced; but where there is nothing yet, nobody would answer them.
        if (version != '' && !isThere(service)) {
            def manifest = manifests1().get(service.get('file'))
            writeFile(file: service.get('file'), text: manifest.replace('BITESIZE_VERSION_TO_DEPLOY', version ?: ''))
            if (service.get('keep') != null) {
                keepReplicas(service.get('namespace'), service.get('keep'))
            }
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
            } else if (service.get('servicesApply') != null) {
                def services = switched1().get(service.get('file'))
                writeFile(file: service.get('servicesFile'), text: services)
                sh(label: 'Send requests to ' + service.get('title'), script: service.get('servicesApply'))
            }
        }
    }
}

@NonCPS
def services1() {
    return [
        [
            name: 'web',
            title: 'web (blue; green is live)',
            file: '50-deployment-web-blue.yaml',
            argument: '--filename=50-deployment-web-blue.yaml',
            namespace: 'everything-prd',
            keep: 'web-blue',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web-blue.yaml',
        ],
        [
            name: 'web',
            title: 'web (green; it is live)',
            file: '50-deployment-web-green.yaml',
            argument: '--filename=50-deployment-web-green.yaml',
            lookUp: 'kubectl get deployment/web-green --namespace=everything-prd --ignore-not-found --output=name',
            namespace: 'everything-prd',
            keep: 'web-green',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web-green.yaml',
            servicesFile: 'services-of-web-green.yaml',
            servicesApply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=services-of-web-green.yaml',
        ],
        [
            name: 'stock',
            title: 'stock (blue; green is live)',
            file: '50-deployment-stock-blue.yaml',
            argument: '--filename=50-deployment-stock-blue.yaml',
            namespace: 'everything-prd',
            keep: 'stock-blue',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-stock-blue.yaml',
        ],
        [
            name: 'stock',
            title: 'stock (green; it is live)',
            file: '50-deployment-stock-green.yaml',
            argument: '--filename=50-deployment-stock-green.yaml',
            lookUp: 'kubectl get deployment/stock-green --namespace=everything-prd --ignore-not-found --output=name',
            namespace: 'everything-prd',
            keep: 'stock-green',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-stock-green.yaml',
            servicesFile: 'services-of-stock-green.yaml',
            servicesApply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=services-of-stock-green.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-web-blue.yaml': '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: everything-prd
  labels:
    name: web-blue
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  progressDeadlineSeconds: 900
  selector:
    matchLabels:
      creator: pipeline
      name: web-blue
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: web-blue
        application: web
        app.kubernetes.io/name: web
        app.kubernetes.io/instance: web-blue
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: web-blue
          image: mirror.example.com/everything/web:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: blue
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
''',
        '50-deployment-web-green.yaml': '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-green
  namespace: everything-prd
  labels:
    name: web-green
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  progressDeadlineSeconds: 900
  selector:
    matchLabels:
      creator: pipeline
      name: web-green
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: web-green
        application: web
        app.kubernetes.io/name: web
        app.kubernetes.io/instance: web-green
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: web-green
          image: mirror.example.com/everything/web:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: green
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
''',
        '50-deployment-stock-blue.yaml': '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: stock-blue
  namespace: everything-prd
  labels:
    name: stock-blue
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: stock
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  progressDeadlineSeconds: 900
  selector:
    matchLabels:
      creator: pipeline
      name: stock-blue
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: stock-blue
        application: stock
        app.kubernetes.io/name: stock
        app.kubernetes.io/instance: stock-blue
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: stock
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: stock-blue
          image: mirror.example.com/everything/stock:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8081
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: blue
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
''',
        '50-deployment-stock-green.yaml': '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: stock-green
  namespace: everything-prd
  labels:
    name: stock-green
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: stock
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  progressDeadlineSeconds: 900
  selector:
    matchLabels:
      creator: pipeline
      name: stock-green
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: stock-green
        application: stock
        app.kubernetes.io/name: stock
        app.kubernetes.io/instance: stock-green
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: stock
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: stock-green
          image: mirror.example.com/everything/stock:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8081
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: green
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
''',
    ]
}

// By file, too.
@NonCPS
def rollouts1() {
    return [
        '50-deployment-web-blue.yaml': '''\
if kubectl rollout status deployment/web-blue --namespace=everything-prd --timeout=900s; then
    exit 0
fi
echo 'web-blue is not rolled out after 900 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-prd --selector=creator=pipeline,name=web-blue --output=wide
kubectl describe pods --namespace=everything-prd --selector=creator=pipeline,name=web-blue
kubectl get events --namespace=everything-prd --sort-by=.lastTimestamp
kubectl logs --namespace=everything-prd --selector=creator=pipeline,name=web-blue --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-web-green.yaml': '''\
if kubectl rollout status deployment/web-green --namespace=everything-prd --timeout=900s; then
    exit 0
fi
echo 'web-green is not rolled out after 900 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-prd --selector=creator=pipeline,name=web-green --output=wide
kubectl describe pods --namespace=everything-prd --selector=creator=pipeline,name=web-green
kubectl get events --namespace=everything-prd --sort-by=.lastTimestamp
kubectl logs --namespace=everything-prd --selector=creator=pipeline,name=web-green --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-stock-blue.yaml': '''\
if kubectl rollout status deployment/stock-blue --namespace=everything-prd --timeout=900s; then
    exit 0
fi
echo 'stock-blue is not rolled out after 900 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-prd --selector=creator=pipeline,name=stock-blue --output=wide
kubectl describe pods --namespace=everything-prd --selector=creator=pipeline,name=stock-blue
kubectl get events --namespace=everything-prd --sort-by=.lastTimestamp
kubectl logs --namespace=everything-prd --selector=creator=pipeline,name=stock-blue --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-stock-green.yaml': '''\
if kubectl rollout status deployment/stock-green --namespace=everything-prd --timeout=900s; then
    exit 0
fi
echo 'stock-green is not rolled out after 900 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-prd --selector=creator=pipeline,name=stock-green --output=wide
kubectl describe pods --namespace=everything-prd --selector=creator=pipeline,name=stock-green
kubectl get events --namespace=everything-prd --sort-by=.lastTimestamp
kubectl logs --namespace=everything-prd --selector=creator=pipeline,name=stock-green --all-containers --prefix --tail=100
exit 1
''',
    ]
}

// The Services that send requests to a live colour, by the file of its Deployment.
@NonCPS
def switched1() {
    return [
        '50-deployment-web-green.yaml': '''\
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: everything-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
    deployment_active: green
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
  selector:
    creator: pipeline
    name: web-green
''',
        '50-deployment-stock-green.yaml': '''\
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: everything-prd
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
    deployment_active: green
spec:
  ports:
    - name: http-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock-green
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

def isThere(service) {
    if (service.get('lookUp') == null) {
        return false
    }
    return sh(label: 'Look for ' + service.get('title'), returnStdout: true, script: service.get('lookUp')).trim() != ''
}

// Gives the number of pods to another field manager where it was applied before: the one that no longer has it in its
// manifest would take it along, and one pod would be left until the autoscaler acts.
def keepReplicas(namespace, deployments) {
    sh(label: 'Keep the number of pods', script: 'namespace=' + namespace + '\nset -- ' + deployments + '\n' + keepReplicasScript())
}

def keepReplicasScript() {
    return '''\
set -eu
for deployment in "$@"; do
    found=$(kubectl get "deployment/$deployment" --namespace="$namespace" --ignore-not-found --show-managed-fields \\
        --output=jsonpath='{.metadata.managedFields[?(@.manager=="bitesize")].fieldsV1.f:spec.f:replicas} {.spec.replicas}')
    case $found in '{} '[0-9]*) ;; *) continue ;; esac
    printf '{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%s","namespace":"%s"},"spec":{"replicas":%s}}' \\
        "$deployment" "$namespace" "\u0024{found#* }" |
        kubectl apply --server-side --force-conflicts --field-manager=bitesize-replicas --filename=-
done
'''
}

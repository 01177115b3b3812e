// Deploys services of Live to the namespace shop-live.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('web', versionOf('web_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'shop: deploy to Live') {
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
        // What users reach is never replaced; but where there is nothing yet, nobody would answer them.
        if (version != '' && !isThere(service)) {
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
            title: 'web (green; blue is live)',
            file: '50-deployment-web-green.yaml',
            argument: '--filename=50-deployment-web-green.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web-green.yaml',
        ],
        [
            name: 'web',
            title: 'web (blue; it is live)',
            file: '50-deployment-web-blue.yaml',
            argument: '--filename=50-deployment-web-blue.yaml',
            lookUp: 'kubectl get deployment/web-blue --namespace=shop-live --ignore-not-found --output=name',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web-blue.yaml',
            servicesFile: 'services-of-web-blue.yaml',
            servicesApply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=services-of-web-blue.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-web-green.yaml': '''\
# Awaits a version: the job Live-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-green
  namespace: shop-live
  labels:
    name: web-green
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-green
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: live
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
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
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: live
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web-green
          image: registry.example.com/shop/web:BITESIZE_VERSION_TO_DEPLOY_BY_DIGEST
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: green
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
''',
        '50-deployment-web-blue.yaml': '''\
# Awaits a version: the job Live-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: shop-live
  labels:
    name: web-blue
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-blue
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: live
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
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
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: live
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web-blue
          image: registry.example.com/shop/web:BITESIZE_VERSION_TO_DEPLOY_BY_DIGEST
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: POD_DEPLOYMENT_COLOUR
              value: blue
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
        '50-deployment-web-green.yaml': '''\
if kubectl rollout status deployment/web-green --namespace=shop-live --timeout=300s; then
    exit 0
fi
echo 'web-green is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=shop-live --selector=creator=pipeline,name=web-green --output=wide
kubectl describe pods --namespace=shop-live --selector=creator=pipeline,name=web-green
kubectl get events --namespace=shop-live --sort-by=.lastTimestamp
kubectl logs --namespace=shop-live --selector=creator=pipeline,name=web-green --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-web-blue.yaml': '''\
if kubectl rollout status deployment/web-blue --namespace=shop-live --timeout=300s; then
    exit 0
fi
echo 'web-blue is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=shop-live --selector=creator=pipeline,name=web-blue --output=wide
kubectl describe pods --namespace=shop-live --selector=creator=pipeline,name=web-blue
kubectl get events --namespace=shop-live --sort-by=.lastTimestamp
kubectl logs --namespace=shop-live --selector=creator=pipeline,name=web-blue --all-containers --prefix --tail=100
exit 1
''',
    ]
}

// The Services that send requests to a live colour, by the file of its Deployment.
@NonCPS
def switched1() {
    return [
        '50-deployment-web-blue.yaml': '''\
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop-live
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: live
  annotations:
    deployment_method: bluegreen
    deployment_active: blue
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
  selector:
    creator: pipeline
    name: web-blue
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

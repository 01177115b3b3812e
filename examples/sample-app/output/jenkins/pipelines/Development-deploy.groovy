// Deploys services of Development to the namespace sample-app-dev.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('storefront', versionOf('storefront_VERSION'))
versions.put('orders', versionOf('orders_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'sample-app: deploy to Development') {
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
    if (!version.matches('^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$')) {
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
            writeFile(file: service.get('file'), text: manifest.replace('BITESIZE_VERSION_TO_DEPLOY', version ?: ''))
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
            name: 'storefront',
            title: 'storefront',
            file: '50-deployment-storefront.yaml',
            argument: '--filename=50-deployment-storefront.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-storefront.yaml',
        ],
        [
            name: 'orders',
            title: 'orders',
            file: '50-deployment-orders.yaml',
            argument: '--filename=50-deployment-orders.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-orders.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-storefront.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: storefront
  namespace: sample-app-dev
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: storefront
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: storefront
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: storefront
        application: storefront
        app.kubernetes.io/name: storefront
        app.kubernetes.io/instance: storefront
        creator: pipeline
        project: sample-app
        app.kubernetes.io/part-of: sample-app
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: storefront
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: storefront
          image: registry.example.com/sample-app/storefront:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: ORDERS_URL
              value: http://orders:8080
            - name: SESSION_KEY
              valueFrom:
                secretKeyRef:
                  name: storefront
                  key: session-key
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          livenessProbe:
            exec:
              command:
                - curl
                - -fsS
                - http://localhost:8080/health
            initialDelaySeconds: 20
            timeoutSeconds: 5
''',
        '50-deployment-orders.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: sample-app-dev
  labels:
    name: orders
    application: orders
    app.kubernetes.io/name: orders
    app.kubernetes.io/instance: orders
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: orders
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: orders
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: orders
        application: orders
        app.kubernetes.io/name: orders
        app.kubernetes.io/instance: orders
        creator: pipeline
        project: sample-app
        app.kubernetes.io/part-of: sample-app
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: orders
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: orders
          image: registry.example.com/sample-app/orders:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8080
              protocol: TCP
          env:
            - name: DATABASE_HOST
              value: orders-db
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          volumeMounts:
            - name: invoices
              mountPath: /srv/orders/invoices
      volumes:
        - name: invoices
          persistentVolumeClaim:
            claimName: invoices
''',
    ]
}

// By file, too.
@NonCPS
def rollouts1() {
    return [
        '50-deployment-storefront.yaml': '''\
if kubectl rollout status deployment/storefront --namespace=sample-app-dev --timeout=300s; then
    exit 0
fi
echo 'storefront is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=sample-app-dev --selector=creator=pipeline,name=storefront --output=wide
kubectl describe pods --namespace=sample-app-dev --selector=creator=pipeline,name=storefront
kubectl get events --namespace=sample-app-dev --sort-by=.lastTimestamp
kubectl logs --namespace=sample-app-dev --selector=creator=pipeline,name=storefront --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-orders.yaml': '''\
if kubectl rollout status deployment/orders --namespace=sample-app-dev --timeout=300s; then
    exit 0
fi
echo 'orders is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=sample-app-dev --selector=creator=pipeline,name=orders --output=wide
kubectl describe pods --namespace=sample-app-dev --selector=creator=pipeline,name=orders
kubectl get events --namespace=sample-app-dev --sort-by=.lastTimestamp
kubectl logs --namespace=sample-app-dev --selector=creator=pipeline,name=orders --all-containers --prefix --tail=100
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

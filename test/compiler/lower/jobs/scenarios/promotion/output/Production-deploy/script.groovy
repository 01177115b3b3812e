// Deploys services of Production to the namespace shop-prd.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('front', versionOf('front_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'shop: deploy to Production') {
        node('deploy') {
            container('kubectl') {
                def applied = []
                stage('Apply') {
                    apply1(versions.get('front'), applied)
                    apply2(versions.get('front'), applied)
                    if (applied) {
                        takeOver(applied.join(' '))
                    }
                }
                stage('Rollout') {
                    def failed = []
                    rollout1(applied, failed)
                    rollout2(applied, failed)
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

// front (blue; green is live)
def apply1(version, applied) {
    if (version == '') {
        return
    }
    writeFile(file: '50-deployment-front-blue.yaml', text: manifest1().replace('BITESIZE_VERSION_TO_DEPLOY', version))
    sh(label: 'Apply front (blue; green is live)', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-front-blue.yaml')
    applied.add('--filename=50-deployment-front-blue.yaml')
}

def rollout1(applied, failed) {
    if (!applied.contains('--filename=50-deployment-front-blue.yaml')) {
        return
    }
    def code = sh(label: 'Wait for front (blue; green is live)', returnStatus: true, script: rolloutScript1())
    if (code != 0) {
        failed.add('front (blue; green is live)')
    }
}

def rolloutScript1() {
    return '''\
if kubectl rollout status deployment/front-blue --namespace=shop-prd --timeout=600s; then
    exit 0
fi
echo 'front-blue is not rolled out after 600 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=shop-prd --selector=creator=pipeline,name=front-blue --output=wide
kubectl describe pods --namespace=shop-prd --selector=creator=pipeline,name=front-blue
kubectl get events --namespace=shop-prd --sort-by=.lastTimestamp
kubectl logs --namespace=shop-prd --selector=creator=pipeline,name=front-blue --all-containers --prefix --tail=100
exit 1
'''
}

def manifest1() {
    return '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: front-blue
  namespace: shop-prd
  labels:
    name: front-blue
    application: web-app
    app.kubernetes.io/name: web-app
    app.kubernetes.io/instance: front-blue
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: web-app
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 600
  selector:
    matchLabels:
      creator: pipeline
      name: front-blue
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: front-blue
        application: web-app
        app.kubernetes.io/name: web-app
        app.kubernetes.io/instance: front-blue
        creator: pipeline
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: web-app
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: front-blue
          image: custom-registry/shop/web-app:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 80
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
'''
}

// front (green; it is live)
def apply2(version, applied) {
    if (version == '') {
        return
    }
    // What users reach is never replaced; but where there is nothing yet, nobody would answer them.
    if (sh(label: 'Look for front (green; it is live)', returnStdout: true, script: 'kubectl get deployment/front-green --namespace=shop-prd --ignore-not-found --output=name').trim() != '') {
        return
    }
    writeFile(file: '50-deployment-front-green.yaml', text: manifest2().replace('BITESIZE_VERSION_TO_DEPLOY', version))
    sh(label: 'Apply front (green; it is live)', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-front-green.yaml')
    applied.add('--filename=50-deployment-front-green.yaml')
}

def rollout2(applied, failed) {
    if (!applied.contains('--filename=50-deployment-front-green.yaml')) {
        return
    }
    def code = sh(label: 'Wait for front (green; it is live)', returnStatus: true, script: rolloutScript2())
    if (code != 0) {
        failed.add('front (green; it is live)')
    } else {
        writeFile(file: 'services-of-front-green.yaml', text: services2())
        sh(label: 'Send requests to front (green; it is live)', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=services-of-front-green.yaml')
    }
}

def rolloutScript2() {
    return '''\
if kubectl rollout status deployment/front-green --namespace=shop-prd --timeout=600s; then
    exit 0
fi
echo 'front-green is not rolled out after 600 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=shop-prd --selector=creator=pipeline,name=front-green --output=wide
kubectl describe pods --namespace=shop-prd --selector=creator=pipeline,name=front-green
kubectl get events --namespace=shop-prd --sort-by=.lastTimestamp
kubectl logs --namespace=shop-prd --selector=creator=pipeline,name=front-green --all-containers --prefix --tail=100
exit 1
'''
}

def services2() {
    return '''\
apiVersion: v1
kind: Service
metadata:
  name: front
  namespace: shop-prd
  labels:
    name: front
    application: web-app
    app.kubernetes.io/name: web-app
    app.kubernetes.io/instance: front
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
    deployment_active: green
spec:
  ports:
    - name: http-80
      protocol: TCP
      port: 80
      targetPort: 80
  selector:
    creator: pipeline
    name: front-green
'''
}

def manifest2() {
    return '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: front-green
  namespace: shop-prd
  labels:
    name: front-green
    application: web-app
    app.kubernetes.io/name: web-app
    app.kubernetes.io/instance: front-green
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: web-app
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 600
  selector:
    matchLabels:
      creator: pipeline
      name: front-green
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: front-green
        application: web-app
        app.kubernetes.io/name: web-app
        app.kubernetes.io/instance: front-green
        creator: pipeline
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: web-app
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: front-green
          image: custom-registry/shop/web-app:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 80
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
'''
}

// Deploys services of Development to the namespace shop-dev.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('front', versionOf('front_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'shop: deploy to Development') {
        node('deploy') {
            container('kubectl') {
                stage('Apply') {
                    apply1(versions)
                }
                stage('Rollout') {
                    def failed = []
                    rollout1(versions, failed)
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
def apply1(versions) {
    for (service in services1()) {
        def version = versions.get(service.get('name'))
        if (version != '') {
            def manifest = manifests1().get(service.get('file'))
            writeFile(file: service.get('file'), text: manifest.replace('BITESIZE_VERSION_TO_DEPLOY', version ?: ''))
            sh(label: 'Apply ' + service.get('title'), script: service.get('apply'))
        }
    }
}

// Waits for what was applied, and notes what is not rolled out.
def rollout1(versions, failed) {
    for (service in services1()) {
        def script = rollouts1().get(service.get('file'))
        if (script != null && versions.get(service.get('name')) != '') {
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
            name: 'front',
            title: 'front',
            file: '50-deployment-front.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-front.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-front.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: front
  namespace: shop-dev
  labels:
    name: front
    application: web-app
    app.kubernetes.io/name: web-app
    app.kubernetes.io/instance: front
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: web-app
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: front
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: front
        application: web-app
        app.kubernetes.io/name: web-app
        app.kubernetes.io/instance: front
        creator: pipeline
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: web-app
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: front
          image: custom-registry/shop/web-app:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 80
              protocol: TCP
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
        '50-deployment-front.yaml': '''\
if kubectl rollout status deployment/front --namespace=shop-dev --timeout=300s; then
    exit 0
fi
echo 'front is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=shop-dev --selector=creator=pipeline,name=front --output=wide
kubectl describe pods --namespace=shop-dev --selector=creator=pipeline,name=front
kubectl get events --namespace=shop-dev --sort-by=.lastTimestamp
kubectl logs --namespace=shop-dev --selector=creator=pipeline,name=front --all-containers --prefix --tail=100
exit 1
''',
    ]
}

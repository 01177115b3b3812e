// Deploys services of Development to the namespace everything-dev.
catchError(catchInterruptions: false) {
    // All versions are checked before anything is changed.
    def versions = [:]
    versions.put('web', versionOf('web_VERSION'))
    versions.put('gate', versionOf('gate_VERSION'))
    versions.put('queue', versionOf('queue_VERSION'))
    checkPinned('stock_VERSION', '2.4.0')
    if (versions.values().join('') != '') {
        lock(resource: 'everything: deploy to Development') {
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
            name: 'web',
            title: 'web',
            file: '50-deployment-web.yaml',
            argument: '--filename=50-deployment-web.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-web.yaml',
        ],
        [
            name: 'gate',
            title: 'gate',
            file: '50-deployment-gate.yaml',
            argument: '--filename=50-deployment-gate.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-gate.yaml',
        ],
        [
            name: 'queue',
            title: 'queue',
            file: '50-deployment-queue.yaml',
            argument: '--filename=50-deployment-queue.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-queue.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-web.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: everything-dev
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 2
  progressDeadlineSeconds: 240
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
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: web
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
      annotations:
        prometheus.io/scrape: 'true'
        prometheus.io/port: '9090'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      terminationGracePeriodSeconds: 60
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      initContainers:
        - name: migrate
          image: mirror.example.com/everything/tools:1.0.0
          command:
            - /srv/tools/migrate.sh
          env:
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: web-db
                  key: password
          volumeMounts:
            - name: limits
              mountPath: /etc/limits
      containers:
        - name: web
          image: mirror.example.com/everything/web:BITESIZE_VERSION_TO_DEPLOY
          command:
            - /srv/web/run.sh
            - --verbose
          ports:
            - containerPort: 8080
              protocol: TCP
            - containerPort: 9090
              protocol: TCP
          env:
            - name: LOG_LEVEL
              value: debug
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: web-db
                  key: password
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
          resources:
            limits:
              cpu: 1500m
              memory: 1Gi
            requests:
              cpu: 200m
              memory: 256Mi
          volumeMounts:
            - name: uploads
              mountPath: /srv/web/uploads
            - name: cache
              mountPath: /var/cache/web
            - name: archive
              mountPath: /srv/web/archive
            - name: web-tls
              mountPath: /etc/web/tls
            - name: web-config
              mountPath: /etc/web
          livenessProbe:
            httpGet:
              path: /health
              port: 8080
              scheme: HTTPS
              httpHeaders:
                - name: Accept
                  value: text/plain
            initialDelaySeconds: 20
            timeoutSeconds: 3
            periodSeconds: 15
            failureThreshold: 5
          readinessProbe:
            tcpSocket:
              port: 9090
            successThreshold: 2
      volumes:
        - name: uploads
          persistentVolumeClaim:
            claimName: uploads
        - name: cache
          persistentVolumeClaim:
            claimName: cache
        - name: archive
          persistentVolumeClaim:
            claimName: archive
        - name: web-tls
          secret:
            secretName: web-tls
        - name: web-config
          configMap:
            name: web-config
            items:
              - key: web.properties
                path: application.properties
                mode: 420
        - name: limits
          configMap:
            name: limits
''',
        '50-deployment-gate.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: gate
  namespace: everything-dev
  labels:
    name: gate
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: gate
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: web
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 240
  selector:
    matchLabels:
      creator: pipeline
      name: gate
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: gate
        application: web
        app.kubernetes.io/name: web
        app.kubernetes.io/instance: gate
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
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
        - name: gate
          image: mirror.example.com/everything/web:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8443
              protocol: TCP
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
          livenessProbe:
            exec:
              command:
                - curl
                - -fsS
                - http://localhost:8443/health
            initialDelaySeconds: 30
            timeoutSeconds: 10
''',
        '50-deployment-queue.yaml': '''\
# Awaits a version: the job Development-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: queue
  namespace: everything-dev
  labels:
    name: queue
    application: tools
    app.kubernetes.io/name: tools
    app.kubernetes.io/instance: queue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: tools
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 240
  selector:
    matchLabels:
      creator: pipeline
      name: queue
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: queue
        application: tools
        app.kubernetes.io/name: tools
        app.kubernetes.io/instance: queue
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: tools
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
        - name: queue
          image: mirror.example.com/everything/tools:BITESIZE_VERSION_TO_DEPLOY
          ports:
            - containerPort: 8081
              protocol: TCP
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
        '50-deployment-web.yaml': '''\
if kubectl rollout status deployment/web --namespace=everything-dev --timeout=240s; then
    exit 0
fi
echo 'web is not rolled out after 240 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-dev --selector=creator=pipeline,name=web --output=wide
kubectl describe pods --namespace=everything-dev --selector=creator=pipeline,name=web
kubectl get events --namespace=everything-dev --sort-by=.lastTimestamp
kubectl logs --namespace=everything-dev --selector=creator=pipeline,name=web --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-gate.yaml': '''\
if kubectl rollout status deployment/gate --namespace=everything-dev --timeout=240s; then
    exit 0
fi
echo 'gate is not rolled out after 240 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-dev --selector=creator=pipeline,name=gate --output=wide
kubectl describe pods --namespace=everything-dev --selector=creator=pipeline,name=gate
kubectl get events --namespace=everything-dev --sort-by=.lastTimestamp
kubectl logs --namespace=everything-dev --selector=creator=pipeline,name=gate --all-containers --prefix --tail=100
exit 1
''',
        '50-deployment-queue.yaml': '''\
if kubectl rollout status deployment/queue --namespace=everything-dev --timeout=240s; then
    exit 0
fi
echo 'queue is not rolled out after 240 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=everything-dev --selector=creator=pipeline,name=queue --output=wide
kubectl describe pods --namespace=everything-dev --selector=creator=pipeline,name=queue
kubectl get events --namespace=everything-dev --sort-by=.lastTimestamp
kubectl logs --namespace=everything-dev --selector=creator=pipeline,name=queue --all-containers --prefix --tail=100
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

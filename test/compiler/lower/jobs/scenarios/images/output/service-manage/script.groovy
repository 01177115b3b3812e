// Applies what the environments are made of, but for what awaits a version.
lock(resource: 'shop: service-manage') {
    node('deploy') {
        container('kubectl') {
            environment1()
            environment2()
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('What left the specs') {
                    sh(label: 'What left the specs in shop-test', script: leftovers1())
                    sh(label: 'What left the specs in shop-live', script: leftovers2())
                }
            }
        }
    }
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

// Test
def environment1() {
    stage('Test') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'test.yaml', text: manifests1())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=test.yaml')
            takeOver('--filename=test.yaml')
        }
    }
}

def manifests1() {
    return '''\
apiVersion: v1
kind: Service
metadata:
  name: cache
  namespace: shop-test
  labels:
    name: cache
    application: cache
    app.kubernetes.io/name: cache
    app.kubernetes.io/instance: cache
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: test
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-6379
      protocol: TCP
      port: 6379
      targetPort: 6379
  selector:
    creator: pipeline
    name: cache
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop-test
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: test
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
  selector:
    creator: pipeline
    name: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cache
  namespace: shop-test
  labels:
    name: cache
    application: cache
    app.kubernetes.io/name: cache
    app.kubernetes.io/instance: cache
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: test
    app: cache
    version: '7.4'
    app.kubernetes.io/version: '7.4'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: cache
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: cache
        application: cache
        app.kubernetes.io/name: cache
        app.kubernetes.io/instance: cache
        creator: pipeline
        project: shop
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: test
        app: cache
        version: '7.4'
        app.kubernetes.io/version: '7.4'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: cache
          image: redis:7.4
          ports:
            - containerPort: 6379
              protocol: TCP
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
'''
}

// Live
def environment2() {
    stage('Live') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'live.yaml', text: manifests2())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=live.yaml')
            writeFile(file: 'live-live.yaml', text: switched2())
            sh(label: 'Send requests to the colours that are live', script: switchScript2())
            takeOver('--filename=live.yaml --filename=live-live.yaml')
        }
    }
}

def manifests2() {
    return '''\
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
  selector:
    creator: pipeline
    name: web-blue
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
  selector:
    creator: pipeline
    name: web-green
'''
}

def switched2() {
    return '''\
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
'''
}

def switchScript2() {
    return '''\
set -eu
ready=
held=0
# Each line is a Service, and the Deployment that it is to send requests to.
while read -r service deployment; do
    now=$(kubectl get "service/$service" --namespace=shop-live --ignore-not-found \\
        --output=jsonpath='{.spec.selector.name}')
    if [ -n "$now" ] && [ "$now" != "$deployment" ]; then
        pods=$(kubectl get "deployment/$deployment" --namespace=shop-live --ignore-not-found \\
            --output=jsonpath='{.spec.replicas}/{.status.availableReplicas}')
        case $pods in
            '' | [1-9]*/)
                echo "$service still sends requests to $now: $deployment has no pod that is ready." >&2
                echo 'Deploy a version with Live-deploy, and run this job again.' >&2
                held=1
                continue
                ;;
        esac
    fi
    ready=$ready,$service
done << 'END'
web web-blue
END
if [ -n "$ready" ]; then
    kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=live-live.yaml --selector="name in (\u0024{ready#,})"
fi
exit "$held"
'''
}

def leftovers1() {
    return '''\
set -eu
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

resources=configmap,persistentvolumeclaim,service,deployment.apps,horizontalpodautoscaler.autoscaling,cronjob.batch,ingress.networking.k8s.io
for group in helm.kubedex.com networking.istio.io prsn.io; do
    found=$(kubectl api-resources --api-group="$group" --namespaced --verbs=list --output=name)
    for resource in $found; do resources=$resources,$resource; done
done
kubectl get "$resources" --namespace=shop-test --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=shop \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/cache
deployment.apps/web
service/cache
service/web
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

def leftovers2() {
    return '''\
set -eu
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

resources=configmap,persistentvolumeclaim,service,deployment.apps,horizontalpodautoscaler.autoscaling,cronjob.batch,ingress.networking.k8s.io
for group in helm.kubedex.com networking.istio.io prsn.io; do
    found=$(kubectl api-resources --api-group="$group" --namespaced --verbs=list --output=name)
    for resource in $found; do resources=$resources,$resource; done
done
kubectl get "$resources" --namespace=shop-live --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=shop \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/web-blue
deployment.apps/web-green
service/web
service/web-blue
service/web-green
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

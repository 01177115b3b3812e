// Applies what the environments are made of, but for what awaits a version.
lock(resource: 'shop: service-manage') {
    node('deploy') {
        container('kubectl') {
            environment1()
            environment2()
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('What left the specs') {
                    sh(label: 'What left the specs in shop-dev', script: leftovers1())
                    sh(label: 'What left the specs in shop-prd', script: leftovers2())
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

// Development
def environment1() {
    stage('Development') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'development.yaml', text: manifests1())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=development.yaml')
            takeOver('--filename=development.yaml')
        }
    }
}

def manifests1() {
    return '''\
apiVersion: prsn.io/v1
kind: Mysql
metadata:
  name: db
  namespace: shop-dev
  labels:
    name: db
    app.kubernetes.io/instance: db
    creator: pipeline
    project: shop
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  version: '8'
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-80
      protocol: TCP
      port: 80
      targetPort: 80
  selector:
    creator: pipeline
    name: front
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
spec:
  ingressClassName: nginx
  rules:
    - host: dev.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: front
                port:
                  number: 80
'''
}

// Production
def environment2() {
    stage('Production') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'production.yaml', text: manifests2())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=production.yaml')
            writeFile(file: 'production-live.yaml', text: switched2())
            sh(label: 'Send requests to the colours that are live', script: switchScript2())
            takeOver('--filename=production.yaml --filename=production-live.yaml')
        }
    }
}

def manifests2() {
    return '''\
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-80
      protocol: TCP
      port: 80
      targetPort: 80
  selector:
    creator: pipeline
    name: front-blue
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-80
      protocol: TCP
      port: 80
      targetPort: 80
  selector:
    creator: pipeline
    name: front-green
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
spec:
  ingressClassName: nginx
  rules:
    - host: www-blue.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: front-blue
                port:
                  number: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
spec:
  ingressClassName: nginx
  rules:
    - host: www-green.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: front-green
                port:
                  number: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
spec:
  ingressClassName: nginx
  rules:
    - host: www.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: front
                port:
                  number: 80
'''
}

def switched2() {
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

def switchScript2() {
    return '''\
set -eu
ready=
held=0
# Each line is a Service, and the Deployment that it is to send requests to.
while read -r service deployment; do
    now=$(kubectl get "service/$service" --namespace=shop-prd --ignore-not-found \\
        --output=jsonpath='{.spec.selector.name}')
    if [ -n "$now" ] && [ "$now" != "$deployment" ]; then
        pods=$(kubectl get "deployment/$deployment" --namespace=shop-prd --ignore-not-found \\
            --output=jsonpath='{.spec.replicas}/{.status.availableReplicas}')
        case $pods in
            '' | [1-9]*/)
                echo "$service still sends requests to $now: $deployment has no pod that is ready." >&2
                echo 'Deploy a version with Production-deploy, and run this job again.' >&2
                held=1
                continue
                ;;
        esac
    fi
    ready=$ready,$service
done << 'END'
front front-green
END
if [ -n "$ready" ]; then
    kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=production-live.yaml --selector="name in (\u0024{ready#,})"
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
kubectl get "$resources" --namespace=shop-dev --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=shop \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/front
ingress.networking.k8s.io/front
mysql.prsn.io/db
service/front
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    case $object in
        configmap/* | service/* | deployment.apps/* | horizontalpodautoscaler.autoscaling/* | cronjob.batch/* | ingress.networking.k8s.io/*)
            kubectl delete "$object" --namespace=shop-dev --wait=false
            ;;
        *)
            echo "left the specs, and may hold data: $object"
            ;;
    esac
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
kubectl get "$resources" --namespace=shop-prd --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=shop \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/front-blue
deployment.apps/front-green
ingress.networking.k8s.io/front
ingress.networking.k8s.io/front-blue
ingress.networking.k8s.io/front-green
service/front
service/front-blue
service/front-green
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    case $object in
        configmap/* | service/* | deployment.apps/* | horizontalpodautoscaler.autoscaling/* | cronjob.batch/* | ingress.networking.k8s.io/*)
            kubectl delete "$object" --namespace=shop-prd --wait=false
            ;;
        *)
            echo "left the specs, and may hold data: $object"
            ;;
    esac
done < "$lists/left"
'''
}

// Applies what the environments are made of, but for what awaits a version.
lock(resource: 'sample-app: service-manage') {
    node('deploy') {
        container('kubectl') {
            environment1()
            environment2()
            environment3()
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('What left the specs') {
                    sh(label: 'What left the specs in sample-app-dev', script: leftovers1())
                    sh(label: 'What left the specs in sample-app-stg', script: leftovers2())
                    sh(label: 'What left the specs in sample-app-prd', script: leftovers3())
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
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: invoices
  namespace: sample-app-dev
  labels:
    name: invoices
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteMany
  storageClassName: aws-efs
  resources:
    requests:
      storage: 5Gi
---
apiVersion: prsn.io/v1
kind: Postgres
metadata:
  name: orders-db
  namespace: sample-app-dev
  labels:
    name: orders-db
    app.kubernetes.io/instance: orders-db
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  version: '16'
  options:
    storage: 20
    multi_az: false
---
apiVersion: v1
kind: Service
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
    name: orders
---
apiVersion: v1
kind: Service
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
    name: storefront
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
spec:
  ingressClassName: nginx
  rules:
    - host: shop.dev.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront
                port:
                  number: 8080
'''
}

// Staging
def environment2() {
    stage('Staging') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'staging.yaml', text: manifests2())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=staging.yaml')
            writeFile(file: 'staging-live.yaml', text: switched2())
            sh(label: 'Send requests to the colours that are live', script: switchScript2())
            takeOver('--filename=staging.yaml --filename=staging-live.yaml')
        }
    }
}

def manifests2() {
    return '''\
# Mounted by orders-blue, orders-green: they share this one claim.
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: invoices
  namespace: sample-app-stg
  labels:
    name: invoices
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteMany
  storageClassName: aws-efs
  resources:
    requests:
      storage: 5Gi
---
apiVersion: prsn.io/v1
kind: Postgres
metadata:
  name: orders-db
  namespace: sample-app-stg
  labels:
    name: orders-db
    app.kubernetes.io/instance: orders-db
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
spec:
  version: '16'
  options:
    storage: 20
    multi_az: false
---
apiVersion: v1
kind: Service
metadata:
  name: orders-blue
  namespace: sample-app-stg
  labels:
    name: orders-blue
    application: orders
    app.kubernetes.io/name: orders
    app.kubernetes.io/instance: orders-blue
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: orders-blue
---
apiVersion: v1
kind: Service
metadata:
  name: orders-green
  namespace: sample-app-stg
  labels:
    name: orders-green
    application: orders
    app.kubernetes.io/name: orders
    app.kubernetes.io/instance: orders-green
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: orders-green
---
apiVersion: v1
kind: Service
metadata:
  name: storefront-blue
  namespace: sample-app-stg
  labels:
    name: storefront-blue
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront-blue
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: storefront-blue
---
apiVersion: v1
kind: Service
metadata:
  name: storefront-green
  namespace: sample-app-stg
  labels:
    name: storefront-green
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront-green
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: storefront-green
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: storefront-blue
  namespace: sample-app-stg
  labels:
    name: storefront-blue
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront-blue
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
    ssl: 'true'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: 'false'
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - shop-blue.stg.example.com
      secretName: storefront-blue-tls
  rules:
    - host: shop-blue.stg.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront-blue
                port:
                  number: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: storefront-green
  namespace: sample-app-stg
  labels:
    name: storefront-green
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront-green
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
    ssl: 'true'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: 'false'
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - shop-green.stg.example.com
      secretName: storefront-green-tls
  rules:
    - host: shop-green.stg.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront-green
                port:
                  number: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: storefront
  namespace: sample-app-stg
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
    ssl: 'true'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: bluegreen
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: 'false'
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - shop.stg.example.com
      secretName: storefront-tls
  rules:
    - host: shop.stg.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront
                port:
                  number: 8080
'''
}

def switched2() {
    return '''\
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: sample-app-stg
  labels:
    name: orders
    application: orders
    app.kubernetes.io/name: orders
    app.kubernetes.io/instance: orders
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: orders-blue
---
apiVersion: v1
kind: Service
metadata:
  name: storefront
  namespace: sample-app-stg
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: storefront-blue
'''
}

def switchScript2() {
    return '''\
set -eu
ready=
held=0
# Each line is a Service, and the Deployment that it is to send requests to.
while read -r service deployment; do
    now=$(kubectl get "service/$service" --namespace=sample-app-stg --ignore-not-found \\
        --output=jsonpath='{.spec.selector.name}')
    if [ -n "$now" ] && [ "$now" != "$deployment" ]; then
        pods=$(kubectl get "deployment/$deployment" --namespace=sample-app-stg --ignore-not-found \\
            --output=jsonpath='{.spec.replicas}/{.status.availableReplicas}')
        case $pods in
            '' | [1-9]*/)
                echo "$service still sends requests to $now: $deployment has no pod that is ready." >&2
                echo 'Deploy a version with Staging-deploy, and run this job again.' >&2
                held=1
                continue
                ;;
        esac
    fi
    ready=$ready,$service
done << 'END'
orders orders-blue
storefront storefront-blue
END
if [ -n "$ready" ]; then
    kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=staging-live.yaml --selector="name in (\u0024{ready#,})"
fi
exit "$held"
'''
}

// Production
def environment3() {
    stage('Production') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'production.yaml', text: manifests3())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=production.yaml')
            takeOver('--filename=production.yaml')
        }
    }
}

def manifests3() {
    return '''\
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: invoices
  namespace: sample-app-prd
  labels:
    name: invoices
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteMany
  storageClassName: aws-efs
  resources:
    requests:
      storage: 5Gi
---
apiVersion: prsn.io/v1
kind: Postgres
metadata:
  name: orders-db
  namespace: sample-app-prd
  labels:
    name: orders-db
    app.kubernetes.io/instance: orders-db
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  version: '16'
  options:
    storage: 200
    multi_az: true
---
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: sample-app-prd
  labels:
    name: orders
    application: orders
    app.kubernetes.io/name: orders
    app.kubernetes.io/instance: orders
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
    name: orders
---
apiVersion: v1
kind: Service
metadata:
  name: storefront
  namespace: sample-app-prd
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
    name: storefront
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: storefront
  namespace: sample-app-prd
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: storefront
  minReplicas: 4
  maxReplicas: 12
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: storefront
  namespace: sample-app-prd
  labels:
    name: storefront
    application: storefront
    app.kubernetes.io/name: storefront
    app.kubernetes.io/instance: storefront
    creator: pipeline
    project: sample-app
    app.kubernetes.io/part-of: sample-app
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    ssl: 'true'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
  annotations:
    nginx.ingress.kubernetes.io/ssl-redirect: 'false'
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - shop.example.com
        - www.shop.example.com
      secretName: storefront-tls
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront
                port:
                  number: 8080
    - host: www.shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: storefront
                port:
                  number: 8080
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
kubectl get "$resources" --namespace=sample-app-dev --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=sample-app \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/orders
deployment.apps/storefront
ingress.networking.k8s.io/storefront
persistentvolumeclaim/invoices
postgres.prsn.io/orders-db
service/orders
service/storefront
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
kubectl get "$resources" --namespace=sample-app-stg --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=sample-app \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/orders-blue
deployment.apps/orders-green
deployment.apps/storefront-blue
deployment.apps/storefront-green
ingress.networking.k8s.io/storefront
ingress.networking.k8s.io/storefront-blue
ingress.networking.k8s.io/storefront-green
persistentvolumeclaim/invoices
postgres.prsn.io/orders-db
service/orders
service/orders-blue
service/orders-green
service/storefront
service/storefront-blue
service/storefront-green
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

def leftovers3() {
    return '''\
set -eu
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

resources=configmap,persistentvolumeclaim,service,deployment.apps,horizontalpodautoscaler.autoscaling,cronjob.batch,ingress.networking.k8s.io
for group in helm.kubedex.com networking.istio.io prsn.io; do
    found=$(kubectl api-resources --api-group="$group" --namespaced --verbs=list --output=name)
    for resource in $found; do resources=$resources,$resource; done
done
kubectl get "$resources" --namespace=sample-app-prd --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=sample-app \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/orders
deployment.apps/storefront
horizontalpodautoscaler.autoscaling/storefront
ingress.networking.k8s.io/storefront
persistentvolumeclaim/invoices
postgres.prsn.io/orders-db
service/orders
service/storefront
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

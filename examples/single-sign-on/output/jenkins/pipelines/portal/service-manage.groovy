// Applies what the environments are made of, but for what awaits a version.
lock(resource: 'single-sign-on: service-manage') {
    node('deploy') {
        container('kubectl') {
            environment1()
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('What left the specs') {
                    sh(label: 'What left the specs in single-sign-on-prd', script: leftovers1())
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

// Production
def environment1() {
    stage('Production') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'production.yaml', text: manifests1())
            sh(label: 'Apply', script: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=production.yaml')
            takeOver('--filename=production.yaml')
        }
    }
}

def manifests1() {
    return '''\
apiVersion: v1
kind: Service
metadata:
  name: portal
  namespace: single-sign-on-prd
  labels:
    name: portal
    application: portal
    app.kubernetes.io/name: portal
    app.kubernetes.io/instance: portal
    creator: pipeline
    project: single-sign-on
    app.kubernetes.io/part-of: single-sign-on
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
    name: portal
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: portal
  namespace: single-sign-on-prd
  labels:
    name: portal
    application: portal
    app.kubernetes.io/name: portal
    app.kubernetes.io/instance: portal
    creator: pipeline
    project: single-sign-on
    app.kubernetes.io/part-of: single-sign-on
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: portal
    version: 1.0.0
    app.kubernetes.io/version: 1.0.0
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: portal
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: portal
        application: portal
        app.kubernetes.io/name: portal
        app.kubernetes.io/instance: portal
        creator: pipeline
        project: single-sign-on
        app.kubernetes.io/part-of: single-sign-on
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: portal
        version: 1.0.0
        app.kubernetes.io/version: 1.0.0
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: portal
          image: custom-registry/single-sign-on/portal:1.0.0
          ports:
            - containerPort: 80
              protocol: TCP
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: portal
  namespace: single-sign-on-prd
  labels:
    name: portal
    application: portal
    app.kubernetes.io/name: portal
    app.kubernetes.io/instance: portal
    creator: pipeline
    project: single-sign-on
    app.kubernetes.io/part-of: single-sign-on
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
spec:
  ingressClassName: nginx
  rules:
    - host: portal.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: portal
                port:
                  number: 80
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
kubectl get "$resources" --namespace=single-sign-on-prd --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=single-sign-on \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/portal
ingress.networking.k8s.io/portal
service/portal
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

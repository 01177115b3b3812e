// Deploys services of Production to the namespace docs-site-prd.
// All versions are checked before anything is changed.
def versions = [:]
versions.put('docs-site', versionOf('docs_site_VERSION'))
if (versions.values().join('') != '') {
    lock(resource: 'docs-site: deploy to Production') {
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
            name: 'docs-site',
            title: 'docs-site',
            file: '50-deployment-docs-site.yaml',
            argument: '--filename=50-deployment-docs-site.yaml',
            apply: 'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-docs-site.yaml',
        ],
    ]
}

// By file.
@NonCPS
def manifests1() {
    return [
        '50-deployment-docs-site.yaml': '''\
# Awaits a version: the job Production-deploy fills it in and applies it.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: docs-site
  namespace: docs-site-prd
  labels:
    name: docs-site
    application: docs-site
    app.kubernetes.io/name: docs-site
    app.kubernetes.io/instance: docs-site
    creator: pipeline
    project: docs-site
    app.kubernetes.io/part-of: docs-site
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: docs-site
    version: 'BITESIZE_VERSION_TO_DEPLOY'
    app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: docs-site
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: docs-site
        application: docs-site
        app.kubernetes.io/name: docs-site
        app.kubernetes.io/instance: docs-site
        creator: pipeline
        project: docs-site
        app.kubernetes.io/part-of: docs-site
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: docs-site
        version: 'BITESIZE_VERSION_TO_DEPLOY'
        app.kubernetes.io/version: 'BITESIZE_VERSION_TO_DEPLOY'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: docs-site
          image: custom-registry/docs-site/docs-site:BITESIZE_VERSION_TO_DEPLOY
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
        '50-deployment-docs-site.yaml': '''\
if kubectl rollout status deployment/docs-site --namespace=docs-site-prd --timeout=300s; then
    exit 0
fi
echo 'docs-site is not rolled out after 300 seconds. This is its state:'
# What follows only explains; it cannot make things worse.
set +e
kubectl get deployments,replicasets,pods --namespace=docs-site-prd --selector=creator=pipeline,name=docs-site --output=wide
kubectl describe pods --namespace=docs-site-prd --selector=creator=pipeline,name=docs-site
kubectl get events --namespace=docs-site-prd --sort-by=.lastTimestamp
kubectl logs --namespace=docs-site-prd --selector=creator=pipeline,name=docs-site --all-containers --prefix --tail=100
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

// Applies what the environments are made of, but for what awaits a version.
catchError(catchInterruptions: false) {
    lock(resource: 'everything: service-manage') {
        node('deploy') {
            container('kubectl') {
                environment1()
                environment2()
                if (currentBuild.currentResult == 'SUCCESS') {
                    stage('What left the specs') {
                        sh(label: 'What left the specs in everything-dev', script: leftovers1())
                        sh(label: 'What left the specs in everything-prd', script: leftovers2())
                    }
                }
            }
        }
    }
}
if (currentBuild.currentResult != 'SUCCESS') {
    mail(
        to: 'releng@example.com',
        subject: env.JOB_NAME + ' #' + env.BUILD_NUMBER + ': ' + currentBuild.currentResult,
        body: env.BUILD_URL
    )
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
kind: Namespace
metadata:
  name: everything-dev
  labels:
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: limits
  namespace: everything-dev
  labels:
    part: web
    name: limits
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
data:
  requests: '100'
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
  namespace: everything-dev
  labels:
    name: web-config
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
data:
  nginx.conf: |
    worker_processes 4;
  theme.json: |
    { "theme": "dark" }
  web.properties: |
    greeting=Hello, $name
    locale=de_DE
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: archive
  namespace: everything-dev
  labels:
    name: archive
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteOnce
    - ReadOnlyMany
  storageClassName: ''
  selector:
    matchLabels:
      name: archive
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: cache
  namespace: everything-dev
  labels:
    name: cache
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteOnce
  storageClassName: gp3
  resources:
    requests:
      storage: 5G
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: uploads
  namespace: everything-dev
  labels:
    name: uploads
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteMany
  storageClassName: efs-sc
  resources:
    requests:
      storage: 20Gi
---
apiVersion: helm.kubedex.com/v1
kind: HelmChart
metadata:
  name: metrics
  namespace: everything-dev
  labels:
    name: metrics
    app.kubernetes.io/instance: metrics
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  chart: prometheus
  repo: https://charts.example.com
  version: 25.1.0
  targetNamespace: everything-metrics
  set:
    replicas: 2
    server.retention: 7d
  valuesContent: |
    alertmanager:
      enabled: false
---
apiVersion: prsn.io/v1
kind: Postgres
metadata:
  name: web-db
  namespace: everything-dev
  labels:
    name: web-db
    app.kubernetes.io/instance: web-db
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  version: '16.10'
  options:
    storage: 20
    multi_az: false
    db_instances:
      - db_name: web
        db_instance_class: db.r6g.large
---
apiVersion: prsn.io/v1
kind: Redis
metadata:
  name: sessions
  namespace: everything-dev
  labels:
    name: sessions
    app.kubernetes.io/instance: sessions
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec: {}
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: payments
  namespace: everything-dev
  labels:
    name: payments
    app.kubernetes.io/instance: payments
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  hosts:
    - api.payments.example.com
  addresses:
    - 192.0.2.10
  ports:
    - number: 443
      protocol: TLS
      name: tls
  location: MESH_EXTERNAL
  resolution: STATIC
  endpoints:
    - address: 192.0.2.11
      ports:
        tls: 8443
      labels:
        version: v1
      locality: eu-west-1/a
      weight: 80
    - address: 192.0.2.12
      network: vpc-1
  exportTo:
    - .
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-8443
      protocol: TCP
      port: 8443
      targetPort: 8443
  selector:
    creator: pipeline
    name: gate
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: tcp-port-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock
---
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: everything-dev
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock
---
apiVersion: v1
kind: Service
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
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-8080
      protocol: TCP
      port: 8080
      targetPort: 8080
    - name: http-9090
      protocol: TCP
      port: 9090
      targetPort: 9090
  selector:
    creator: pipeline
    name: web
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: clean
  namespace: everything-dev
  labels:
    name: clean
    application: tools
    app.kubernetes.io/name: tools
    app.kubernetes.io/instance: clean
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: tools
    version: 1.0.0
    app.kubernetes.io/version: 1.0.0
spec:
  schedule: 15 3 * * *
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            name: clean
            application: tools
            app.kubernetes.io/name: tools
            app.kubernetes.io/instance: clean
            creator: pipeline
            project: everything
            app.kubernetes.io/part-of: everything
            app.kubernetes.io/managed-by: bitesize
            bitesize/environment: development
            app: tools
            version: 1.0.0
            app.kubernetes.io/version: 1.0.0
        spec:
          securityContext:
            seccompProfile:
              type: RuntimeDefault
          nodeSelector:
            role: worker
          imagePullSecrets:
            - name: registry
          restartPolicy: OnFailure
          containers:
            - name: clean
              image: mirror.example.com/everything/tools:1.0.0
              command:
                - /srv/tools/clean.sh
                - --all
              env:
                - name: KEEP_DAYS
                  value: '30'
              resources:
                limits:
                  cpu: 500m
                  memory: 512Mi
                requests:
                  cpu: 50m
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  namespace: everything-dev
  labels:
    name: report
    application: tools
    app.kubernetes.io/name: tools
    app.kubernetes.io/instance: report
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: tools
    version: '1.0'
    app.kubernetes.io/version: '1.0'
spec:
  schedule: 0 * * * 1-5
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        metadata:
          labels:
            name: report
            application: tools
            app.kubernetes.io/name: tools
            app.kubernetes.io/instance: report
            creator: pipeline
            project: everything
            app.kubernetes.io/part-of: everything
            app.kubernetes.io/managed-by: bitesize
            bitesize/environment: development
            app: tools
            version: '1.0'
            app.kubernetes.io/version: '1.0'
        spec:
          securityContext:
            seccompProfile:
              type: RuntimeDefault
          nodeSelector:
            role: worker
          imagePullSecrets:
            - name: registry
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example.com/report:1.0
              resources:
                limits:
                  cpu: 500m
                  memory: 1Gi
                requests:
                  cpu: 50m
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: stock
  namespace: everything-dev
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    app: stock
    version: 2.4.0
    app.kubernetes.io/version: 2.4.0
spec:
  replicas: 1
  progressDeadlineSeconds: 240
  selector:
    matchLabels:
      creator: pipeline
      name: stock
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: stock
        application: stock
        app.kubernetes.io/name: stock
        app.kubernetes.io/instance: stock
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: development
        app: stock
        version: 2.4.0
        app.kubernetes.io/version: 2.4.0
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: stock
          image: mirror.example.com/everything/stock:2.4.0
          ports:
            - containerPort: 8081
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
                - cat
                - /tmp/healthy
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: stock
  namespace: everything-dev
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  selector:
    istio: internal-gateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - stock.dev.example.com
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: stock
  namespace: everything-dev
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
    ssl: 'false'
    httpsOnly: 'false'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
spec:
  ingressClassName: nginx
  rules:
    - host: stock.dev.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: stock
                port:
                  number: 8081
---
apiVersion: networking.k8s.io/v1
kind: Ingress
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
    ssl: 'true'
    httpsOnly: 'true'
    httpsBackend: 'false'
    deployment_method: rolling-upgrade
  annotations:
    nginx.ingress.kubernetes.io/force-ssl-redirect: 'true'
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - web.dev.example.com
        - www.dev.example.com
      secretName: web-development-tls
  rules:
    - host: web.dev.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: gate
                port:
                  number: 8443
    - host: www.dev.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: gate
                port:
                  number: 8443
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: stock
  namespace: everything-dev
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: development
spec:
  hosts:
    - stock.dev.example.com
  gateways:
    - stock
  http:
    - match:
        - uri:
            prefix: /
      route:
        - destination:
            host: stock
            port:
              number: 8081
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
kind: Namespace
metadata:
  name: everything-prd
  labels:
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
---
apiVersion: v1
kind: Service
metadata:
  name: stock-blue
  namespace: everything-prd
  labels:
    name: stock-blue
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock-blue
---
apiVersion: v1
kind: Service
metadata:
  name: stock-green
  namespace: everything-prd
  labels:
    name: stock-green
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
spec:
  ports:
    - name: http-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock-green
---
apiVersion: v1
kind: Service
metadata:
  name: tools
  namespace: everything-prd
  labels:
    name: tools
    application: tools
    app.kubernetes.io/name: tools
    app.kubernetes.io/instance: tools
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
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
    name: tools
---
apiVersion: v1
kind: Service
metadata:
  name: web-blue
  namespace: everything-prd
  labels:
    name: web-blue
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
  namespace: everything-prd
  labels:
    name: web-green
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: tools
  namespace: everything-prd
  labels:
    name: tools
    application: tools
    app.kubernetes.io/name: tools
    app.kubernetes.io/instance: tools
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: tools
    version: 1.0.0
    app.kubernetes.io/version: 1.0.0
spec:
  replicas: 1
  progressDeadlineSeconds: 120
  selector:
    matchLabels:
      creator: pipeline
      name: tools
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: tools
        application: tools
        app.kubernetes.io/name: tools
        app.kubernetes.io/instance: tools
        creator: pipeline
        project: everything
        app.kubernetes.io/part-of: everything
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: tools
        version: 1.0.0
        app.kubernetes.io/version: 1.0.0
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      nodeSelector:
        role: worker
      imagePullSecrets:
        - name: registry
      containers:
        - name: tools
          image: mirror.example.com/everything/tools:1.0.0
          ports:
            - containerPort: 80
              protocol: TCP
          resources:
            limits:
              cpu: 500m
              memory: 1Gi
            requests:
              cpu: 50m
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: stock-blue
  namespace: everything-prd
  labels:
    name: stock-blue
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: stock-blue
  minReplicas: 2
  maxReplicas: 4
  metrics:
    - type: Pods
      pods:
        metric:
          name: http_requests
        target:
          type: AverageValue
          averageValue: '500'
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: stock-green
  namespace: everything-prd
  labels:
    name: stock-green
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: stock-green
  minReplicas: 2
  maxReplicas: 4
  metrics:
    - type: Pods
      pods:
        metric:
          name: http_requests
        target:
          type: AverageValue
          averageValue: '500'
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-blue
  namespace: everything-prd
  labels:
    name: web-blue
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web-blue
  minReplicas: 3
  maxReplicas: 9
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 75
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-green
  namespace: everything-prd
  labels:
    name: web-green
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web-green
  minReplicas: 3
  maxReplicas: 9
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 75
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-blue
  namespace: everything-prd
  labels:
    name: web-blue
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-blue
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
        - next.example.com
      secretName: web-blue-production-tls
  rules:
    - host: next.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web-blue
                port:
                  number: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web-green
  namespace: everything-prd
  labels:
    name: web-green
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-green
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
        - current.example.com
      secretName: web-green-production-tls
  rules:
    - host: current.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web-green
                port:
                  number: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: everything-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
        - web.example.com
      secretName: web-production-tls
  rules:
    - host: web.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 8080
'''
}

def switched2() {
    return '''\
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: everything-prd
  labels:
    name: stock
    application: stock
    app.kubernetes.io/name: stock
    app.kubernetes.io/instance: stock
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
    deployment_active: green
spec:
  ports:
    - name: http-8081
      protocol: TCP
      port: 8081
      targetPort: 8081
  selector:
    creator: pipeline
    name: stock-green
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: everything-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: everything
    app.kubernetes.io/part-of: everything
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: bluegreen
    deployment_active: green
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

def switchScript2() {
    return '''\
set -eu
ready=
held=0
# Each line is a Service, and the Deployment that it is to send requests to.
while read -r service deployment; do
    now=$(kubectl get "service/$service" --namespace=everything-prd --ignore-not-found \\
        --output=jsonpath='{.spec.selector.name}')
    if [ -n "$now" ] && [ "$now" != "$deployment" ]; then
        pods=$(kubectl get "deployment/$deployment" --namespace=everything-prd --ignore-not-found \\
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
stock stock-green
web web-green
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
kubectl get "$resources" --namespace=everything-dev --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=everything \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
configmap/limits
configmap/web-config
cronjob.batch/clean
cronjob.batch/report
deployment.apps/gate
deployment.apps/queue
deployment.apps/stock
deployment.apps/web
gateway.networking.istio.io/stock
helmchart.helm.kubedex.com/metrics
ingress.networking.k8s.io/stock
ingress.networking.k8s.io/web
namespace/everything-dev
persistentvolumeclaim/archive
persistentvolumeclaim/cache
persistentvolumeclaim/uploads
postgres.prsn.io/web-db
redis.prsn.io/sessions
service/gate
service/queue
service/stock
service/web
serviceentry.networking.istio.io/payments
virtualservice.networking.istio.io/stock
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    case $object in
        configmap/* | service/* | deployment.apps/* | horizontalpodautoscaler.autoscaling/* | cronjob.batch/* | ingress.networking.k8s.io/*)
            kubectl delete "$object" --namespace=everything-dev --wait=false
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
kubectl get "$resources" --namespace=everything-prd --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=everything \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/stock-blue
deployment.apps/stock-green
deployment.apps/tools
deployment.apps/web-blue
deployment.apps/web-green
horizontalpodautoscaler.autoscaling/stock-blue
horizontalpodautoscaler.autoscaling/stock-green
horizontalpodautoscaler.autoscaling/web-blue
horizontalpodautoscaler.autoscaling/web-green
ingress.networking.k8s.io/web
ingress.networking.k8s.io/web-blue
ingress.networking.k8s.io/web-green
namespace/everything-prd
service/stock
service/stock-blue
service/stock-green
service/tools
service/web
service/web-blue
service/web-green
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    case $object in
        configmap/* | service/* | deployment.apps/* | horizontalpodautoscaler.autoscaling/* | cronjob.batch/* | ingress.networking.k8s.io/*)
            kubectl delete "$object" --namespace=everything-prd --wait=false
            ;;
        *)
            echo "left the specs, and may hold data: $object"
            ;;
    esac
done < "$lists/left"
'''
}

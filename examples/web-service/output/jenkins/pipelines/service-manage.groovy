// Applies what the environments are made of, but for what awaits a version.
lock(resource: 'web-service: service-manage') {
    node('deploy') {
        container('kubectl') {
            environment1()
            environment2()
            environment3()
            if (currentBuild.currentResult == 'SUCCESS') {
                stage('What left the specs') {
                    sh(label: 'What left the specs in web-service-preview', script: leftovers1())
                    sh(label: 'What left the specs in web-service-stg', script: leftovers2())
                    sh(label: 'What left the specs in web-service-prd', script: leftovers3())
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

// Preview
def environment1() {
    stage('Preview') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'preview.yaml', text: manifests1())
            sh(label: 'Apply', script: '''\
[ "$(kubectl get deployment/postgres --namespace=web-service-preview --ignore-not-found --output=jsonpath='{.spec.strategy.type}')" != RollingUpdate ] || kubectl patch deployment/postgres --namespace=web-service-preview --field-manager=bitesize --type=merge --patch='{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}'
kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=preview.yaml''')
            takeOver('--filename=preview.yaml')
        }
    }
}

def manifests1() {
    return '''\
apiVersion: v1
kind: Namespace
metadata:
  name: web-service-preview
  labels:
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: postgres
  namespace: web-service-preview
  labels:
    name: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
---
apiVersion: v1
kind: Service
metadata:
  name: postgres
  namespace: web-service-preview
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-5432
      protocol: TCP
      port: 5432
      targetPort: 5432
  selector:
    creator: pipeline
    name: postgres
---
apiVersion: v1
kind: Service
metadata:
  name: redis
  namespace: web-service-preview
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
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
    name: redis
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: web-service-preview
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
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
apiVersion: v1
kind: Service
metadata:
  name: worker
  namespace: web-service-preview
  labels:
    name: worker
    application: worker
    app.kubernetes.io/name: worker
    app.kubernetes.io/instance: worker
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
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
    name: worker
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: postgres
  namespace: web-service-preview
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
    app: postgres
    version: '17.6'
    app.kubernetes.io/version: '17.6'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: postgres
  strategy:
    type: Recreate
  template:
    metadata:
      labels:
        name: postgres
        application: postgres
        app.kubernetes.io/name: postgres
        app.kubernetes.io/instance: postgres
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: preview
        app: postgres
        version: '17.6'
        app.kubernetes.io/version: '17.6'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: postgres
          image: postgres:17.6
          ports:
            - containerPort: 5432
              protocol: TCP
          env:
            - name: POSTGRES_USER
              value: worker
            - name: PGDATA
              value: /var/lib/postgresql/data/pgdata
            - name: POSTGRES_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: postgres
                  key: password
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          volumeMounts:
            - name: postgres
              mountPath: /var/lib/postgresql/data
      volumes:
        - name: postgres
          persistentVolumeClaim:
            claimName: postgres
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: redis
  namespace: web-service-preview
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
    app: redis
    version: 7.4-alpine
    app.kubernetes.io/version: 7.4-alpine
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: redis
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: redis
        application: redis
        app.kubernetes.io/name: redis
        app.kubernetes.io/instance: redis
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: preview
        app: redis
        version: 7.4-alpine
        app.kubernetes.io/version: 7.4-alpine
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: redis
          image: redis:7.4-alpine
          ports:
            - containerPort: 6379
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
  name: web
  namespace: web-service-preview
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: preview
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
        - preview.web-service.example.com
      secretName: web-tls
  rules:
    - host: preview.web-service.example.com
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

// Staging
def environment2() {
    stage('Staging') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'staging.yaml', text: manifests2())
            sh(label: 'Apply', script: '''\
[ "$(kubectl get deployment/postgres --namespace=web-service-stg --ignore-not-found --output=jsonpath='{.spec.strategy.type}')" != RollingUpdate ] || kubectl patch deployment/postgres --namespace=web-service-stg --field-manager=bitesize --type=merge --patch='{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}'
kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=staging.yaml''')
            takeOver('--filename=staging.yaml')
        }
    }
}

def manifests2() {
    return '''\
apiVersion: v1
kind: Namespace
metadata:
  name: web-service-stg
  labels:
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: postgres
  namespace: web-service-stg
  labels:
    name: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
---
apiVersion: v1
kind: Service
metadata:
  name: postgres
  namespace: web-service-stg
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-5432
      protocol: TCP
      port: 5432
      targetPort: 5432
  selector:
    creator: pipeline
    name: postgres
---
apiVersion: v1
kind: Service
metadata:
  name: redis
  namespace: web-service-stg
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: redis
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: web-service-stg
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
apiVersion: v1
kind: Service
metadata:
  name: worker
  namespace: web-service-stg
  labels:
    name: worker
    application: worker
    app.kubernetes.io/name: worker
    app.kubernetes.io/instance: worker
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
    name: worker
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: postgres
  namespace: web-service-stg
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
    app: postgres
    version: '17.6'
    app.kubernetes.io/version: '17.6'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: postgres
  strategy:
    type: Recreate
  template:
    metadata:
      labels:
        name: postgres
        application: postgres
        app.kubernetes.io/name: postgres
        app.kubernetes.io/instance: postgres
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: staging
        app: postgres
        version: '17.6'
        app.kubernetes.io/version: '17.6'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: postgres
          image: postgres:17.6
          ports:
            - containerPort: 5432
              protocol: TCP
          env:
            - name: POSTGRES_USER
              value: worker
            - name: PGDATA
              value: /var/lib/postgresql/data/pgdata
            - name: POSTGRES_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: postgres
                  key: password
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          volumeMounts:
            - name: postgres
              mountPath: /var/lib/postgresql/data
      volumes:
        - name: postgres
          persistentVolumeClaim:
            claimName: postgres
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: redis
  namespace: web-service-stg
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
    app: redis
    version: 7.4-alpine
    app.kubernetes.io/version: 7.4-alpine
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: redis
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: redis
        application: redis
        app.kubernetes.io/name: redis
        app.kubernetes.io/instance: redis
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: staging
        app: redis
        version: 7.4-alpine
        app.kubernetes.io/version: 7.4-alpine
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: redis
          image: redis:7.4-alpine
          ports:
            - containerPort: 6379
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
  name: web
  namespace: web-service-stg
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: staging
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
        - staging.web-service.example.com
      secretName: web-tls
  rules:
    - host: staging.web-service.example.com
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

// Production
def environment3() {
    stage('Production') {
        // An error fails the job, and the other environments still get their turn.
        catchError(buildResult: 'FAILURE', stageResult: 'FAILURE', catchInterruptions: false) {
            writeFile(file: 'production.yaml', text: manifests3())
            sh(label: 'Apply', script: '''\
[ "$(kubectl get deployment/postgres --namespace=web-service-prd --ignore-not-found --output=jsonpath='{.spec.strategy.type}')" != RollingUpdate ] || kubectl patch deployment/postgres --namespace=web-service-prd --field-manager=bitesize --type=merge --patch='{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null}}}'
kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=production.yaml''')
            takeOver('--filename=production.yaml')
        }
    }
}

def manifests3() {
    return '''\
apiVersion: v1
kind: Namespace
metadata:
  name: web-service-prd
  labels:
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: postgres
  namespace: web-service-prd
  labels:
    name: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
---
apiVersion: v1
kind: Service
metadata:
  name: postgres
  namespace: web-service-prd
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
  annotations:
    deployment_method: rolling-upgrade
spec:
  ports:
    - name: http-5432
      protocol: TCP
      port: 5432
      targetPort: 5432
  selector:
    creator: pipeline
    name: postgres
---
apiVersion: v1
kind: Service
metadata:
  name: redis
  namespace: web-service-prd
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
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
    name: redis
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: web-service-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
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
    name: web
---
apiVersion: v1
kind: Service
metadata:
  name: worker
  namespace: web-service-prd
  labels:
    name: worker
    application: worker
    app.kubernetes.io/name: worker
    app.kubernetes.io/instance: worker
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
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
    name: worker
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: postgres
  namespace: web-service-prd
  labels:
    name: postgres
    application: postgres
    app.kubernetes.io/name: postgres
    app.kubernetes.io/instance: postgres
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: postgres
    version: '17.6'
    app.kubernetes.io/version: '17.6'
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: postgres
  strategy:
    type: Recreate
  template:
    metadata:
      labels:
        name: postgres
        application: postgres
        app.kubernetes.io/name: postgres
        app.kubernetes.io/instance: postgres
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: postgres
        version: '17.6'
        app.kubernetes.io/version: '17.6'
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: postgres
          image: postgres:17.6
          ports:
            - containerPort: 5432
              protocol: TCP
          env:
            - name: POSTGRES_USER
              value: worker
            - name: PGDATA
              value: /var/lib/postgresql/data/pgdata
            - name: POSTGRES_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: postgres
                  key: password
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
          volumeMounts:
            - name: postgres
              mountPath: /var/lib/postgresql/data
      volumes:
        - name: postgres
          persistentVolumeClaim:
            claimName: postgres
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: redis
  namespace: web-service-prd
  labels:
    name: redis
    application: redis
    app.kubernetes.io/name: redis
    app.kubernetes.io/instance: redis
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
    app: redis
    version: 7.4-alpine
    app.kubernetes.io/version: 7.4-alpine
spec:
  replicas: 1
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      creator: pipeline
      name: redis
  strategy:
    type: RollingUpdate
  template:
    metadata:
      labels:
        name: redis
        application: redis
        app.kubernetes.io/name: redis
        app.kubernetes.io/instance: redis
        creator: pipeline
        project: web-service
        app.kubernetes.io/part-of: web-service
        app.kubernetes.io/managed-by: bitesize
        bitesize/environment: production
        app: redis
        version: 7.4-alpine
        app.kubernetes.io/version: 7.4-alpine
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      imagePullSecrets:
        - name: registry
      containers:
        - name: redis
          image: redis:7.4-alpine
          ports:
            - containerPort: 6379
              protocol: TCP
          resources:
            limits:
              cpu: '1'
              memory: 2Gi
            requests:
              cpu: 100m
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: web-service-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
    app.kubernetes.io/managed-by: bitesize
    bitesize/environment: production
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 6
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
  name: web
  namespace: web-service-prd
  labels:
    name: web
    application: web
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
    creator: pipeline
    project: web-service
    app.kubernetes.io/part-of: web-service
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
        - www.web-service.example.com
      secretName: web-tls
  rules:
    - host: www.web-service.example.com
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
kubectl get "$resources" --namespace=web-service-preview --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=web-service \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/postgres
deployment.apps/redis
deployment.apps/web
deployment.apps/worker
ingress.networking.k8s.io/web
namespace/web-service-preview
persistentvolumeclaim/postgres
service/postgres
service/redis
service/web
service/worker
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
kubectl get "$resources" --namespace=web-service-stg --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=web-service \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/postgres
deployment.apps/redis
deployment.apps/web
deployment.apps/worker
ingress.networking.k8s.io/web
namespace/web-service-stg
persistentvolumeclaim/postgres
service/postgres
service/redis
service/web
service/worker
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
kubectl get "$resources" --namespace=web-service-prd --selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=web-service \\
    --output=go-template='{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}' > "$lists/found"
awk '{ split($2, version, "/"); print tolower($1) (version[2] == "" ? "" : "." version[1]) "/" $3 }' "$lists/found" > "$lists/here"
cat > "$lists/wanted" << 'END'
deployment.apps/postgres
deployment.apps/redis
deployment.apps/web
deployment.apps/worker
horizontalpodautoscaler.autoscaling/web
ingress.networking.k8s.io/web
namespace/web-service-prd
persistentvolumeclaim/postgres
service/postgres
service/redis
service/web
service/worker
END
grep -v -x -F -f "$lists/wanted" "$lists/here" > "$lists/left" || [ $? -eq 1 ]
while IFS= read -r object; do
    echo "left the specs: $object"
done < "$lists/left"
'''
}

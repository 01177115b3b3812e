/** What somebody does by hand, and what has to be said of it. */
export interface HandMade {
  readonly title: string;
  /** Commands of a shell, of an administrator. */
  readonly commands: string;
  readonly drift: readonly RegExp[];
  readonly plan?: readonly RegExp[];
  /** It is no business of the specs: applying keeps it, so nothing is said. */
  readonly isKept?: true;
}

export const handMade: readonly HandMade[] = [
  {
    title: 'another number of pods',
    commands: 'kubectl --namespace=shop-dev scale deployment/web --replicas=7',
    drift: [
      /^change development\/Deployment\/web\n {2}spec\.replicas: 4 -> 7$/m,
      /`kubectl` set `spec\.replicas`/,
    ],
    plan: [/ {2}spec\.replicas: 7 -> 4$/m],
  },
  {
    title: 'no pods at all',
    commands: 'kubectl --namespace=shop-dev scale deployment/web --replicas=0',
    drift: [/ {2}spec\.replicas: 4 -> 0$/m, /! outage: no pod is left/],
  },
  {
    title: 'another image',
    commands: 'kubectl --namespace=shop-dev set image deployment/web web=registry.example.com/shop/web:2.0-1',
    drift: [/containers\[web\]\.image: \S+:1\.0-1 -> \S+:2\.0-1$/m, /`kubectl-set` set/],
    plan: [/containers\[web\]\.image: \S+:2\.0-1 -> \S+:1\.0-1$/m],
  },
  {
    title: 'a variable with another value, one less and one more',
    commands: 'kubectl --namespace=shop-dev set env deployment/web A=5 B- MORE=1',
    drift: [/env\[A\]\.value: 1 -> 5$/m, /env\[B\]\.value: 2 -> -$/m],
    plan: [/env\[A\]\.value: 5 -> 1$/m, /env\[B\]\.value: - -> 2$/m],
  },
  {
    title: 'a password as a plain value',
    commands:
      'kubectl --namespace=shop-dev set env deployment/worker QUEUE- && kubectl --namespace=shop-dev patch deployment/web --type=json' +
      ' --patch=\'[{"op":"replace","path":"/spec/template/spec/containers/0/env/2","value":{"name":"PASSWORD","value":"correct-horse-battery"}}]\'',
    drift: [/env\[PASSWORD\]\.value: - -> \*{8}$/m],
    plan: [/env\[PASSWORD\]/],
  },
  {
    title: 'a Service for other pods',
    commands: `kubectl --namespace=shop-dev patch service/web --patch='{"spec":{"selector":{"name":"web-x"}}}'`,
    drift: [/spec\.selector\.name: web -> web-x$/m],
    plan: [/spec\.selector\.name: web-x -> web$/m],
  },
  {
    title: 'a port that makes applying impossible',
    commands:
      'kubectl --namespace=shop-dev patch service/web --type=json --patch=\'[{"op":"replace","path":"/spec/ports/0/port","value":81}]\'',
    drift: [/change development\/Service\/web/, /the server refuses to apply it/],
    plan: [
      /^live\/refused-object: the server refuses `Service\/web` in `shop-dev`, .*(duplicate|Duplicate)/m,
    ],
  },
  {
    title: 'more rights for the jobs',
    commands:
      'kubectl --namespace=shop-dev patch role/jenkins-deploy.shop-jenkins --type=json --patch=\'[{"op":"add","path":"/rules/-","value":{"apiGroups":[""],"resources":["secrets"],"verbs":["get"]}}]\'',
    drift: [/rules\.secrets\.verbs\[get\]: - -> get$/m, /! permission-widened/],
    plan: [
      /rules\.secrets\.verbs\[get\]: get -> -$/m,
      /^live\/conflict: applying `Role\/jenkins-deploy\.shop-jenkins`/m,
    ],
  },
  {
    title: 'a Jenkins with other resources',
    commands:
      'kubectl --namespace=shop-jenkins set resources statefulset/jenkins --requests=cpu=3,memory=5Gi --limits=cpu=4,memory=6Gi',
    drift: [/requests\.cpu: \S+ -> 3$/m],
    plan: [/^live\/conflict: .*`kubectl-set`/m],
  },
  {
    title: 'a deleted Service',
    commands: 'kubectl --namespace=shop-dev delete service/web',
    drift: [/^remove development\/Service\/web$/m],
    plan: [/^add development\/Service\/web$/m],
  },
  {
    title: 'a deleted Deployment',
    commands: 'kubectl --namespace=shop-dev delete deployment/worker --wait=false',
    drift: [/`Deployment\/worker` in `shop-dev` is not there yet/],
  },
  {
    title: 'a ConfigMap with another text',
    commands: `kubectl --namespace=shop-dev patch configmap/settings --patch='{"data":{"settings.properties":"colour=red\\n"}}'`,
    drift: [/data\.settings\.properties: colour=blue -> colour=red$/m],
  },
  {
    title: 'a host that is gone',
    commands:
      'kubectl --namespace=shop-dev patch ingress/web --type=json --patch=\'[{"op":"remove","path":"/spec/rules/1"}]\'',
    drift: [/rules\[[^\]]*\]\.host: \S+ -> -$/m],
  },
  {
    title: 'labels, annotations and variables that no spec speaks of',
    commands: [
      'kubectl --namespace=shop-dev label deployment/web team=blue',
      'kubectl --namespace=shop-dev annotate service/web hand=made',
      'kubectl --namespace=shop-dev set env deployment/web MORE=1',
      'kubectl label namespace/shop-dev cost=1',
    ].join('\n'),
    drift: [],
    isKept: true,
  },
];

import { describe, expect, it } from 'vitest';
import { clusterPlan } from '../../../../compiler/live/cluster/cluster-changes.ts';
import { changeLines, findingLines, notesOf } from './answers.ts';
import { fakeKubectl, type Situation } from './fake-kubectl.ts';
import { compiled, shop } from './shop.ts';

async function plan(situation: Situation, specs = shop) {
  const cluster = fakeKubectl(situation);
  const answer = clusterPlan(cluster.host, [await compiled(cluster.project, specs)], 'shop-cluster');
  return { cluster, changes: changeLines(answer), findings: findingLines(answer), notes: notesOf(answer) };
}

describe('a plan for a cluster', () => {
  it('is what applying would change, from what is there to what the specs say', async () => {
    const { changes, findings } = await plan({
      objects: {
        'Service/web': { live: { 'spec.selector.name': 'web-x' } },
        'Service/worker': { isMissing: true },
        'ConfigMap/jenkins-init-scripts': { isMissing: true },
      },
    });
    expect(findings).toEqual([]);
    expect(changes).toEqual([
      expect.stringMatching(/^change development\/Service\/web \(environments\.bitesize:7:\d+\)$/),
      expect.stringMatching(/^ {2}spec\.selector\.name: web-x -> web \(environments\.bitesize:7:\d+\)$/),
      expect.stringMatching(/^ {2}! traffic-moved: live traffic moves from the pods `web-x` to `web`/),
      expect.stringMatching(/^add development\/Service\/worker \(environments\.bitesize:16:\d+\)$/),
      expect.stringMatching(/^add jenkins\/shop-jenkins\/ConfigMap\/jenkins-init-scripts /),
    ]);
  });

  it('shows what leaves the cluster with its object, and the risks of what is there', async () => {
    const { changes } = await plan({
      objects: {
        'PersistentVolumeClaim/data': { live: { 'spec.resources.requests.storage': '2Gi' } },
        'Deployment/worker': {
          live: { 'spec.template.spec.containers.0.env': [{ name: 'OLD', value: '1' }] },
          merged: {},
        },
      },
    });
    expect(changes).toEqual([
      expect.stringMatching(/^change development\/Deployment\/worker \(environments\.bitesize:\d+:\d+\)$/),
      expect.stringMatching(/env\[OLD\]\.name: OLD -> - /),
      expect.stringMatching(/env\[OLD\]\.value: 1 -> - /),
      expect.stringMatching(
        /^change development\/PersistentVolumeClaim\/data \(environments\.bitesize:15:\d+\)$/,
      ),
      expect.stringMatching(/storage: 2Gi -> 5Gi \(environments\.bitesize:15:\d+\)$/),
      expect.stringMatching(
        /! not-applied: grows from `2Gi` to `5Gi` only where its storage class allows that/,
      ),
    ]);
  });

  it('names what the server refuses, with the field, its line and what to do', async () => {
    const { findings } = await plan({
      objects: {
        'PersistentVolumeClaim/data': {
          live: { 'spec.accessModes.0': 'ReadWriteMany' },
          diffError:
            'The PersistentVolumeClaim "data" is invalid: spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n@@ -1,6 +1,6 @@\n {\n  "AccessModes": [\n-  "ReadWriteMany"\n+  "ReadWriteOnce"\n  ],\n',
        },
        'Deployment/worker': {
          live: { 'spec.selector.matchLabels.name': 'other' },
          diffError:
            'The Deployment "worker" is invalid: spec.selector: Invalid value: {"matchLabels":{"creator":"pipeline","name":"worker"}}: field is immutable',
        },
        'StatefulSet/jenkins': {
          live: { 'spec.serviceName': 'other' },
          diffError:
            'The StatefulSet "jenkins" is invalid: spec.serviceName: Invalid value: "jenkins": field is immutable',
        },
        'RoleBinding/jenkins-deploy.shop-jenkins': {
          live: { 'roleRef.name': 'other' },
          diffError:
            'The RoleBinding "jenkins-deploy.shop-jenkins" is invalid: roleRef: Invalid value: {"APIGroup":"rbac.authorization.k8s.io","Kind":"Role","Name":"jenkins-deploy.shop-jenkins"}: field is immutable',
        },
        'Service/web': {
          live: { 'spec.ports.0.port': 81 },
          diffError:
            'The Service "web" is invalid: \n* spec.ports[1].name: Duplicate value: "http-8080"\n* spec.type: Unsupported value: "x": supported values: "ClusterIP", "NodePort"',
        },
        'Service/worker': {
          isMissing: true,
          diffError:
            'Error from server (Forbidden): services "worker" is forbidden: exceeded quota: small, requested: services=1, used: services=5, limited: services=5',
        },
      },
    });
    expect(findings).toEqual([
      'live/refused-object: the server refuses `PersistentVolumeClaim/data` in `shop-dev`, `spec.accessModes[ReadWriteOnce]`: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims (environments.bitesize:15)',
      '  help: take the edit back: a claim changes only by being deleted, with its data, and made anew',
      '  help: or give the new one another name, and copy the data first',
      expect.stringMatching(
        /^live\/refused-object: the server refuses `Service\/web` in `shop-dev`, `spec\.ports.*`: duplicate value \(environments\.bitesize:9\)$/,
      ),
      '  help: change the specs; or take back by hand what somebody else put there: `kubectl edit service/web --namespace=shop-dev`',
      '  help: or `kubectl delete service/web --namespace=shop-dev`, and then the job `service-manage` makes it anew; nobody reaches it in between, and it gets another address',
      expect.stringMatching(
        /^live\/refused-object: the server refuses `Service\/web` in `shop-dev`, `spec\.type`: supported values: "ClusterIP", "NodePort"/,
      ),
      expect.stringMatching(/help: change the specs/),
      expect.stringMatching(/help: or `kubectl delete/),
      expect.stringMatching(
        /^live\/refused-object: the server refuses `Service\/worker` in `shop-dev`: .*exceeded quota: small/,
      ),
      '  help: change the specs, or what the cluster allows',
      expect.stringMatching(
        /^live\/refused-object: the server refuses `Deployment\/worker` in `shop-dev`, `spec\.selector\.matchLabels\.name`: field is immutable \(environments\.bitesize:16\)$/,
      ),
      '  help: take the edit back; or `kubectl delete deployment.apps/worker --namespace=shop-dev`, and then the job `service-manage` makes it anew; no pod runs in between',
      expect.stringMatching(
        /^live\/refused-object: the server refuses `RoleBinding\/jenkins-deploy\.shop-jenkins` in `shop-dev`, `roleRef\.name`: field is immutable/,
      ),
      expect.stringMatching(
        /^ {2}help: take the edit back; or `kubectl delete rolebinding\.rbac\.authorization\.k8s\.io\/jenkins-deploy\.shop-jenkins --namespace=shop-dev`, and then applying kubernetes\/jenkins again makes it anew$/,
      ),
      expect.stringMatching(
        /^live\/refused-object: the server refuses `StatefulSet\/jenkins` in `shop-jenkins`, `spec\.serviceName`: field is immutable/,
      ),
      expect.stringMatching(
        /`kubectl delete statefulset\.apps\/jenkins --namespace=shop-jenkins --cascade=orphan`/,
      ),
    ]);
  });

  it('foresees what never changes where the server may not be asked', async () => {
    const forbidden = (resource: string, group: string) =>
      `Error from server (Forbidden): ${resource} "x" is forbidden: User "viewer" cannot patch resource "${resource}" in API group "${group}" in the namespace "shop-dev"`;
    const { findings } = await plan({
      objects: {
        'Deployment/worker': {
          live: { 'spec.selector.matchLabels.name': 'other', 'spec.replicas': 9 },
          diffError: forbidden('deployments', 'apps'),
        },
        'PersistentVolumeClaim/data': {
          live: { 'spec.storageClassName': 'other' },
          diffError: forbidden('persistentvolumeclaims', ''),
        },
      },
    });
    const refused = findings.filter((line) => line.startsWith('live/refused-object'));
    expect(refused).toEqual([
      expect.stringMatching(
        /`PersistentVolumeClaim\/data` in `shop-dev`, `spec\.storageClassName`: field is immutable/,
      ),
      expect.stringMatching(
        /`Deployment\/worker` in `shop-dev`, `spec\.selector\.matchLabels\.name`: field is immutable/,
      ),
    ]);
  });

  it('tries what is missing, too, but not in a namespace that is not there', async () => {
    const { findings, cluster } = await plan({
      absentNamespaces: ['shop-jenkins'],
      objects: {
        'Service/worker': {
          isMissing: true,
          diffError:
            'Error from server (BadRequest): admission webhook "names.example.com" denied the request: no such name',
        },
      },
    });
    expect(findings.filter((line) => line.startsWith('live/'))).toEqual([
      expect.stringMatching(
        /^live\/refused-object: the server refuses `Service\/worker` in `shop-dev`: admission webhook/,
      ),
    ]);
    const tried = cluster
      .calls()
      .filter(({ argv }) => argv[0] === 'diff')
      .map(({ input }) => input)
      .join('');
    expect(tried).not.toMatch(/^ {2}namespace: shop-jenkins$/m);
  });

  it('names what would end with a conflict: the controller is applied without force', async () => {
    const { findings } = await plan({
      objects: {
        'StatefulSet/jenkins': {
          live: { 'spec.template.spec.containers.0.resources.requests.cpu': '3' },
          managedFields: [
            {
              manager: 'kubectl-set',
              operation: 'Update',
              apiVersion: 'apps/v1',
              time: '2026-11-30T12:05:20Z',
              fieldsType: 'FieldsV1',
              fieldsV1: {
                'f:spec': {
                  'f:template': {
                    'f:spec': {
                      'f:containers': {
                        'k:{"name":"jenkins"}': { 'f:resources': { 'f:requests': { 'f:cpu': {} } } },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      },
    });
    expect(findings).toEqual([
      expect.stringMatching(
        /^live\/conflict: applying `StatefulSet\/jenkins` in `shop-jenkins` ends with a conflict: `spec\.template\.spec\.containers\[jenkins\]\.resources\.requests\.cpu` was set by `kubectl-set`/,
      ),
      '  help: put the value into the specs; or apply once more with `--force-conflicts`, which takes it back',
    ]);
  });

  it('says nothing of what the jobs do before they apply: the end of a rolling update, and the pods of an autoscaler', async () => {
    const environments = shop['environments.bitesize'] ?? '';
    const { findings, changes } = await plan(
      {
        objects: {
          'Deployment/web': {
            live: { 'spec.strategy': { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } } },
            diffError:
              'The Deployment "web" is invalid: spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is \'Recreate\'',
          },
          'Deployment/worker': { live: { 'spec.replicas': 4 }, merged: { 'spec.replicas': 1 } },
        },
      },
      {
        ...shop,
        'environments.bitesize': environments
          .replace('replicas: 4', 'replicas: 1')
          .replace(
            'replicas: 2',
            'hpa: {min_replicas: 4, max_replicas: 8, target_cpu_utilization_percentage: 80}',
          ),
      },
    );
    expect(findings).toEqual([]);
    expect(changes.filter((line) => line.includes('replicas'))).toEqual([]);
    expect(changes).toContainEqual(
      expect.stringMatching(
        /^ {2}spec\.strategy\.type: RollingUpdate -> Recreate \(environments\.bitesize:15:\d+\)$/,
      ),
    );
  });
});

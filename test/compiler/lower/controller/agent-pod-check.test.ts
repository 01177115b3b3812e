import { expect, test } from 'vitest';
import { plain } from '../../../../compiler/print/yaml.ts';
import { controllerOf } from './lowered.ts';

/** What is reported about an agent with a volume of its own, and a part of a pod over that. */
function agent(spec: string) {
  const lowered = controllerOf(
    `  agents:\n    - name: generic\n      volumes: [{type: empty-dir, path: /own}]\n      yaml: ${JSON.stringify(`spec: ${spec}`)}`,
  );
  const { pod } = lowered.script('agents').agents.find(({ name }) => name.value === 'generic') ?? {};
  return { ...lowered, pod: plain(pod ?? null) };
}

test.each([
  ['{containers: [{name: node}]}', '`spec.containers[node]` has no `image`'],
  ['{initContainers: [{name: node}]}', '`spec.initContainers[node]` has no `image`'],
  [
    '{containers: [{name: jnlp, volumeMounts: [{name: volume-0}]}]}',
    '`spec.containers[jnlp].volumeMounts[volume-0]` has no `mountPath`',
  ],
  [
    '{containers: [{name: jnlp, volumeMounts: [{name: cache, mountPath: /c}]}]}',
    'container `jnlp` mounts `cache`, and no volume is called so',
  ],
  [
    '{volumes: [{name: a, emptyDir: {}, secret: {secretName: b}}]}',
    '`spec.volumes[a]` has `emptyDir` and `secret`, which exclude each other',
  ],
  ['{volumes: [{name: volume-0, secret: {secretName: b}}]}', 'which exclude each other'],
  ['{volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]}', '`a` stands twice in `spec.volumes`'],
  [
    '{volumes: [{name: a, persistentVolumeClaim: {}}]}',
    '`spec.volumes[a].persistentVolumeClaim` has no `claimName`',
  ],
  ['{containers: [{name: x, image: x}, {name: x, image: y}]}', '`x` stands twice in `spec.containers`'],
  [
    '{containers: [{name: jnlp, volumeMounts: [{name: volume-0, mountPath: /a}, {name: volume-0, mountPath: /a}]}]}',
    '`/a` stands twice in `spec.containers[jnlp].volumeMounts`',
  ],
  [
    '{containers: [{name: jnlp, env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]}]}',
    'has both `value` and `valueFrom`',
  ],
  ['{containers: [{name: jnlp, env: [{name: A, valueFrom: {}}]}]}', 'says nothing of what it is'],
  ['{containers: [{name: jnlp, readinessProbe: {periodSeconds: 3}}]}', 'says nothing of what it is'],
  [
    '{containers: [{name: jnlp, ports: [{name: http}]}]}',
    '`spec.containers[jnlp].ports[http]` has no `containerPort`',
  ],
])('%s is refused', (spec, problem) => {
  const { codes, messages, help } = agent(spec);
  expect(codes).toEqual(['controller/pod-yaml']);
  expect(messages[0]).toContain(problem);
  expect(help[0]).not.toBe('');
});

test.each([
  '{containers: [{name: jnlp, volumeMounts: [{name: workspace-volume, mountPath: /home/jenkins/w}]}]}',
  '{containers: [{name: node, image: "node:22", volumeMounts: [{name: volume-0, mountPath: /c}]}]}',
  '{containers: [{name: jnlp, env: [{name: A}], livenessProbe: {httpGet: {port: 1, httpHeaders: [{name: A}]}}}]}',
  '{volumes: [{name: a, csi: {driver: x}}]}',
])('%s is taken', (spec) => expect(agent(spec).codes).toEqual([]));

test('a volume without a source is an empty folder, and said to be one', () => {
  expect(agent('{volumes: [{name: a}]}').messages).toEqual([
    '6: controller/pod-volume: volume `a` of the agent says nothing of what is in it',
  ]);
});

test('mounts of one volume at several paths all stay', () => {
  const { pod, codes } = agent(
    '{containers: [{name: jnlp, volumeMounts: [{name: volume-0, mountPath: /b}, {name: volume-0, mountPath: /own, readOnly: true}]}]}',
  );
  expect(codes).toEqual([]);
  expect(pod).toMatchObject({
    spec: {
      containers: [
        {
          volumeMounts: [
            { name: 'volume-0', mountPath: '/own', readOnly: true },
            { name: 'volume-0', mountPath: '/b' },
          ],
        },
      ],
    },
  });
});

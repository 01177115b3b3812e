import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';

function compiled(service: string, environment = '') {
  const environments = `project: shop
environments:
  - name: test
    namespace: shop-test
    ${environment}
    services:
      - {name: cache, ${service}}
`;
  const { artifacts, diagnostics } = compile([{ name: 'environments.bitesize', text: environments }]);
  const textOf = (end: string) => artifacts.find(({ path }) => path.endsWith(end))?.content.text ?? '';
  return {
    paths: artifacts.map(({ path }) => path),
    codes: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    textOf,
  };
}

function deploymentOf(service: string) {
  const { codes, textOf } = compiled(service);
  expect(codes).toEqual([]);
  return load(textOf('50-deployment-cache.yaml')) as {
    metadata: { labels: Record<string, string> };
    spec: {
      template: {
        spec: { securityContext: object; containers: { image: string; securityContext?: object }[] };
      };
    };
  };
}

describe('a service with a public image', () => {
  it('runs it, with labels of its tag', () => {
    const deployment = deploymentOf('image: "redis:7.4", port: 6379, env: [{name: A, value: b}]');
    const [container] = deployment.spec.template.spec.containers;
    expect(container).toMatchObject({
      image: 'redis:7.4',
      ports: [{ containerPort: 6379, protocol: 'TCP' }],
      env: [{ name: 'A', value: 'b' }],
    });
    expect(deployment.metadata.labels).toMatchObject({ application: 'cache', version: '7.4' });
  });

  it('is applied by service-manage, and no deploy job knows it', () => {
    const { textOf } = compiled('image: "redis:7.4"');
    expect(textOf('jobs/service-manage/config.xml')).toContain('image: redis:7.4');
    expect(textOf('jobs/test-deploy/config.xml')).not.toContain('cache_VERSION');
    expect(textOf('jobs/test-deploy/config.xml')).not.toContain('redis');
  });

  it('has no colours, whatever its environment says', () => {
    const { codes, paths } = compiled('image: "redis:7.4"', 'deployment: {method: bluegreen, active: blue}');
    expect(codes).toEqual([]);
    expect(paths.filter((path) => /blue|green/.test(path))).toEqual([]);
  });

  it.each([
    [`redis@sha256:${'a'.repeat(64)}`, undefined],
    [`redis:7.4@sha256:${'a'.repeat(64)}`, '7.4'],
    // Legal as a tag, and not as the value of a label.
    ['redis:7.4-', undefined],
    ['registry.example.com:5000/team/redis:7', '7'],
  ])('%s has the version %s', (image, version) => {
    const deployment = deploymentOf(`image: "${image}"`);
    expect(deployment.spec.template.spec.containers[0]?.image).toBe(image);
    expect(deployment.metadata.labels.version).toBe(version);
  });

  it('is held to the restricted level like others', () => {
    const deployment = deploymentOf('image: "redis:7.4", pod_security: restricted, run_as_user: 999');
    expect(deployment.spec.template.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 999,
    });
    expect(deployment.spec.template.spec.containers[0]?.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
    });
  });

  it('may be a CronJob', () => {
    const { codes, textOf } = compiled('type: cron, schedule: "5 4 * * *", image: "busybox:1.37"');
    expect(codes).toEqual([]);
    expect(textOf('cronjob-cache.yaml')).toContain('image: busybox:1.37');
    expect(textOf('jobs/test-deploy/config.xml')).not.toContain('busybox');
  });

  it.each([
    ['image: redis', ['image/no-tag']],
    ['image: "redis:latest"', ['image/no-tag']],
    ['image: "Redis:7"', ['image/reference']],
    ['image: "redis:7 --x"', ['image/reference']],
    ['image: "redis:7", deployment: {method: bluegreen, active: blue}', ['image/beside']],
  ])('%s is refused', (service, codes) => {
    expect(compiled(service).codes).toEqual(codes);
  });

  // The engines of the original read the field and used it nowhere.
  it.each([
    ['version: 7', 'image: custom-registry/shop/cache:7'],
    ['application: store, version: 7', 'image: custom-registry/shop/store:7'],
    ['application: store', 'image: custom-registry/shop/store:'],
    ['type: cron, schedule: "5 4 * * *", options: {image: busybox, tag: "1"}', 'image: busybox:1'],
  ])('has no effect beside %s, as in the specs of old', (fields, image) => {
    const { codes, textOf } = compiled(`image: "?", ${fields}`);
    expect(codes).toEqual([]);
    const kind = fields.includes('cron') ? 'cronjob' : 'deployment';
    expect(textOf(`${kind}-cache.yaml`)).toContain(image);
  });
});

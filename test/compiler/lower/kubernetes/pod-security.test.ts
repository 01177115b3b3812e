import { describe, expect, it } from 'vitest';
import { controllerOf } from '../controller/lowered.ts';
import { restrictedProblems } from '../controller/pod-security.ts';
import { environmentOf, type LoweredSpecs, lowerSpecs, manifests } from './lowered.ts';

const services = `
- {name: web, port: 8080, init_containers: [{name: migrate}], volumes: [{name: data, path: /data, size: 1Gi}]}
- {name: tick, type: cron, application: web, version: 1.0, schedule: "5 4 * * *", init_containers: [{name: migrate}]}
- {name: db, type: postgres}
`;

const podsOf = (lowered: LoweredSpecs) =>
  manifests(lowered)
    .map(({ spec }) => spec?.template?.spec ?? spec?.jobTemplate?.spec.template.spec)
    .filter((pod) => pod !== undefined);

const LABEL = 'pod-security.kubernetes.io/enforce';

/** The level that a namespace enforces: as service-manage makes it, and as the first folder of Jenkins does. */
function enforced(environments: string, namespace = 'shop-dev') {
  const specs = { environments: `project: shop\nenvironments:\n${environments}` };
  const settings = '  environments: {create_namespaces: true}\n';
  const jenkins = `project: shop\njenkins:\n${settings}`;
  const byJobs = manifests(lowerSpecs({ ...specs, jenkins })).filter(({ kind }) => kind === 'Namespace');
  const byHand = controllerOf(settings, specs).manifest(`Namespace/${namespace}`);
  return [...byJobs, byHand].map(({ metadata }) => metadata.labels?.[LABEL]);
}

describe('pods', () => {
  it('pass the level "restricted" where the environment asks for it, in every container', () => {
    const pods = podsOf(environmentOf(services, '    pod_security: restricted\n    run_as_user: 1000\n'));
    expect(pods).toHaveLength(2);
    for (const pod of pods) {
      expect(restrictedProblems(pod)).toEqual([]);
      expect(pod.securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 });
    }
  });

  it('have no more than before where nobody asks', () => {
    for (const pod of podsOf(environmentOf(services, '    pod_security: baseline\n'))) {
      expect(pod.securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } });
      expect(pod.containers[0].securityContext).toBeUndefined();
    }
    expect(podsOf(environmentOf(services, '    pod_security: baseline\n'))).toEqual(
      podsOf(environmentOf(services)),
    );
  });
});

describe('a service', () => {
  it('says otherwise than its environment', () => {
    const [web, tick] = podsOf(
      environmentOf(
        services.replace('name: web,', 'name: web, pod_security: restricted, run_as_user: 33,'),
        '    run_as_user: 1000\n',
      ),
    );
    expect(restrictedProblems(web)).toEqual([]);
    expect(web.securityContext.runAsUser).toBe(33);
    expect(restrictedProblems(tick)).not.toEqual([]);
    expect(tick.securityContext.runAsUser).toBe(1000);
  });

  it('needs a user where no container may be root', () => {
    const [open, ...others] = environmentOf(services, '    pod_security: restricted\n').messages.filter(
      (text) => text.includes('user-of-image'),
    );
    expect(open).toContain('`web`, `tick`');
    expect(open).not.toContain('db');
    expect(others).toEqual([]);
    expect(environmentOf(services, '    run_as_user: 1000\n').codes).not.toContain(
      'kubernetes/user-of-image',
    );
    expect(environmentOf(services, '    run_as_user: 0\n').codes).toContain('schema/out-of-range');
  });

  it.each([
    ['run_as_user: 0', 'schema/out-of-range'],
    ['run_as_user: root', 'schema/wrong-type'],
    ['run_as_usr: 1000', 'schema/unknown-field'],
  ])('has one finding where the user is wrong: %s', (field, code) => {
    const { codes } = environmentOf(services, `    pod_security: restricted\n    ${field}\n`);
    expect(codes).toContain(code);
    expect(codes).not.toContain('kubernetes/user-of-image');
  });

  it('needs a user where nothing is written for one', () => {
    const { codes } = environmentOf(services, '    pod_security: restricted\n    run_as_user:\n');
    expect(codes).toContain('kubernetes/user-of-image');
  });
});

describe('the namespace', () => {
  const dev = (fields: string, name = 'dev') =>
    `  - {name: ${name}, namespace: shop-dev, ${fields}, services: [{name: web-${name}, SERVICE}]}\n`;

  it.each([
    ['pod_security: restricted', '', 'restricted'],
    ['pod_security: baseline', '', 'baseline'],
    ['pod_security: restricted', 'pod_security: baseline', 'baseline'],
    ['run_as_user: 1', '', undefined],
  ])('with %s, and a service with %s', (fields, service, level) => {
    expect(enforced(dev(fields).replace('SERVICE', service))).toEqual([level, level]);
  });

  it('of two environments enforces what the pods of both keep to', () => {
    const both = dev('pod_security: restricted') + dev('run_as_user: 1', 'qa');
    expect(enforced(both.replaceAll('SERVICE', ''))).toEqual(['baseline', 'baseline', 'baseline']);
  });

  it('of Jenkins follows what runs there', () => {
    const inJenkins = dev('pod_security: restricted')
      .replace('shop-dev', 'shop-jenkins')
      .replace('SERVICE', '');
    expect(enforced(inJenkins, 'shop-jenkins')).toEqual([undefined, 'baseline']);
  });
});

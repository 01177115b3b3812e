import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kubernetesNameProblem, meantKubernetesName } from '../../../../compiler/util/kubernetes-name.ts';
import { findingsOf, fixed, service } from '../findings.ts';

describe('kubernetesNameProblem', () => {
  it.each([
    ['web', 'service'],
    ['web-2', 'service'],
    ['2web', 'label'],
    ['web.config', 'subdomain'],
    ['a'.repeat(63), 'service'],
    ['a'.repeat(253), 'subdomain'],
  ] as const)('takes %s as %s', (name, form) => expect(kubernetesNameProblem(name, form)).toBeUndefined());

  it.each([
    ['', 'label', 'empty'],
    ['web_app', 'service', '`_`'],
    ['Web', 'service', 'upper-case'],
    ['web.config', 'label', 'dot'],
    ['2web', 'service', 'digit'],
    ['web-', 'service', 'start and end'],
    ['web..config', 'subdomain', 'start and end'],
    ['a'.repeat(64), 'label', '63'],
    ['wéb', 'label', '`é`'],
  ] as const)('refuses %j as %s', (name, form, problem) =>
    expect(kubernetesNameProblem(name, form)).toContain(problem),
  );

  it('proposes only good names', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.constantFrom('service', 'label', 'subdomain'),
        (name, form) => {
          const meant = meantKubernetesName(name, form);
          if (meant !== undefined) expect(kubernetesNameProblem(meant, form)).toBeUndefined();
        },
      ),
    );
  });
});

describe('names of Kubernetes objects', () => {
  const of = (name: string, rest: string) => service(rest).replace('- name: web', `- name: ${name}`);

  it('are checked where they are written', () => {
    expect(findingsOf({ environments: of('web_app', 'port: 80') })).toEqual([
      'check/kubernetes-name web_app',
    ]);
    expect(findingsOf({ environments: of('my.bucket', 'type: s3') })).toEqual([]);
    expect(findingsOf({ environments: of('my_bucket', 'type: s3') })).toEqual([
      'check/kubernetes-name my_bucket',
    ]);
    expect(findingsOf({ environments: of('a'.repeat(53), 'type: cron') })).toEqual([
      `check/kubernetes-name ${'a'.repeat(53)}`,
    ]);
    expect(
      findingsOf({
        environments: service('volumes: [{name: A, path: /a, type: secret}]\ninit_containers: [{name: b_c}]'),
      }),
    ).toEqual(['check/kubernetes-name A', 'check/kubernetes-name b_c']);
  });

  it('are renamed only on request', () => {
    expect(fixed('environments', of('Web_App', 'port: 80'))).toBe(of('web-app', 'port: 80'));
  });
});

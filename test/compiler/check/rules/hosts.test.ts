import { describe, expect, it } from 'vitest';
import { hostProblem } from '../../../../compiler/check/rules/hosts.ts';
import { diagnosticsOf, findingsOf, fixed, service } from '../findings.ts';

describe('hostProblem', () => {
  it.each(['web', 'web.example.com', '*.example.com', 'xn--bcher-kva.example', '1.example.com'])(
    'takes %s',
    (host) => expect(hostProblem(host)).toBeUndefined(),
  );

  it.each([
    ['https://web.example.com', 'scheme'],
    ['a.example.com,b.example.com', 'several'],
    ['web.example.com/path', 'path'],
    ['web.example.com:8080', 'port'],
    ['my web', 'space'],
    ['my_web.example.com', 'underscore'],
    ['10.0.0.1', 'IP address'],
    ['a.*.example.com', 'wildcard'],
    ['Web.example.com', 'upper-case'],
    ['web..example.com', 'empty'],
    ['-web.example.com', 'start and end'],
    [`${'a'.repeat(64)}.example.com`, '63'],
    [`${'a.'.repeat(127)}com`, '253'],
    ['bücher.example', 'letters'],
    ['', 'empty'],
  ])('refuses %s', (host, problem) => expect(hostProblem(host)).toContain(problem));
});

describe('the hosts of a service', () => {
  it('are found in all three places', () => {
    const text = service(
      'external_url: [a_b.example.com]\ndeployment: {method: bluegreen, active: blue, custom_urls: {blue: [x/y], green: [g.example.com]}}',
    );
    expect(findingsOf({ environments: text })).toEqual(['check/host a_b.example.com', 'check/host x/y']);
  });

  it('lose a scheme safely, and a path only when asked', () => {
    const scheme = service('external_url: HTTPS://Web.example.com/');
    expect(fixed('environments', scheme)).toBe(service('external_url: web.example.com'));
    const safety = (host: string) =>
      diagnosticsOf({ environments: service(`external_url: ${host}`) }).map(({ fixes }) => fixes[0]?.safe);
    expect(safety('https://web.example.com')).toEqual([true]);
    expect(safety('web.example.com/shop')).toEqual([false]);
  });

  it('become a list', () => {
    expect(fixed('environments', service('external_url: a.example.com, b.example.com,'))).toBe(
      service('external_url: [a.example.com, b.example.com]'),
    );
  });

  it('are hosts in jenkins.bitesize, too', () => {
    const jenkins =
      'project: shop\njenkins:\n  kubernetes:\n    ingress:\n      host: http://ci.example.com\n';
    expect(findingsOf({ jenkins })).toEqual(['check/host http://ci.example.com']);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, service } from '../findings.ts';

describe('amounts of CPU and memory', () => {
  it.each(['500m', '0.5', '2', '1e3m', '"1"'])('CPU can be %s', (cpu) => {
    const expected = cpu === '1e3m' ? ['schema/pattern 1e3m'] : [];
    expect(findingsOf({ environments: service(`limits: {cpu: ${cpu}}`) })).toEqual(expected);
  });

  it.each(['512Mi', '2Gi', '1G', '500M', '1048576', '1e9'])('memory can be %s', (memory) => {
    expect(findingsOf({ environments: service(`limits: {memory: ${memory}}`) })).toEqual([]);
  });

  it.each(['512Mi', '1Gi', '2G', '1k'])('CPU cannot be %s', (cpu) => {
    expect(findingsOf({ environments: service(`requests: {cpu: ${cpu}}`) })).toEqual([
      `check/quantity-unit ${cpu}`,
    ]);
  });

  it.each(['512m', '512', '100k'])('memory cannot be %s', (memory) => {
    expect(findingsOf({ environments: service(`limits: {memory: ${memory}}`) })).toEqual([
      `check/quantity-unit ${memory}`,
    ]);
  });

  it.each(['8Ei', '1000E', '1e19', '9223372036854775808'])('nothing can be %s', (amount) => {
    const findings = findingsOf({ environments: service(`limits: {memory: ${amount}}`) });
    expect(findings).toEqual([`check/quantity-unit ${amount}`]);
  });

  it('can be as large as Kubernetes counts', () => {
    expect(findingsOf({ environments: service('limits: {memory: 9223372036854775807}') })).toEqual([]);
  });

  it('says the unit that was meant', () => {
    expect(fixed('environments', service('limits: {memory: 512m}'))).toBe(service('limits: {memory: 512Mi}'));
  });

  it('are in order, whatever their spelling', () => {
    const of = (request: string, limit: string) =>
      findingsOf({ environments: service(`requests: {memory: ${request}}\nlimits: {memory: ${limit}}`) });
    expect(of('1Gi', '1024Mi')).toEqual([]);
    expect(of('1Gi', '1000Mi')).toEqual(['check/request-over-limit 1Gi']);
    expect(findingsOf({ environments: service('requests: {cpu: 0.5}\nlimits: {cpu: 400m}') })).toEqual([
      'check/request-over-limit 0.5',
    ]);
  });
});

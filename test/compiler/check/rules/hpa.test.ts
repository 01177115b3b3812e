import { describe, expect, it } from 'vitest';
import { findingsOf, service } from '../findings.ts';

function hpa(fields: string) {
  return findingsOf({ environments: service(`hpa: {${fields}}`) });
}

describe('the target of an autoscaler', () => {
  it.each(['75', '100', '0'])('may be %s percent', (percent) => {
    const fields = `min_replicas: 1, max_replicas: 2, metric: {target_average_utilization: ${percent}}`;
    expect(hpa(fields)).toEqual([]);
  });

  it.each(['74', '101', '-1'])('cannot be %s percent', (percent) => {
    const fields = `min_replicas: 1, max_replicas: 2, metric: {target_average_utilization: ${percent}}`;
    expect(hpa(fields)).toEqual([`check/hpa-target ${percent}`]);
  });

  it('is a share only of CPU and memory', () => {
    const fields = (name: string) =>
      `min_replicas: 1, max_replicas: 2, metric: {name: ${name}, target_average_utilization: 80}`;
    expect(hpa(fields('memory'))).toEqual([]);
    expect(hpa(fields('requests'))).toEqual(['check/hpa-metric 80']);
  });
});

describe('the bounds of an autoscaler', () => {
  it('are in order', () => {
    expect(hpa('min_replicas: 2, max_replicas: 2')).toEqual([]);
    expect(hpa('min_replicas: 3, max_replicas: 2')).toEqual(['check/hpa-replicas 3']);
  });

  it('are both there', () => {
    expect(hpa('min_replicas: 2')).toEqual(['check/hpa-incomplete min_replicas']);
    expect(hpa('max_replicas: 2')).toEqual(['check/hpa-without-minimum max_replicas']);
    expect(hpa('min_replicas: 0, max_replicas: 2')).toEqual(['check/hpa-without-minimum 0']);
  });

  it('are not reported again when the schema refused one', () => {
    expect(hpa('min_replicas: -1, max_replicas: 2')).toEqual(['schema/out-of-range -1']);
    expect(hpa('min_replicas: 1, max_replicas: many')).toEqual(['schema/wrong-type many']);
  });

  it('stand in the place of a number of pods', () => {
    const both = (least: number) =>
      findingsOf({ environments: service(`replicas: 4\nhpa: {min_replicas: ${least}, max_replicas: 5}`) });
    expect(both(2)).toEqual(['check/replicas-beside-hpa replicas']);
    expect(both(0)).toEqual(['check/hpa-without-minimum 0']);
    const inherited = `project: shop
environments:
  - {name: dev, services: [&web {name: web, replicas: 4}]}
  - {name: prd, services: [{<<: *web, hpa: {min_replicas: 2, max_replicas: 5}}]}
`;
    expect(findingsOf({ environments: inherited })).toEqual([]);
  });

  it('mean nothing for a third-party resource', () => {
    expect(
      findingsOf({ environments: service('type: mysql\nhpa: {min_replicas: 3, max_replicas: 2}') }),
    ).toEqual([]);
  });
});

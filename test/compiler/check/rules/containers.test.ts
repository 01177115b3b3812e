import { describe, expect, it } from 'vitest';
import { findingsOf, service } from '../findings.ts';

function of(lines: string) {
  return findingsOf({ environments: service(lines) });
}

describe('ports', () => {
  it('stand once', () => {
    expect(of('port: "80,81"')).toEqual([]);
    expect(of('port: [80, 81, 80]')).toEqual(['check/repeated-port 80']);
    expect(of('ports: 80, 80')).toEqual(['check/repeated-port 80, 80']);
  });

  it('are in range', () => {
    expect(of('port: 65535')).toEqual([]);
    expect(of('port: 65536')).toEqual(['schema/out-of-range 65536']);
    expect(of('port: 0')).toEqual(['schema/out-of-range 0']);
    expect(of('port: http')).toEqual(['schema/wrong-type http']);
  });

  it('have one of two names', () => {
    expect(of('port: 80\nports: "80,81"')).toEqual(['check/port-and-ports port']);
  });
});

describe('volumes', () => {
  it.each([
    ['data', 'check/mount-path data'],
    ['/data:ro', 'check/mount-path /data:ro'],
    ['/data/../etc', 'check/mount-path /data/../etc'],
  ])('cannot be mounted at %s', (path, finding) => {
    expect(of(`volumes: [{name: data, path: "${path}", size: 1Gi}]`)).toEqual([
      finding.replace(path, `"${path}"`),
    ]);
  });

  it('have paths of their own', () => {
    const volumes = (second: string) =>
      `volumes:\n  - {name: a, path: /data, size: 1Gi}\n  - {name: b, path: ${second}, size: 1Gi}`;
    expect(of(volumes('/data2'))).toEqual([]);
    expect(of(volumes('/data/'))).toEqual(['check/mount-path /data/']);
  });

  it('pick items only from what has keys', () => {
    const volume = (type: string) => `volumes: [{name: a, path: /a, ${type}items: [{key: k, path: p}]}]`;
    expect(of(volume('type: ConfigMap, '))).toEqual([]);
    expect(of(volume('type: secret, '))).toEqual([]);
    expect(of(volume('size: 1Gi, '))).toEqual(['check/volume-items items']);
  });
});

describe('probes', () => {
  const exec = 'exec: {command: [/bin/true]}';
  const get = 'http_get: {port: 80}';

  it('have one handler', () => {
    expect(of(`liveness_probe: {handler: {${exec}}}`)).toEqual([]);
    expect(of('liveness_probe: {handler: {}}')).toEqual(['check/probe-handler {}']);
    expect(of(`readiness_probe: {handler: {${exec}, ${get}}}`)).toEqual(['check/probe-handler http_get']);
  });

  it('are not blamed twice for a handler that the schema refused', () => {
    expect(of('liveness_probe: {handler: {http_get: {port: 0}}}')).toEqual(['schema/out-of-range 0']);
  });

  it('need one success to be alive', () => {
    expect(of(`liveness_probe: {handler: {${get}}, success_threshold: 2}`)).toEqual([
      'check/liveness-success 2',
    ]);
    expect(of(`readiness_probe: {handler: {${get}}, success_threshold: 2}`)).toEqual([]);
  });

  it('ask once whether a container is alive', () => {
    expect(of(`health_check: {command: [/bin/true]}\nliveness_probe: {handler: {${get}}}`)).toEqual([
      'check/two-liveness-checks health_check',
    ]);
  });
});

describe('init containers', () => {
  it('have names of their own', () => {
    expect(of('init_containers: [{name: a}, {name: b}]')).toEqual([]);
    expect(of('init_containers: [{name: a}, {name: a}, {name: web}]')).toEqual([
      'check/container-name a',
      'check/container-name web',
    ]);
  });
});

describe('resource types', () => {
  it.each(['mysql', 'helmChart', 'HelmChart', 'serviceentry', 'cron', 'cb'])('knows %s', (type) => {
    expect(of(`type: ${type}`)).toEqual([]);
  });

  it('warns of others', () => {
    expect(of('type: postgress')).toEqual(['check/resource-type postgress']);
    expect(of('type: blimp')).toEqual(['check/resource-type blimp']);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf } from '../check/findings.ts';

const application = (...names: string[]) =>
  `project: shop\napplications:\n${names.map((name) => `  - {name: "${name}", runtime: "nginx:1", version: 1}\n`).join('')}`;

const build = (...names: string[]) =>
  `project: shop\ncomponents:\n${names.map((name) => `  - {name: "${name}"}\n`).join('')}`;

const environment = (name: string, rest: string) => `  - {name: "${name}", namespace: shop-a, ${rest}}\n`;

describe('jobs', () => {
  it.each(['seed-job', 'Service-Manage', 'environment-pipeline'])('%s is taken', (name) => {
    expect(findingsOf({ build: build(name) })).toEqual([`collision/job "${name}"`]);
  });

  it('in a folder leave the name of the seed job free', () => {
    const jenkins = 'project: shop\njenkins: {folder: shop}\n';
    expect(findingsOf({ build: build('seed-job'), jenkins })).toEqual([]);
    expect(findingsOf({ build: build('service-manage'), jenkins })).toEqual([
      'collision/job "service-manage"',
    ]);
  });

  it('of jobs.bitesize alone may have the names of a delivery that is not there', () => {
    const jobs = 'project: shop\njobs:\n  - {name: service-manage, kind: freestyle}\n';
    expect(findingsOf({ jobs })).toEqual([]);
    expect(findingsOf({ build: build('web'), jobs })).toEqual(['collision/job service-manage']);
  });

  it('are compared without case', () => {
    expect(findingsOf({ build: build('web', 'Web') })).toEqual(['collision/job "Web"']);
  });

  it('collide across specs', () => {
    expect(findingsOf({ build: build('web-docker-image'), application: application('web') })).toEqual([
      'collision/job "web"',
    ]);
    const environments = `project: shop\nenvironments:\n${environment('dev', 'tests: [{name: deploy, commands: [{shell: make}]}]')}`;
    expect(findingsOf({ environments })).toEqual(['collision/job deploy']);
  });

  it('of different environments and tests collide', () => {
    const environments = `project: shop\nenvironments:\n${environment('a', 'tests: [{name: b-c, commands: [{shell: make}]}]')}${environment('a-b', 'tests: [{name: c, commands: [{shell: make}]}]')}`;
    expect(findingsOf({ environments })).toEqual(['collision/job c']);
  });

  it('twice of the same name are a duplicate, reported once', () => {
    expect(findingsOf({ build: build('web', 'web') })).toEqual(['link/duplicate-name "web"']);
  });
});

describe('parameters', () => {
  it('of applications', () => {
    expect(findingsOf({ application: application('a-b', 'a_b') })).toEqual(['collision/parameter "a_b"']);
    expect(findingsOf({ application: application('a.b', 'a-c') })).toEqual([]);
  });

  it('of services of one environment', () => {
    const services = 'services: [{name: a-b}, {name: a.b}, {name: a-b-db, type: mysql}]';
    const environments = `project: shop\nenvironments:\n${environment('dev', services)}`;
    // A dot is no part of the name of a Service, either.
    expect(findingsOf({ environments })).toEqual(['check/kubernetes-name a.b', 'collision/parameter a.b']);
  });
});

describe('folders', () => {
  it('of environments', () => {
    const environments = `project: shop\nenvironments:\n${environment('My Env', '')}${environment('my-env!', '')}`;
    expect(findingsOf({ environments })).toContain('collision/folder "my-env!"');
  });
});

describe('hosts', () => {
  const host = 'external_url: www.example.com';

  it('of two services of one environment', () => {
    const services = `services: [{name: a, ${host}}, {name: b, ${host}}]`;
    expect(
      findingsOf({ environments: `project: shop\nenvironments:\n${environment('dev', services)}` }),
    ).toEqual(['collision/host www.example.com']);
  });

  it('of the colours', () => {
    const deployment =
      'deployment: {method: bluegreen, active: blue, custom_urls: {blue: [a.example.com], green: [a.example.com]}}';
    const services = `services: [{name: a, ${host}, ${deployment}}]`;
    expect(
      findingsOf({ environments: `project: shop\nenvironments:\n${environment('dev', services)}` }),
    ).toEqual(['collision/host a.example.com']);
  });

  it('of two environments are two, since their jobs deploy to one cluster', () => {
    const services = `services: [{name: a, ${host}}]`;
    const environments = `project: shop\nenvironments:\n${environment('a', services)}${environment('b', services)}`;
    expect(findingsOf({ environments })).toEqual(['collision/host www.example.com']);
  });
});

describe('views', () => {
  it('have names that differ in more than upper case', () => {
    const views = (...names: string[]) =>
      findingsOf({
        jenkins: `project: shop\njenkins: {views: [${names.map((name) => `{name: ${name}, regex: web}`).join(', ')}]}\n`,
      });
    expect(views('Nightly', 'Weekly')).toEqual([]);
    expect(views('Nightly', 'Nightly')).toEqual(['link/duplicate-name Nightly']);
    expect(views('Nightly', 'nightly')).toEqual(['link/duplicate-name nightly']);
  });
});

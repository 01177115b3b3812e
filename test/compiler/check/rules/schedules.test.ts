import { describe, expect, it } from 'vitest';
import { jenkinsCronProblem } from '../../../../compiler/util/jenkins-cron.ts';
import { kubernetesCronProblem } from '../../../../compiler/util/kubernetes-cron.ts';
import { findingsOf, service } from '../findings.ts';

describe('schedules of Jenkins', () => {
  it.each([
    'H/15 * * * *',
    'H H(0-7) * * 1-5',
    '0 0,12 1 */2 *',
    'TZ=Europe/London\n# nightly\nH 2 * * *',
    '@daily',
    '0 4 * * 7',
    '1-30/5 * * * *',
    '',
  ])('%j', (text) => expect(jenkinsCronProblem(text)).toBeUndefined());

  it.each([
    ['99 25 * * *', 'minute 99'],
    ['0 24 * * *', 'hour 24'],
    ['* * * *', '4 fields'],
    ['99 25 * * * * every day', '8 fields'],
    ['0 0 * * MON', 'MON'],
    ['0 0 * JAN *', 'JAN'],
    ['5/10 * * * *', 'range'],
    ['30-10 * * * *', 'backwards'],
    ['*/0 * * * *', '0'],
    ['H/90 * * * *', '90'],
    ['H(0-70) * * * *', '70'],
    ['@reboot', '@reboot'],
    ['0 0 0 * *', 'day of the month 0'],
    ['H 2 * * *\n61 * * * *', 'minute 61'],
  ])('%j is refused', (text, problem) => expect(jenkinsCronProblem(text)).toContain(problem));
});

describe('schedules of Kubernetes', () => {
  it.each([
    '*/5 * * * *',
    '0 3 * * MON-FRI',
    '0 0 1 jan *',
    '@every 1h30m',
    '@hourly',
    '0/15 * ? * *',
    '*/9223372036854774784 * * * *',
    '@every 2562047h',
    ' @hourly ',
  ])('%j', (text) => expect(kubernetesCronProblem(text)).toBeUndefined());

  it.each([
    ['H 3 * * *', 'Jenkins'],
    ['0 3 * * 7', 'day of the week 7'],
    ['TZ=UTC 0 3 * * *', 'time zone'],
    ['0 3 * *', '4 fields'],
    ['0 3 * * FRI-MON', 'backwards'],
    ['@every day', '@every'],
    ['*/0 * * * *', '0'],
    ['0 3 32 * *', '32'],
    ['*/9999999999999999999999 * * * *', 'too large'],
    ['@every 99999999999h', 'longer than 292 years'],
    ['0\u00a03 * * *', '4 fields'],
  ])('%j is refused', (text, problem) => expect(kubernetesCronProblem(text)).toContain(problem));
});

describe('the schedules of specs', () => {
  it('have the form of what runs them', () => {
    const jenkins =
      'project: shop\njenkins:\n  seed: {poll: 61 * * * *}\n  pipeline: {component_poll: "", service_manage: {schedule: often}}\n' +
      '  kubernetes: {backup: {schedule: H 3 * * *}}\n';
    expect(findingsOf({ jenkins })).toEqual([
      'check/jenkins-cron 61 * * * *',
      'check/jenkins-cron often',
      'check/kubernetes-cron H 3 * * *',
    ]);
    expect(findingsOf({ environments: service('type: cron\nschedule: H 3 * * *') })).toEqual([
      'check/kubernetes-cron H 3 * * *',
    ]);
    expect(findingsOf({ environments: service('type: cron\noptions: {schedule: 61 * * * *}') })).toEqual([
      'check/kubernetes-cron 61 * * * *',
    ]);
  });
});

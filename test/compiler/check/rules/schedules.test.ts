import { describe, expect, it } from 'vitest';
import { jenkinsCronProblem } from '../../../../compiler/util/jenkins-cron.ts';
import { kubernetesCronProblem } from '../../../../compiler/util/kubernetes-cron.ts';
import { diagnosticsOf, findingsOf, fixed, service } from '../findings.ts';

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
    // H alone takes no day that a month may lack, and Sunday once.
    ['H H H/29 * *', '29'],
    ['H H * * H/8', '8'],
    ['H(0-70) * * * *', '70'],
    ['@reboot', '@reboot'],
    ['0 0 0 * *', 'day of the month 0'],
    ['H 2 * * *\n61 * * * *', 'minute 61'],
    ['TZ=Nowhere/X\nH * * * *', 'no time zone `Nowhere/X`'],
    ['TZ=europe/london', 'no time zone'],
    ['TZ=', 'no time zone'],
    ['H 2 * * *\nTZ=Europe/London', 'first line'],
  ])('%j is refused', (text, problem) => expect(jenkinsCronProblem(text)?.problem).toContain(problem));
});

describe('a line of a schedule of Jenkins', () => {
  const jenkins = (poll: string) => `project: shop\njenkins:\n  seed:\n    poll: ${poll}\n`;

  it.each([
    ['a zone', '|\n      TZ=Nowhere/X\n      H * * * *', 'TZ=Nowhere/X'],
    ['a later line', '|\n      TZ=Europe/London\n      # night\n      H(0-70) * * * *', 'H(0-70) * * * *'],
    ['the whole text', '61 * * * *', '61 * * * *'],
  ])('is what the finding is about and where it is: %s', (_, poll, line) => {
    const [found] = diagnosticsOf({ jenkins: jenkins(poll) });
    expect(found?.message).toContain(`\`${line}\` is not a schedule`);
    expect(found?.span?.file.text.slice(found.span.start, found.span.end)).toBe(line);
  });

  it('gets the zone that was meant', () => {
    const [found] = diagnosticsOf({ jenkins: jenkins('"TZ=Europe/Lodnon\\nH * * * *"') });
    expect(found?.help).toEqual(['did you mean `Europe/London`?']);
  });
});

describe('what Jenkins warns of in a schedule', () => {
  const jobs = (schedule: string) =>
    `project: shop\njobs:\n  - name: a\n    kind: freestyle\n    triggers:\n      - timed: ${schedule}\n    builders: [{shell: make}]\n`;

  it.each([
    ['check/cron-every-minute', '"* 3 * * *"', '"H 3 * * *"'],
    ['check/cron-same-minute', '0 3 * * *', 'H 3 * * *'],
    [
      'check/cron-same-minute',
      '|\n          TZ=Europe/London\n          # night\n          */10 3 * * *\n          H 5 * * *',
      '|\n          TZ=Europe/London\n          # night\n          H/10 3 * * *\n          H 5 * * *',
    ],
    ['check/cron-short-cycle', 'H 3 */2 * *', 'H 3 */2 * *'],
    ['check/cron-rare', 'H 3 31 6 *', 'H 3 31 6 *'],
    ['check/cron-rare', 'H 3 29 2 *', 'H 3 29 2 *'],
  ])('%s in %j', (code, schedule, better) => {
    const found = diagnosticsOf({ jobs: jobs(schedule) });
    expect(found.map((each) => [each.code, each.severity])).toEqual([[code, 'warning']]);
    expect(fixed('jobs', jobs(schedule))).toBe(jobs(better));
  });

  it('is said of schedules that somebody wrote in jenkins.bitesize, and not of those that nobody did', () => {
    expect(findingsOf({ jenkins: 'project: shop\njenkins:\n  seed: {poll: "0 * * * *"}\n' })).toEqual([
      'check/cron-same-minute 0 * * * *',
    ]);
    expect(findingsOf({ jenkins: 'project: shop\njenkins: {}\n' })).toEqual([]);
  });
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

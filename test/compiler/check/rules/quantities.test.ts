import { describe, expect, it } from 'vitest';
import { diagnosticsOf, findingsOf, fixed, service } from '../findings.ts';

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

  it.each(['10m', '10', '500k', '8Ei'])('storage cannot be %s', (size) => {
    const volume = (text: string) => service(`volumes: [{name: a, path: /a, size: ${text}}]`);
    expect(findingsOf({ environments: volume(size) })).toEqual([`check/quantity-unit ${size}`]);
    if (/^10/.test(size)) expect(fixed('environments', volume(size))).toBe(volume('10Gi'));
  });

  it.each([
    ['kubernetes: {storage: {size: 20}}', '20'],
    ['apt: {size: 20m}', '20m'],
    ['kubernetes: {backup: {size: 1k}}', '1k'],
    ['limits: {max_memory: 4096}', '4096'],
    ['limits: {default_memory: 512m}', '512m'],
    ['limits: {request_cpu: 1Gi}', '1Gi'],
    ['agents: [{name: a, resources: {limits: {memory: 512}}}]', '512'],
    ['agents: [{name: a, containers: [{name: b, image: c, resources: {limits: {memory: 512}}}]}]', '512'],
  ])('of the settings have a unit, too: %s', (settings, amount) => {
    const found = findingsOf({ jenkins: `project: shop\njenkins: {${settings}}` });
    expect(found.filter((each) => each.startsWith('check/'))).toEqual([`check/quantity-unit ${amount}`]);
  });

  it('have no repair that is nothing, too', () => {
    const [found] = diagnosticsOf({ environments: service('limits: {memory: 0}') });
    expect(found?.code).toBe('check/quantity-unit');
    expect(found?.help).toEqual([expect.stringContaining('remove it')]);
    expect(found?.fixes).toEqual([]);
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

describe('a quantity in another spelling', () => {
  const size = (text: string) =>
    service(`version: 1.0\nport: 80\nvolumes: [{name: a, path: /a, size: "${text}"}]`);
  const cpu = (text: string) => service(`version: 1.0\nport: 80\nlimits: {cpu: "${text}"}`);
  const help = (texts: string) => diagnosticsOf({ environments: texts }).map((found) => found.help[0]);

  it.each([
    ['512MB', '512M'],
    ['5 GB', '5G'],
    ['1 gb', '1G'],
    ['1,5Gi', '1.5Gi'],
    ['512mi', '512Mi'],
    ['2 TiB', '2Ti'],
    ['10kb', '10k'],
  ])('of bytes is mended: %s', (text, meant) => {
    expect(help(size(text))).toEqual([`did you mean \`${meant}\`?`]);
    expect(fixed('environments', size(text))).toBe(size(text).replace(`"${text}"`, meant));
  });

  it.each([
    ['100 m', '100m'],
    ['0,5', '0.5'],
    ['2 cores', '2'],
  ])('of CPU is mended: %s', (text, meant) => {
    expect(help(cpu(text))).toEqual([`did you mean \`${meant}\`?`]);
  });

  it('is left alone where it is not plain what is meant', () => {
    expect(help(size('1,500Mi'))).toEqual(['it must be a number of bytes with a unit, such as 512Mi or 10G']);
    expect(help(size('lots'))).toEqual(['it must be a number of bytes with a unit, such as 512Mi or 10G']);
    expect(help(cpu('half'))[0]).toMatch(/^it must be cores/);
  });
});

it('amounts of an agent are looked at, too', () => {
  const jenkins = 'project: shop\njenkins: {agents: [{name: a, resources: {limits: {cpu: 512Mi}}}]}\n';
  expect(findingsOf({ jenkins })).toEqual(['check/quantity-unit 512Mi']);
});

it('an amount with the wrong unit is not compared as well', () => {
  const environments = service('version: 1.0\nport: 80\nlimits: {cpu: 500m}\nrequests: {cpu: 64Mi}');
  expect(findingsOf({ environments })).toEqual(['check/quantity-unit 64Mi']);
});

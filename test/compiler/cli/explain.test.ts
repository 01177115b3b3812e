import { describe, expect, it } from 'vitest';
import { guides } from '../../../compiler/docs/generated/guides.ts';
import { listFields } from '../../../compiler/docs/list-fields.ts';
import { run } from './run.ts';

const explain = (topic: string) => run(['explain', topic]);

describe('bitesize explain of a field', () => {
  it.each([
    'environments.services.port',
    'environments.environments.services.port',
    'environments.environments[].services[0].port',
    'environments.bitesize.services.port',
    'services.port',
  ])('knows %s', async (topic) => {
    const { code, output } = await explain(topic);
    expect(code).toBe(0);
    expect(output).toMatch(/^# environments\.environments\.services\.port\n\nPorts of the service/);
  });

  it.each([
    ['build.components.dependencies.type', 'build.components.dependencies.type'],
    ['components.dependencies.type', 'build.components.dependencies.type'],
    ['application.applications.runtime', 'application.applications.runtime'],
    ['jenkins.agents.image', 'jenkins.jenkins.agents.image'],
    ['jenkins.jenkins.agents.image', 'jenkins.jenkins.agents.image'],
    ['known_hosts', 'jenkins.jenkins.known_hosts'],
  ])('finds %s', async (topic, anchor) => {
    expect((await explain(topic)).output.split('\n')[0]).toBe(`# ${anchor}`);
  });

  it('says what it takes, its values, an example, what that becomes, and which findings are about it', async () => {
    const { output } = await explain('environments.deployment.method');
    expect(output).toContain('one of the values below; default: `"rolling-upgrade"`; read by plugin 3.4.30');
    expect(output).toContain('- `bluegreen`: Two colours of every service exist');
    expect(output).toContain('```yaml\nmethod: bluegreen\n```');
    expect(output).toMatch(/Becomes:\n\n\S+\n\n```diff\n[+-]/);
    expect((await explain('services.port')).output).toMatch(/\nDiagnostics: .*check\/port-and-ports/);
    expect((await explain('jenkins.time_zone')).output).toContain('since bitesize 0.1.0');
  });

  it('shows the example of a field that the reference shows elsewhere, and the fields inside', async () => {
    const { output } = await explain('readiness_probe.handler');
    expect(output).toContain('```yaml\nhandler:');
    expect(output).toContain(
      '\nFields inside:\n\n- environments.environments.services.readiness_probe.handler.exec: ',
    );
  });

  it('lists the fields that a name may mean', async () => {
    const { code, output } = await explain('active');
    expect(code).toBe(0);
    expect(output).toContain('`active` is the name of 2 fields; say which one:');
    expect(output).toContain('- environments.environments.services.deployment.active: ');
  });

  it('knows each field by its anchor', async () => {
    for (const { anchor } of listFields().filter((_, index) => index % 40 === 7))
      expect((await explain(anchor)).output.split('\n')[0]).toBe(`# ${anchor}`);
  }, 60_000);
});

describe('bitesize explain of something else', () => {
  it.each(['build', 'build.bitesize'])('lists the fields of %s', async (topic) => {
    const { output } = await explain(topic);
    expect(output).toMatch(/^# build\.bitesize\n\n/);
    expect(output).toContain('\n- build.components.repository: ');
  });

  it('prints a guide', async () => {
    expect((await explain('guides/agents')).output).toBe(guides.agents);
    expect((await explain('glossary')).output).toBe(guides.glossary);
    expect((await explain('guides/moving')).output).toContain('| B18 |');
  });

  it.each(['guides', 'guides/'])('lists all guides with their titles: %s', async (topic) => {
    const { code, output } = await explain(topic);
    expect(code).toBe(0);
    expect(output).toMatch(/^guides\/live-jenkins +From a Jenkins of hand-made jobs to one of specs$/m);
    const listed = [...output.matchAll(/^guides\/(\S+) {2,}\S/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(guides).sort());
  });

  it.each([
    ['environments.services.prot', 'Did you mean environments.services.port?'],
    ['livenesprobe', 'Did you mean liveness_probe?'],
    ['glosary', 'Did you mean glossary?'],
    ['fleet/shared-hots', 'Did you mean fleet/shared-host?'],
  ])('suggests what was meant by %s', async (topic, meant) => {
    const { code, errors } = await explain(topic);
    expect(code).toBe(2);
    expect(errors).toContain(meant);
  });

  it('says what comes near, and what there is', async () => {
    const { code, output, errors } = await explain('postgres database');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(
      /What comes near:\n( {2}bitesize explain \S+.*\n)*? {2}bitesize explain guides\/databases/,
    );
    expect(errors).toContain('bitesize explain lists the findings; bitesize explain build, application,');
    expect(errors).toContain('bitesize explain guides lists the guides');
    expect((await explain('xylophone')).errors).not.toContain('comes near');
  });
});

import { describe, expect, it } from 'vitest';
import { JenkinsModel } from '../../support/jenkins-model.ts';
import { startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost, freestyle, readAll } from './reading.ts';

/** A Jenkins with one of each. */
function sampleModel(): JenkinsModel {
  const model = new JenkinsModel();
  model.addJob('app', freestyle('make'));
  model.addJob(
    'team/deploy',
    '<flow-definition><definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><script>node {}</script></definition></flow-definition>',
  );
  model.addJob('team/inner/größe & co', freestyle('true'));
  model.addMultibranch('team/branches', ['main', 'feature%2Fx']);
  model.addView(
    'mine',
    'hudson.model.ListView',
    '<hudson.model.ListView><name>mine</name></hudson.model.ListView>',
  );
  model.plugins.push(
    { shortName: 'git', version: '5.8.0', enabled: true },
    { shortName: 'ant', version: '1.2', enabled: false },
  );
  model.nodes.push(
    { displayName: 'builder-1', labels: ['builder-1', 'linux'] },
    { displayName: 'builder-2', labels: ['builder-2', 'linux'] },
  );
  model.root.credentials
    .get('_')
    ?.push({ id: 'deploy', typeName: 'Username with password', description: 'for deployments' });
  model.root.credentials.set('hub.example.com', [{ id: 'hub', typeName: 'Secret text', description: '' }]);
  model
    .find('team')
    ?.credentials.get('_')
    ?.push({ id: 'team-key', typeName: 'SSH Username with private key', description: '' });
  model.systemMessage = 'Be kind.';
  return model;
}

describe('reading a Jenkins', () => {
  it('gives all jobs and folders, a folder before what is in it, and no branches', async () => {
    await using server = await startJenkins(sampleModel(), { base: '/jenkins' });
    const { items, told, progress } = await readAll(connectedHost(), { url: server.url });
    expect(told).toEqual([]);
    expect(items.map(({ name }) => name)).toEqual([
      'app',
      'team',
      'team/deploy',
      'team/inner',
      'team/inner/größe & co',
      'team/branches',
    ]);
    expect(items.map((item) => item.class)).toContain(
      'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
    );
    expect(items[0]).toMatchObject({
      place: `${server.url}/job/app/config.xml`,
      xml: expect.stringContaining('<command>make</command>\n      <configuredLocalRules/>'),
    });
    expect(items[2]?.xml).toContain('<flow-definition plugin="workflow-job@');
    expect(progress).toEqual({ found: 6, read: 6, kept: 0 });
  });

  it('gives what else there is', async () => {
    await using server = await startJenkins(sampleModel());
    const { facts } = await readAll(connectedHost(), { url: server.url });
    expect(facts).toEqual({
      version: '2.579',
      plugins: [
        { name: 'ant', version: '1.2', isEnabled: false },
        { name: 'git', version: '5.8.0', isEnabled: true },
      ],
      labels: [
        { name: 'builder-1', nodes: ['builder-1'] },
        { name: 'builder-2', nodes: ['builder-2'] },
        { name: 'built-in', nodes: ['Built-In Node'] },
        { name: 'linux', nodes: ['builder-1', 'builder-2'] },
      ],
      credentials: [
        {
          id: 'deploy',
          kind: 'Username with password',
          description: 'for deployments',
          folder: '',
          domain: '_',
        },
        { id: 'hub', kind: 'Secret text', description: '', folder: '', domain: 'hub.example.com' },
        {
          id: 'team-key',
          kind: 'SSH Username with private key',
          description: '',
          folder: 'team',
          domain: '_',
        },
      ],
      views: [
        expect.objectContaining({
          name: 'all',
          class: 'hudson.model.AllView',
          isPrimary: true,
          place: `${server.url}/view/all/config.xml`,
        }),
        expect.objectContaining({
          name: 'mine',
          isPrimary: false,
          xml: expect.stringContaining('<name>mine</name>'),
        }),
      ],
      systemMessage: 'Be kind.',
    });
  });
});

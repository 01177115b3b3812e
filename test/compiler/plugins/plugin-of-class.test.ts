import { describe, expect, it } from 'vitest';
import data from '../../../compiler/plugins/data/classes.json' with { type: 'json' };
import { fullCatalogue } from '../../../compiler/plugins/full-catalogue.ts';
import { findPluginClass, pluginOfClass } from '../../../compiler/plugins/plugin-of-class.ts';

describe('pluginOfClass', () => {
  it.each([
    ['hudson.plugins.git.GitSCM', 'git'],
    ['hudson.plugins.build_timeout.BuildTimeoutWrapper', 'build-timeout'],
    ['hudson.plugins.build__timeout.BuildTimeoutWrapper', 'build-timeout'],
    ['flow-definition', 'workflow-job'],
    ['org.jenkinsci.plugins.workflow.job.WorkflowJob', 'workflow-job'],
    ['xunit', 'xunit'],
    ['hudson.security.AuthorizationStrategy_-Unsecured', 'core'],
    ['hudson.security.AuthorizationStrategy$Unsecured', 'core'],
  ])('knows that %s is in %s', (name, plugin) => {
    expect(pluginOfClass(name)).toEqual({ plugin, by: 'class' });
  });

  it('goes by the package where the class is not known', () => {
    expect(pluginOfClass('hudson.model.SomethingNew')).toEqual({ plugin: 'core', by: 'package' });
    expect(pluginOfClass('au.com.centrumsystems.hudson.plugin.buildpipeline.sub.Thing_-Inner')).toEqual({
      plugin: 'build-pipeline-plugin',
      by: 'package',
    });
  });

  it('knows nothing where a package is in several plugins, or is not known', () => {
    expect(pluginOfClass('hudson.tasks.SomethingNew')).toBeUndefined();
    expect(pluginOfClass('hudson.model.sub.SomethingNew')).toBeUndefined();
    expect(pluginOfClass('com.example.Thing')).toBeUndefined();
    expect(pluginOfClass('thing')).toBeUndefined();
    expect(pluginOfClass('')).toBeUndefined();
  });

  it('gives alias, place and symbols as hints', () => {
    expect(findPluginClass('project')).toEqual({
      className: 'hudson.model.FreeStyleProject',
      element: 'project',
      plugin: 'core',
      slot: 'item root',
      symbols: ['freeStyle', 'freeStyleJob'],
    });
  });

  it('names plugins that exist', async () => {
    const full = await fullCatalogue('2.568.x');
    const ids = new Set([
      ...data.classes.map(([, plugin]) => plugin ?? ''),
      ...data.packages.map(([, plugin]) => plugin ?? ''),
    ]);
    expect([...ids].filter((id) => id !== 'core' && id !== '' && !full?.releases.has(id))).toEqual([]);
  });
});

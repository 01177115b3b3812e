import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { MavenBuilder as MavenSpec } from '../../schema/generated/located.ts';
import { given, lines } from '../shared/lines.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** A run of Maven. */
export interface MavenBuilder extends ItemNode {
  readonly kind: 'maven';
  readonly goals: Text;
}

const made: Thing<MavenBuilder> = {
  kind: 'maven',
  needs: 'core',
  xml: ({ goals }) =>
    element('hudson.tasks.Maven', [
      leaf('targets', goals),
      leaf('mavenName', '(Default)'),
      leaf('jvmOptions', ''),
      leaf('usePrivateRepository', false),
      leaf('injectBuildVariables', true),
    ]),
  dsl: ({ goals }, dsl) => dsl.call('maven', goals),
};

const managedSettings = elementsOf('config-file-provider', 'jobs use managed files');

/** Runs Maven (hudson.tasks.Maven). */
export const mavenBuilder = orSpec<MavenBuilder, SpecNode<'maven', MavenSpec>>(made, {
  xml: ({ spec }) =>
    element('hudson.tasks.Maven', [
      leaf('targets', spec.goals),
      leaf('mavenName', spec.maven_version),
      ...optional('jvmOptions', given(joinTexts(spec.java_opts, ' '))),
      ...optional('pom', given(spec.pom)),
      ...optional('properties', given(lines(spec.properties))),
      leaf('usePrivateRepository', spec.private_repository),
      ...settings('settings', '', spec.settings, spec.settings_file_id, spec.default_settings),
      ...settings(
        'globalSettings',
        'Global',
        spec.global_settings,
        spec.global_settings_file_id,
        spec.default_global_settings,
      ),
      leaf('injectBuildVariables', spec.inject_build_variables),
    ]),
  inside: ({ spec, origin }, needs) => {
    if (spec.settings_file_id !== undefined || spec.global_settings_file_id !== undefined)
      needs.use(managedSettings, origin);
  },
});

function settings(
  name: string,
  scope: '' | 'Global',
  path: Text | undefined,
  id: Text | undefined,
  isDefault: Valued<boolean>,
): XmlElement[] {
  if (id !== undefined) {
    const type = `org.jenkinsci.plugins.configfiles.maven.job.Mvn${scope}SettingsProvider`;
    return [typed(name, type, [leaf('settingsConfigId', id)])];
  }
  if (path !== undefined)
    return [typed(name, `jenkins.mvn.FilePath${scope}SettingsProvider`, [leaf('path', path)])];
  return plainValue(isDefault) ? [typed(name, `jenkins.mvn.Default${scope}SettingsProvider`)] : [];
}

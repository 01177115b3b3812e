import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type {
  BuildNameSetterBuilder,
  ConfigFileBuilder,
  CriticalBlockEndBuilder,
  CriticalBlockStartBuilder,
  DescriptionSetterBuilder,
  InjectBuilder,
  SshBuilder,
} from '../../schema/generated/located.ts';
import { environmentReason } from '../shared/environment.ts';
import { given } from '../shared/lines.ts';
import { elementsOf, STEPS, use } from '../shared/plugin-use.ts';
import type { Scripted, SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';

/** Sets environment variables (EnvInjectBuilder). */
export const injectBuilder: Thing<SpecNode<'inject', InjectBuilder>> = {
  kind: 'inject',
  needs: use(STEPS, 'environmentVariables', environmentReason),
  xml: ({ spec }) =>
    element('EnvInjectBuilder', [
      element('info', [
        ...optional('propertiesFilePath', given(spec.properties_file)),
        ...optional('propertiesContent', given(spec.properties_content)),
      ]),
    ]),
};

/** Copies managed files (org.jenkinsci.plugins.configfiles.builder.ConfigFileBuildStep). */
export const configFileBuilder: Thing<SpecNode<'config-file', ConfigFileBuilder>> = {
  kind: 'config-file',
  needs: elementsOf('config-file-provider', 'jobs use managed files'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.configfiles.builder.ConfigFileBuildStep', [
      element('managedFiles', spec.files.map(managedFile)),
    ]),
};

/** Returns a copy of a managed file (org.jenkinsci.plugins.configfiles.buildwrapper.ManagedFile). */
export function managedFile(file: ConfigFileBuilder['files'][number]): XmlElement {
  return from(
    file.$.origin,
    element('org.jenkinsci.plugins.configfiles.buildwrapper.ManagedFile', [
      leaf('fileId', file.file_id),
      ...optional('targetLocation', given(file.target)),
      leaf('replaceTokens', file.replace_tokens),
      ...optional('variable', given(file.variable)),
    ]),
  );
}

/** Sets the description of the build (hudson.plugins.descriptionsetter.DescriptionSetterBuilder). */
export const descriptionSetterBuilder: Thing<SpecNode<'description-setter', DescriptionSetterBuilder>> = {
  kind: 'description-setter',
  needs: elementsOf('description-setter', 'jobs set the descriptions of their builds', '238.v6dee627c87e7'),
  xml: ({ spec }) =>
    element('hudson.plugins.descriptionsetter.DescriptionSetterBuilder', [
      leaf('regexp', spec.regexp ?? ''),
      ...optional('description', given(spec.description)),
      leaf('appendMode', spec.append),
    ]),
};

/** Names the build anew (org.jenkinsci.plugins.buildnameupdater.BuildNameUpdater). */
export const buildNameSetterBuilder: Thing<SpecNode<'build-name-setter', BuildNameSetterBuilder>> = {
  kind: 'build-name-setter',
  needs: elementsOf('build-name-setter', 'jobs name their builds', '1.6.7'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.buildnameupdater.BuildNameUpdater', [
      leaf('buildName', spec.name ?? ''),
      leaf('macroTemplate', spec.template ?? ''),
      leaf('fromFile', spec.name !== undefined),
      leaf('fromMacro', spec.template !== undefined),
      leaf('macroFirst', spec.template_first),
    ]),
};

const exclusion = elementsOf('Exclusion', 'jobs exclude each other', '0.12');

/** Waits for the resources of the job (org.jvnet.hudson.plugins.exclusion.CriticalBlockStart). */
export const criticalBlockStartBuilder: Thing<SpecNode<'critical-block-start', CriticalBlockStartBuilder>> = {
  kind: 'critical-block-start',
  needs: exclusion,
  xml: () => element('org.jvnet.hudson.plugins.exclusion.CriticalBlockStart'),
};

/** Frees the resources of the job (org.jvnet.hudson.plugins.exclusion.CriticalBlockEnd). */
export const criticalBlockEndBuilder: Thing<SpecNode<'critical-block-end', CriticalBlockEndBuilder>> = {
  kind: 'critical-block-end',
  needs: exclusion,
  xml: () => element('org.jvnet.hudson.plugins.exclusion.CriticalBlockEnd'),
};

/** Runs a script on another host (org.jvnet.hudson.plugins.SSHBuilder). */
export const sshBuilder: Thing<SpecNode<'ssh', Scripted<SshBuilder>>> = {
  kind: 'ssh',
  needs: elementsOf('ssh', 'jobs run scripts on other hosts', '2.6.1'),
  xml: ({ spec }) =>
    element('org.jvnet.hudson.plugins.SSHBuilder', [
      leaf('siteName', spec.ssh_user_ip),
      leaf('command', spec.command),
      leaf('execEachLine', spec.exec_each_line),
      leaf('hideCommand', spec.hide_command),
    ]),
};

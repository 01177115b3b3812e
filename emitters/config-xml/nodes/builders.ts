import type { Builder, BuildSelector } from '../../../compiler/ir/items/builders.ts';
import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, ifTrue, leaf, typed } from '../element.ts';
import { propertiesContent } from './environment.ts';
import { builderTrigger } from './parameterized-trigger.ts';

const selectors: ByKind<BuildSelector, XmlElement> = {
  // The engine prints the word `null` here; XStream does not mind.
  workspace: () => typed('selector', 'hudson.plugins.copyartifact.WorkspaceSelector', 'null'),
  'latest-successful': ({ stable }) =>
    typed('selector', 'hudson.plugins.copyartifact.StatusBuildSelector', ifTrue('stable', stable)),
};

const printers: ByKind<Builder, XmlElement> = {
  environment: ({ variables }) =>
    element('EnvInjectBuilder', [element('info', propertiesContent(variables))]),
  shell: ({ script }) => element('hudson.tasks.Shell', [leaf('command', script)]),
  gradle: ({ switches, tasks, rootBuildScriptDir, buildFile, gradleName, useWrapper }) =>
    element('hudson.plugins.gradle.Gradle', [
      leaf('switches', switches ?? ''),
      leaf('tasks', tasks ?? ''),
      leaf('rootBuildScriptDir', rootBuildScriptDir ?? ''),
      leaf('buildFile', buildFile ?? ''),
      leaf('gradleName', gradleName ?? '(Default)'),
      leaf('useWrapper', useWrapper ?? true),
      leaf('makeExecutable', false),
      leaf('fromRootBuildScriptDir', true),
      leaf('useWorkspaceAsHome', false),
      leaf('passAllAsSystemProperties', false),
      leaf('passAllAsProjectProperties', false),
    ]),
  'system-groovy': ({ script }) =>
    element('hudson.plugins.groovy.SystemGroovy', [
      leaf('bindings', ''),
      typed('source', 'hudson.plugins.groovy.StringSystemScriptSource', [
        element('script', [leaf('script', script), leaf('sandbox', false), element('classpath')]),
      ]),
    ]),
  groovy: ({ script }) =>
    element('hudson.plugins.groovy.Groovy', [
      leaf('groovyName', '(Default)'),
      leaf('parameters', ''),
      leaf('scriptParameters', ''),
      leaf('javaOpts', ''),
      leaf('classPath', ''),
      typed('scriptSource', 'hudson.plugins.groovy.StringScriptSource', [leaf('command', script)]),
      leaf('properties', ''),
    ]),
  maven: ({ goals }) =>
    element('hudson.tasks.Maven', [
      leaf('targets', goals),
      leaf('mavenName', '(Default)'),
      leaf('jvmOptions', ''),
      leaf('usePrivateRepository', false),
      leaf('injectBuildVariables', true),
    ]),
  trigger: ({ triggers }) =>
    element('hudson.plugins.parameterizedtrigger.TriggerBuilder', [
      element('configs', triggers.map(builderTrigger)),
    ]),
  'copy-artifacts': ({ job, include, from: selector }) =>
    element('hudson.plugins.copyartifact.CopyArtifact', [
      leaf('project', job),
      leaf('filter', joinTexts(include, ', ')),
      leaf('target', ''),
      leaf('doNotFingerprintArtifacts', false),
      byKind(selectors, selector),
    ]),
};

/** Returns the elements inside `builders`. */
export function builderElements(builders: readonly Builder[] = []): XmlElement[] {
  return builders.map((builder) => from(builder.origin, byKind(printers, builder)));
}

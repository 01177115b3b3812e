import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type {
  BatchBuilder,
  ManagedScriptBuilder,
  NodejsBuilder,
  PowershellBuilder,
  PythonBuilder,
} from '../../schema/generated/located.ts';
import { given } from '../shared/lines.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Scripted, SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** Runs a batch script of Windows (hudson.tasks.BatchFile). */
export const batchBuilder: Thing<SpecNode<'batch', Scripted<BatchBuilder>>> = {
  kind: 'batch',
  needs: 'core',
  xml: ({ spec }) =>
    element('hudson.tasks.BatchFile', [
      ...interpreter(spec.command),
      ...optional('unstableReturn', spec.unstable_return),
    ]),
};

/** Runs a script of PowerShell (hudson.plugins.powershell.PowerShell). */
export const powershellBuilder: Thing<SpecNode<'powershell', Scripted<PowershellBuilder>>> = {
  kind: 'powershell',
  needs: elementsOf('powershell', 'jobs run scripts of PowerShell', '1.7'),
  xml: ({ spec }) =>
    element('hudson.plugins.powershell.PowerShell', [
      ...interpreter(spec.command),
      leaf('useProfile', spec.use_profile),
      ...optional('unstableReturn', spec.unstable_return),
      leaf('stopOnError', spec.stop_on_error),
      ...optional('installation', given(spec.installation)),
    ]),
};

/** Runs a script of Python (hudson.plugins.python.Python). */
export const pythonBuilder: Thing<SpecNode<'python', Scripted<PythonBuilder>>> = {
  kind: 'python',
  needs: elementsOf('python', 'jobs run scripts of Python'),
  xml: ({ spec }) => element('hudson.plugins.python.Python', interpreter(spec.command)),
};

/** Runs a script of Node.js (jenkins.plugins.nodejs.NodeJSCommandInterpreter). */
export const nodejsBuilder: Thing<SpecNode<'nodejs', Scripted<NodejsBuilder, 'script'>>> = {
  kind: 'nodejs',
  needs: elementsOf('nodejs', 'jobs run scripts of Node.js', '1.3.0'),
  xml: ({ spec }) =>
    element('jenkins.plugins.nodejs.NodeJSCommandInterpreter', [
      ...interpreter(spec.script),
      leaf('nodeJSInstallationName', spec.name),
      ...optional('configId', given(spec.config_id)),
      typed('cacheLocationStrategy', 'jenkins.plugins.nodejs.cache.DefaultCacheLocationLocator'),
    ]),
};

/** Runs a managed script (the steps of org.jenkinsci.plugins.managedscripts). */
export const managedScriptBuilder: Thing<SpecNode<'managed-script', ManagedScriptBuilder>> = {
  kind: 'managed-script',
  needs: elementsOf('managed-scripts', 'jobs run managed scripts', '1.2.1'),
  xml: ({ spec }) => {
    const { script_id: id, args } = spec;
    const buildStepArgs =
      args.length === 0
        ? []
        : [
            element(
              'buildStepArgs',
              args.map((arg) => leaf('string', arg)),
            ),
          ];
    const type = 'org.jenkinsci.plugins.managedscripts';
    switch (spec.type.value) {
      case 'script':
        return element(`${type}.ScriptBuildStep`, [
          leaf('buildStepId', id),
          ...buildStepArgs,
          leaf('tokenized', false),
        ]);
      case 'batch':
        return element(`${type}.WinBatchBuildStep`, [...interpreter(id), ...buildStepArgs]);
      case 'powershell':
        return element(`${type}.PowerShellBuildStep`, [...interpreter(id), ...buildStepArgs]);
    }
  },
};

/** The elements of hudson.tasks.CommandInterpreter. */
function interpreter(command: Text): XmlElement[] {
  return [leaf('command', command), element('configuredLocalRules')];
}

import type {
  CredentialsBinding,
  SingleBinding,
  SshAgentWrapper,
  Wrapper,
} from '../../../compiler/ir/items/wrappers.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, leaf, typed } from '../element.ts';
import { propertiesContent } from './environment.ts';

const BINDINGS = 'org.jenkinsci.plugins.credentialsbinding.impl';

const single =
  (type: string) =>
  ({ variable, credentials }: SingleBinding): XmlElement =>
    element(`${BINDINGS}.${type}Binding`, [leaf('variable', variable), leaf('credentialsId', credentials)]);

const bindings: ByKind<CredentialsBinding, XmlElement> = {
  string: single('String'),
  file: single('File'),
  'username-colon-password': single('UsernamePassword'),
  'username-password': ({ credentials, usernameVariable, passwordVariable }) =>
    element(`${BINDINGS}.UsernamePasswordMultiBinding`, [
      leaf('credentialsId', credentials),
      leaf('usernameVariable', usernameVariable),
      leaf('passwordVariable', passwordVariable),
    ]),
};

const printers: ByKind<Wrapper, XmlElement> = {
  'colorize-output': () =>
    element('hudson.plugins.ansicolor.AnsiColorBuildWrapper', [leaf('colorMapName', 'xterm')]),
  timestamps: () => element('hudson.plugins.timestamper.TimestamperBuildWrapper'),
  'mask-passwords': () => element('com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper'),
  'pre-build-cleanup': () =>
    element('hudson.plugins.ws__cleanup.PreBuildCleanup', [
      element('patterns'),
      leaf('deleteDirs', false),
      leaf('cleanupParameter', ''),
      leaf('externalDelete', ''),
    ]),
  timeout: ({ minutes }) =>
    element('hudson.plugins.build__timeout.BuildTimeoutWrapper', [
      typed('strategy', 'hudson.plugins.build_timeout.impl.AbsoluteTimeOutStrategy', [
        leaf('timeoutMinutes', minutes),
      ]),
      element('operationList'),
    ]),
  'credentials-binding': (wrapper) =>
    element(`${BINDINGS}.SecretBuildWrapper`, [
      element(
        'bindings',
        wrapper.bindings.map((binding) => from(binding.origin, byKind(bindings, binding))),
      ),
    ]),
  environment: ({ variables }) =>
    element('EnvInjectBuildWrapper', [
      element('info', [...propertiesContent(variables), leaf('loadFilesFromMaster', false)]),
    ]),
  'build-name': ({ template }) =>
    element('org.jenkinsci.plugins.buildnamesetter.BuildNameSetter', [leaf('template', template)]),
  'ssh-agent': (wrapper) =>
    element('com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper', sshKeys(wrapper)),
};

/** Returns the elements inside `buildWrappers`. */
export function wrapperElements(wrappers: readonly Wrapper[] = []): XmlElement[] {
  return wrappers.map((wrapper) => from(wrapper.origin, byKind(printers, wrapper)));
}

/** One key has a form of its own in the engine. */
function sshKeys({ credentials }: SshAgentWrapper): XmlElement[] {
  const [only] = credentials;
  if (only !== undefined && credentials.length === 1) return [leaf('user', only)];
  return [
    element(
      'credentialIds',
      credentials.map((key) => leaf('string', key)),
    ),
  ];
}

import type { Parameter } from '../../../../jenkins/parameters/all-parameters.ts';
import type { CredentialsParameter, JobParameter } from '../../../../schema/generated/located.ts';
import { asWritten, type NodeTable } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

/** The classes that the form of Jenkins offers (`CredentialsParameterDefinition.DescriptorImpl`), by our words. */
const credentialTypes: Readonly<Record<CredentialsParameter['type']['value'], string>> = {
  any: 'com.cloudbees.plugins.credentials.common.StandardCredentials',
  'username-password': 'com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl',
  'ssh-key': 'com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey',
  'secret-text': 'org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl',
  file: 'org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl',
  certificate: 'com.cloudbees.plugins.credentials.impl.CertificateCredentialsImpl',
};

/** How the things of the spec become nodes of the job. */
export const parameterNodes: NodeTable<JobParameter, Parameter> = {
  string: ({ name, default: value, trim, description }, origin) => ({
    kind: 'string',
    name,
    defaultValue: value,
    trim,
    description,
    origin,
  }),
  text: ({ name, default: value, trim, description }, origin) => ({
    kind: 'text',
    name,
    defaultValue: value,
    trim,
    description,
    origin,
  }),
  bool: ({ name, default: value, description }, origin) => ({
    kind: 'boolean',
    name,
    defaultValue: value,
    description,
    origin,
  }),
  choice: ({ name, choices, description }, origin) => ({
    kind: 'choice',
    name,
    choices,
    description,
    origin,
  }),
  credentials: ({ name, type, required, default: value, description }, origin) => ({
    kind: 'credentials',
    name,
    type: type.map((word) => credentialTypes[word]),
    required,
    defaultValue: value,
    description,
    origin,
  }),
  'non-stored-password': ({ name, description }, origin) => ({
    kind: 'non-stored-password',
    name,
    description,
    origin,
  }),
  password: asWritten('password'),
  file: asWritten('file'),
  run: asWritten('run'),
  hidden: asWritten('hidden'),
  'random-string': asWritten('random-string'),
  'validating-string': asWritten('validating-string'),
  label: asWritten('label'),
  node: asWritten('node'),
  'git-parameter': asWritten('git-parameter'),
  'matrix-combinations': asWritten('matrix-combinations'),
  'extended-choice': asWritten('extended-choice'),
  'active-choices': asWritten('active-choices'),
  'active-choices-reactive': asWritten('active-choices-reactive'),
  'dynamic-reference': asWritten('dynamic-reference'),
  xml: xmlNode,
};

import type { Wrapper } from '../../../../jenkins/wrappers/all-wrappers.ts';
import type { CredentialsBinding } from '../../../../jenkins/wrappers/credentials-binding.ts';
import type { JobBinding, JobWrapper } from '../../../../schema/generated/located.ts';
import { builderNodes } from './builder-nodes.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { xmlNode } from './xml-node.ts';

/** How the credentials of the spec become bindings of the job. */
const bindingNodes: NodeTable<JobBinding, CredentialsBinding> = {
  text: ({ credentials, variable }, origin) => ({ kind: 'string', credentials, variable, origin }),
  'username-password': ({ credentials, variable }, origin) => ({
    kind: 'username-colon-password',
    credentials,
    variable,
    origin,
  }),
  'username-password-separated': ({ credentials, username, password }, origin) => ({
    kind: 'username-password',
    credentials,
    usernameVariable: username,
    passwordVariable: password,
    origin,
  }),
  file: ({ credentials, variable }, origin) => ({ kind: 'file', credentials, variable, origin }),
  'zip-file': ({ credentials, variable }, origin) => ({ kind: 'zip-file', credentials, variable, origin }),
  'ssh-user-private-key': asWritten('ssh-user-private-key'),
  'certificate-keystore': asWritten('certificate-keystore'),
  'docker-server-certificate': asWritten('docker-server-certificate'),
  'amazon-web-services': asWritten('amazon-web-services'),
};

/** How the things of the spec become nodes of the job. */
export const wrapperNodes: NodeTable<JobWrapper, Wrapper> = {
  timestamps: (_, origin) => ({ kind: 'timestamps', origin }),
  ansicolor: ({ colormap }, origin) => ({ kind: 'colorize-output', colormap, origin }),
  'build-name': ({ name, description, run_at_start, run_at_end }, origin) => ({
    kind: 'build-name',
    template: name,
    description,
    runAtStart: run_at_start,
    runAtEnd: run_at_end,
    origin,
  }),
  'build-user-vars': asWritten('build-user-vars'),
  'delivery-pipeline': asWritten('delivery-pipeline'),
  timeout: asWritten('timeout'),
  'workspace-cleanup': (spec, origin) => ({ kind: 'pre-build-cleanup', spec, origin }),
  exclusion: asWritten('exclusion'),
  'openstack-single-use': asWritten('openstack-single-use'),
  openstack: asWritten('openstack'),
  'pre-scm-buildstep': ({ steps, fail_on_error }, origin, scope) => ({
    kind: 'pre-scm-buildstep',
    steps: nodesOf(steps, builderNodes, scope),
    failOnError: fail_on_error,
    origin,
  }),
  'credentials-binding': ({ bindings }, origin, scope) => ({
    kind: 'credentials-binding',
    bindings: nodesOf(bindings, bindingNodes, scope),
    origin,
  }),
  'ssh-agent': ({ credentials, ignore_missing }, origin) => ({
    kind: 'ssh-agent',
    credentials,
    ignoreMissing: ignore_missing,
    origin,
  }),
  'mask-passwords': (spec, origin) => ({ kind: 'mask-passwords', spec, origin }),
  'inject-passwords': asWritten('inject-passwords'),
  inject: asWritten('inject'),
  'config-file': asWritten('config-file'),
  'port-allocator': asWritten('port-allocator'),
  xvnc: asWritten('xvnc'),
  xvfb: asWritten('xvfb'),
  nodejs: asWritten('nodejs'),
  golang: asWritten('golang'),
  'custom-tools': asWritten('custom-tools'),
  sonar: asWritten('sonar'),
  docker: asWritten('docker'),
  xml: xmlNode,
};

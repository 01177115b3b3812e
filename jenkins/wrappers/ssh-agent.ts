import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Runs an ssh-agent with keys; at least one. */
export interface SshAgentWrapper extends ItemNode {
  readonly kind: 'ssh-agent';
  readonly credentials: readonly Text[];
}

/** Runs an ssh-agent with keys, by the SSH Agent plugin. */
export const sshAgent: Thing<SshAgentWrapper> = {
  kind: 'ssh-agent',
  needs: use(WRAPPERS, 'sshAgent', 'jobs use ssh keys'),
  xml: ({ credentials }) =>
    element('com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper', keys(credentials)),
  dsl: ({ credentials }, dsl) => dsl.call('sshAgent', ...credentials),
};

/** One key has a form of its own in the engine. */
function keys(credentials: readonly Text[]): XmlElement[] {
  const [only] = credentials;
  if (only !== undefined && credentials.length === 1) return [leaf('user', only)];
  return [
    element(
      'credentialIds',
      credentials.map((key) => leaf('string', key)),
    ),
  ];
}

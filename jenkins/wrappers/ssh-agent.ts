import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Runs an ssh-agent with keys; at least one. */
export interface SshAgentWrapper extends ItemNode {
  readonly kind: 'ssh-agent';
  readonly credentials: readonly Text[];
  /** Whether a key that is not there is left out. Where this is said, the element is the one that the plugin saves. */
  readonly ignoreMissing?: Valued<boolean> | undefined;
}

/** Runs an ssh-agent with keys, by the SSH Agent plugin (`SSHAgentBuildWrapper`, read 2026-11). */
export const sshAgent: Thing<SshAgentWrapper> = {
  kind: 'ssh-agent',
  needs: use(WRAPPERS, 'sshAgent', 'jobs use ssh keys'),
  xml: ({ credentials, ignoreMissing }) =>
    element(
      'com.cloudbees.jenkins.plugins.sshagent.SSHAgentBuildWrapper',
      ignoreMissing === undefined
        ? keys(credentials)
        : [...savedKeys(credentials), saved(leaf('ignoreMissing', ignoreMissing))],
    ),
  dsl: ({ credentials }, dsl) => dsl.call('sshAgent', ...credentials),
};

/** One key has a form of its own in the engine. */
function keys(credentials: readonly Text[]): XmlElement[] {
  const [only] = credentials;
  return only !== undefined && credentials.length === 1 ? [leaf('user', only)] : [keyList(credentials)];
}

/** The plugin saves a list in any case. */
function savedKeys(credentials: readonly Text[]): XmlElement[] {
  return [credentials.length === 1 ? saved(keyList(credentials), 'user') : keyList(credentials)];
}

function keyList(credentials: readonly Text[]): XmlElement {
  return element(
    'credentialIds',
    credentials.map((key) => leaf('string', key)),
  );
}

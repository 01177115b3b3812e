import type { Agent } from '../../compiler/model/controller/agent.ts';
import type { Credential } from '../../compiler/model/controller/credential.ts';
import { printYaml } from '../../compiler/print/yaml.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';

/** Returns what an agent's method is rendered with. The pod becomes YAML, the form that the plugin takes it in. */
export function agentData(agent: Agent, index: number): object {
  return {
    ...agent,
    number: index + 1,
    // What the plugin takes for "no limit" (PodTemplate.instanceCap).
    instanceCap: agent.instanceCap ?? 2147483647,
    yaml: printYaml(agent.pod),
  };
}

/** Returns what a credential's call is rendered with. */
export function credentialData(credential: Credential): object {
  switch (credential.kind) {
    case 'ssh-key': {
      const { privateKey, passphrase } = credential;
      return {
        ...credential,
        ...user(credential),
        privateKey: { ...privateKey, variable: privateKey.variable ?? null },
        passphrase,
      };
    }
    case 'username-password':
      return { ...credential, ...user(credential) };
    case 'secret-text':
    case 'file':
      return credential;
    default:
      return assertNever(credential);
  }
}

/** Returns which kinds of credentials there are: a script only imports classes that it uses. */
export function credentialKinds(credentials: readonly Credential[]): Readonly<Record<string, boolean>> {
  const has = (kind: Credential['kind']): boolean =>
    credentials.some((credential) => credential.kind === kind);
  return {
    sshKey: has('ssh-key'),
    login: has('username-password'),
    text: has('secret-text'),
    file: has('file'),
  };
}

function user({ username }: Extract<Credential, { username: unknown }>): object {
  return username.kind === 'secret'
    ? { userSecret: username.name, userName: undefined }
    : { userSecret: undefined, userName: username.name };
}

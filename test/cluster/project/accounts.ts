import { load } from 'js-yaml';
import type { Manifest } from '../api/objects.ts';
import type { CompiledProject } from './compile-project.ts';

/** Returns the user that the deploying jobs act as: the account of the only role of that purpose. */
export function deployAccount({ controller }: CompiledProject): string {
  const binding = controller.find(
    ({ kind, name }) => kind === 'RoleBinding' && name.startsWith('jenkins-deploy.'),
  );
  return accountOf(binding);
}

/** Returns the user that Jenkins itself acts as. */
export function controllerAccount({ controller }: CompiledProject): string {
  const binding = controller.find(({ kind, name }) => kind === 'RoleBinding' && name.endsWith('-agents'));
  return accountOf(binding);
}

/** Returns the users that agents act as, which can do nothing. */
export function agentAccounts({ controller }: CompiledProject): readonly string[] {
  return controller
    .filter(({ kind, name }) => kind === 'ServiceAccount' && name.endsWith('-agent'))
    .map(({ name, namespace }) => `system:serviceaccount:${namespace}:${name}`);
}

function accountOf(binding: Manifest | undefined): string {
  if (binding === undefined) throw new Error('the controller has no such role');
  const { subjects } = load(binding.text) as {
    readonly subjects: readonly { readonly name: string; readonly namespace: string }[];
  };
  const [subject] = subjects;
  return `system:serviceaccount:${subject?.namespace}:${subject?.name}`;
}

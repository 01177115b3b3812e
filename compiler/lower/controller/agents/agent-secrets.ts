import type { Jenkins } from '../../../../schema/generated/located.ts';
import { compareText } from '../../../util/compare-text.ts';
import { agentEntries } from '../default-entries.ts';
import { registryLogin } from './registry-login.ts';

/** Returns the names of the Secrets that pods of agents take variables, files or the login of the registry from. */
export function agentSecrets(settings: Jenkins): readonly string[] {
  const names = agentEntries(settings).flatMap((agent) => {
    const variables = [agent, ...agent.containers].flatMap((container) => container.env);
    const login = registryLogin(agent, settings).length > 0 ? settings.registry.secret : undefined;
    return [
      ...variables.map((variable) => variable.secret?.value),
      ...agent.volumes.map(({ type, name }) => (type.value === 'secret' ? name?.value : undefined)),
      login?.value,
    ];
  });
  return [...new Set(names.filter((name) => name !== undefined))].sort(compareText);
}

import type { Agent as AgentSpec, Jenkins } from '../../../../schema/generated/located.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';

/** How the containers of an agent get at the login of the registry. */
export interface RegistryLogin {
  readonly volume: Traceable;
  readonly volumeMount: Traceable;
  readonly variable: Traceable;
}

const folder = '/run/registry-login';

/**
 * Returns the login of the registry for agents with the label `dind`, none for others. Docker reads `config.json` of
 * the folder that DOCKER_CONFIG names; the Secret has the same text under the key that Kubernetes gives it.
 */
export function registryLogin(agent: AgentSpec, settings: Jenkins): readonly RegistryLogin[] {
  const label = agent.label ?? agent.name;
  return label.value.split(/\s+/).includes('dind') ? loginOfRegistry(settings, [label.origin]) : [];
}

/** Returns the login of the registry; none where the settings name no Secret for it. */
export function loginOfRegistry(
  { registry: { secret } }: Jenkins,
  because: readonly Origin[] = [],
): readonly RegistryLogin[] {
  if (secret === undefined) return [];
  const origin = fromSeveral([secret.origin, ...because]);
  const items = [{ key: '.dockerconfigjson', path: 'config.json' }];
  return [
    {
      volume: sourced<Traceable>({ name: 'registry-login', secret: { secretName: secret, items } }, origin),
      volumeMount: sourced<Traceable>({ name: 'registry-login', mountPath: folder, readOnly: true }, origin),
      variable: sourced<Traceable>({ name: 'DOCKER_CONFIG', value: folder }, origin),
    },
  ];
}

import type { Agent, Credential, Jenkins } from '../../../schema/generated/located.ts';
import { absentSpec } from '../../check/check-spec.ts';

/**
 * Returns the agents of the project: those of the schema's default, each replaced by the one of the spec that has
 * its name, then the others of the spec.
 */
export function agentEntries(settings: Jenkins): readonly Agent[] {
  return withDefaults(settings.agents, defaults().agents, (agent) => agent.name.value);
}

/** Returns the credentials of the project: `seed-job-key` of the default or of the spec first, then the others. */
export function credentialEntries(settings: Jenkins): readonly Credential[] {
  return withDefaults(settings.credentials, defaults().credentials, (credential) => credential.id.value);
}

function withDefaults<T>(
  written: readonly T[],
  standard: readonly T[],
  nameOf: (entry: T) => string,
): readonly T[] {
  const named = new Map(written.map((entry) => [nameOf(entry), entry]));
  const names = new Set(standard.map(nameOf));
  return [
    ...standard.map((entry) => named.get(nameOf(entry)) ?? entry),
    ...written.filter((entry) => !names.has(nameOf(entry))),
  ];
}

function defaults(): Jenkins {
  const spec = absentSpec('jenkins');
  if (spec === undefined) throw new Error('the schema of jenkins.bitesize has no default');
  return spec.jenkins;
}

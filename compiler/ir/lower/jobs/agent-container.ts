import type { Jenkins } from '../../../../schema/generated/located.ts';
import { agentEntries } from '../controller/default-entries.ts';

/**
 * Returns whether the agents with a label have a container of this name beside the one that runs the agent. A
 * pipeline must then run its commands in it; on an agent without it, they run where the agent runs.
 */
export function hasContainer(settings: Jenkins, label: string, container: string): boolean {
  return agentEntries(settings).some(
    (agent) =>
      (agent.label ?? agent.name).value.split(/\s+/).includes(label) &&
      agent.containers.some(({ name }) => name.value === container),
  );
}

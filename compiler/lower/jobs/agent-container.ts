import type { JobScope } from './job-scope.ts';

/**
 * Returns whether the agents with a label have a container of this name beside the one that runs the agent. A
 * pipeline must then run its commands in it; on an agent without it, they run where the agent runs.
 */
export function hasContainer({ agents }: JobScope, label: string, container: string): boolean {
  return agents.some(
    (agent) =>
      (agent.label ?? agent.name).value.split(/\s+/).includes(label) &&
      agent.containers.some(({ name }) => name.value === container),
  );
}

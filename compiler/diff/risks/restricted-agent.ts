import { reachedAgents } from '../../util/reached-agents.ts';
import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, quoted, type SeenChange } from './risk-rule.ts';

interface AgentWithRights {
  readonly name: string;
  readonly label: string;
  readonly rights: readonly string[];
}

/** Builds that come to run where they have more rights than elsewhere, and agents that get such rights. */
export function restrictedAgent(change: SeenChange): readonly Risk[] {
  const { before, after, now } = change;
  if (after?.kind === 'job') return movedJob(before, after, now);
  if (after?.kind === 'init-script' && before !== undefined) return changedAgents(change);
  return [];
}

function movedJob(before: Entity | undefined, after: Entity, now: readonly Entity[]): readonly Risk[] {
  const label = fieldOf(after, 'label') ?? '';
  if (fieldOf(before, 'label') === label) return [];
  const agents = now.filter(({ kind }) => kind === 'init-script').flatMap(agentsIn);
  return reachedAgents(label, agents)
    .filter(({ rights }) => rights.length > 0)
    .map(({ name, rights }) => widened(`runs on agent ${quoted(name)}, which has ${rights.join(' and ')}`));
}

function changedAgents({ before, fields }: SeenChange): readonly Risk[] {
  const had = new Set(agentsIn(before).map(({ name }) => name));
  return fields.flatMap(({ path, before: old, after: now }): readonly Risk[] => {
    const entry = /^agents\[([^\]]*)\]\.(rights|allowedJobs)\[/.exec(path);
    if (entry === null || now === undefined || old?.value === now.value) return [];
    const [, agent = '', field] = entry;
    if (field === 'allowedJobs') return [widened(`${quoted(now.value)} may run on agent ${quoted(agent)}`)];
    return [
      widened(
        had.has(agent)
          ? `builds on agent ${quoted(agent)} get ${now.value}`
          : `the new agent ${quoted(agent)} has ${now.value}`,
      ),
    ];
  });
}

/** Returns the agents that a script starts; names of agents have no brackets. */
function agentsIn(script: Entity | undefined): readonly AgentWithRights[] {
  const paths = [...(script?.fields.keys() ?? [])];
  return paths.flatMap((path) => {
    const name = /^agents\[([^\]]*)\]\.label$/.exec(path)?.[1];
    if (name === undefined) return [];
    const rights = paths
      .filter((other) => other.startsWith(`agents[${name}].rights[`))
      .map((other) => fieldOf(script, other) ?? '');
    return [{ name, label: fieldOf(script, path) ?? '', rights }];
  });
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}

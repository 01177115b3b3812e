import type { Agent, Credential, Jenkins } from '../../../schema/generated/located.ts';
import { absentSpec } from '../../check/check-spec.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { LabelledAgent } from '../../util/reached-agents.ts';

/**
 * Returns the agents of the project: those of the schema's default, each replaced by the one of the spec that has
 * its name, then the others of the spec, which are there because their names are those of no default.
 */
export function agentEntries(settings: Jenkins): readonly Agent[] {
  const known = knownAgents.get(settings) ?? allAgents(settings);
  knownAgents.set(settings, known);
  return known;
}

/** Most parts of a project look at the agents. */
const knownAgents = new WeakMap<Jenkins, readonly Agent[]>();

function allAgents(settings: Jenkins): readonly Agent[] {
  const standard = defaults().agents;
  const written = settings.agents.map((agent) => {
    const same = standard.find(({ name }) => name.value === agent.name.value);
    return same === undefined ? because(agent, agent.name.origin) : completed(agent, same);
  });
  return withDefaults(written, standard, (agent) => agent.name.value);
}

/**
 * Returns the agents of a controller that several projects share: those of its settings, and the one that seeds run on.
 * Nothing else is built there.
 */
export function sharedAgents(settings: Jenkins): readonly Agent[] {
  const isWritten = settings.$.fields.has('agents');
  const written = new Set(isWritten ? settings.agents.map(({ name }) => name.value) : []);
  return agentEntries(settings).filter(({ name }) => name.value === seedAgent || written.has(name.value));
}

/** The agent of the default that needs no rights. */
const seedAgent = 'generic';

/** Returns agents with their names and labels. */
export function labelledAgents(agents: readonly Agent[]): readonly LabelledEntry[] {
  const known = knownLabels.get(agents) ?? agents.map(labelled);
  knownLabels.set(agents, known);
  return known;
}

/** An entry of `agents` as far as labels go. */
interface LabelledEntry extends LabelledAgent {
  readonly spec: Agent;
}

const knownLabels = new WeakMap<readonly Agent[], readonly LabelledEntry[]>();

function labelled(spec: Agent): LabelledEntry {
  return { spec, name: spec.name.value, label: (spec.label ?? spec.name).value };
}

function because(agent: Agent, origin: Origin): Agent {
  const { $ } = agent;
  return { ...agent, $: { ...$, origin: fromSeveral([$.origin, origin]) } };
}

/**
 * Returns an agent that takes the place of a default. One that says nothing but which jobs are allowed is the default
 * in all else; and the account of `deploy` is its own, not that of all agents, unless another one is written.
 */
function completed(agent: Agent, standard: Agent): Agent {
  const { name, allowed_jobs, $ } = agent;
  const fields = [...$.fields.keys()];
  if (fields.length === 2 && fields.every((field) => field === 'name' || field === 'allowed_jobs'))
    return { ...standard, name, allowed_jobs, $ };
  return $.fields.has('service_account') ? agent : { ...agent, service_account: standard.service_account };
}

/** Whether an account is one that agents have by default, be it spelled out or not: those are made. */
export function isOwnAccount({ value, origin }: Sourced<string>): boolean {
  return (
    origin.kind === 'default' || defaults().agents.some((agent) => agent.service_account.value === value)
  );
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

import { diagnose } from '../../../diagnostics/diagnose.ts';
import { spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { labelsOfExpression } from '../../../util/label-expression.ts';
import { labelsIn, reachedAgents } from '../../../util/reached-agents.ts';
import { agentRights } from '../../controller/agents/agent-rights.ts';
import { labelledAgents } from '../../controller/default-entries.ts';
import { hostedAgentLabels, hostedLabels } from '../../hosted-names.ts';
import type { JobScope } from '../job-scope.ts';
import type { LocatedText } from '../located-text.ts';
import { askedAgents } from './asked-agents.ts';

/** So many agents of a script are told at their places: each is looked for in the whole text. The others are told at the script. */
const MOST_PLACED = 200;

/**
 * Reports agents that a script asks for and that the project has under other labels, since it is on a shared controller:
 * fields of the spec get those by themselves, but scripts stay as they are.
 */
export function checkScriptAgents(scope: JobScope, job: string, script: LocatedText): void {
  const { project } = scope;
  const { hosting } = project;
  const { origin } = script;
  if (hosting === undefined) return;
  const external = new Set((project.ownJobs.external?.labels ?? []).map(({ value }) => value));
  const agents = labelledAgents(scope.agents);
  const hosted = agents.map((agent) => ({
    ...agent,
    label: hostedAgentLabels(hosting.slug, sourced(agent.label, origin)).value,
  }));
  const open = hosted.filter(({ spec }) => agentRights(spec, scope.settings).length === 0);
  for (const [index, { label, start, end }] of askedAgents(script.text).entries()) {
    if (label !== undefined) {
      const names = labelsOfExpression(label) ?? [label];
      if (names.some((name) => external.has(name)) || reachedAgents(label, hosted).length > 0) continue;
    }
    const isKnown = label !== undefined && reachedAgents(label, agents).length > 0;
    const offered = (open.length > 0 ? open : hosted).flatMap((agent) => labelsIn(agent.label));
    const labels = isKnown ? [hostedLabels(project, sourced(label, origin)).value] : [...new Set(offered)];
    const parameters = { job, agent: label === undefined ? 'any agent' : `an agent \`${label}\`` };
    const help = `ask for the label ${labels.map((each) => `\`${each}\``).join(' or ')}`;
    const field = spanOf(origin);
    const place = index < MOST_PLACED ? script.spanOf(start, end) : field;
    // A comment that accepts it stands in a spec, so that a file which that names is the second place.
    const isOwnFile = place !== undefined && place.file !== field?.file;
    scope.report(
      isOwnFile
        ? diagnose('fleet/script-agent', parameters, field, { help, labels: [{ span: place, text: 'here' }] })
        : diagnose('fleet/script-agent', parameters, place, { help }),
    );
  }
}

import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { labelsOfExpression } from '../../util/label-expression.ts';
import { reachedAgents } from '../../util/reached-agents.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { agentRights } from '../controller/agents/agent-rights.ts';
import { labelledAgents } from '../controller/default-entries.ts';
import type { JobScope } from './job-scope.ts';

/** Reports an agent of a job that can be none: a text that is no label expression, or labels that no agent has. */
export function checkLabel(scope: JobScope, { noun, job, agent }: LabelledJob): void {
  const agents = labelledAgents(scope.agents);
  const external = (scope.project.ownJobs.external?.labels ?? []).map(({ value }) => value);
  const labels = [...agents.flatMap(({ label }) => label.split(/\s+/)), ...external];
  const label = agent.value.trim();
  const span = spanOf(agent.origin);
  // Jenkins takes what is no expression for one label.
  if (label === '' || labels.includes(label)) return;
  const names = labelsOfExpression(label);
  if (names === undefined) {
    scope.report(
      diagnose('job/label-expression', { noun, job, label }, span, {
        help: 'join labels by `&&`, `||` and `!`, with parentheses in pairs, such as `linux && !arm`',
      }),
    );
    return;
  }
  if (reachedAgents(label, agents).length > 0) return;
  // Nobody here knows which labels an agent of somebody else has together.
  if (names.some((name) => external.includes(name)) && names.every((name) => labels.includes(name))) return;
  const [unknown] = names.filter((name) => !labels.includes(name));
  const near = suggestion(unknown ?? label, labels, allowanceOf(scope.project));
  scope.report(
    diagnose(
      'job/unknown-label',
      { noun, job, label: names.length === 1 ? (names[0] ?? label) : label },
      span,
      {
        help: [
          near === undefined
            ? `choose one of ${[...new Set(labels)].map((each) => `\`${each}\``).join(', ')}`
            : `did you mean \`${near}\`?`,
          'or add an agent with the label to `agents` in jenkins.bitesize',
          ...(noun === 'job' ? ['or list it in `external.labels` of jobs.bitesize'] : []),
        ],
      },
    ),
  );
}

/** A job that a project spec asks for, and the label that it gives it. */
export interface LabelledJob {
  readonly noun: 'component' | 'test' | 'job';
  /** Name of the job, without the folder that all jobs are in. */
  readonly job: string;
  readonly agent: Sourced<string>;
}

/**
 * Reports a job that could run on an agent whose pods have more rights than others, and that jenkins.bitesize does
 * not allow there by name: its shell steps would have those rights.
 */
export function checkAgent(scope: JobScope, { noun, job, agent }: LabelledJob): void {
  for (const { spec, name } of reachedAgents(agent.value, labelledAgents(scope.agents))) {
    const [right] = agentRights(spec, scope.settings);
    if (right === undefined || spec.allowed_jobs.some(({ value }) => value === job)) continue;
    const label = spanOf(spec.name.origin);
    scope.report(
      diagnose('job/restricted-agent', { noun, job, agent: name, right }, spanOf(agent.origin), {
        labels: label === undefined ? [] : [{ span: label, text: 'the agent' }],
        help: [
          'choose the label of another agent',
          `or add \`${job}\` to \`allowed_jobs\` of agent \`${name}\` in jenkins.bitesize`,
        ],
      }),
    );
  }
}

/** Reports names among the allowed jobs that no component or test has: whoever takes one gets the rights. */
export function checkAllowedJobs(scope: JobScope, jobs: readonly string[]): void {
  const known = new Set(jobs);
  for (const { allowed_jobs: allowed } of scope.agents) {
    for (const name of allowed) {
      if (known.has(name.value)) continue;
      scope.report(
        diagnose('job/unknown-allowed-job', { job: name.value }, spanOf(name.origin), {
          help: 'remove it, or correct the name',
        }),
      );
    }
  }
}

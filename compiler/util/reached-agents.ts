import { byText } from './by-text.ts';
import { parseLabelExpression } from './label-expression.ts';

/** An agent as far as labels go. */
export interface LabelledAgent {
  readonly name: string;
  /** Its labels, separated by white space. */
  readonly label: string;
}

/**
 * Returns the agents that a build with this label expression could run on. In doubt it could: a text that is no
 * expression, and the name of a pod, which Jenkins counts as a label and which begins with that of its agent. Without
 * an expression a build runs on any agent that is open to everybody, so on none that is not.
 */
export function reachedAgents<T extends LabelledAgent>(
  expression: string,
  agents: readonly T[],
): readonly T[] {
  if (expression.trim() === '') return [];
  const holds = parseLabelExpression(expression);
  return agents.filter((agent) => {
    const labels = labelsIn(agent.label);
    if (holds === undefined) return labels.some((label) => expression.includes(label));
    const isKnown = (label: string) => agents.some((other) => labelsIn(other.label).includes(label));
    const mayBePod = (label: string) => label.startsWith(`${agent.name}-`) && !isKnown(label);
    return (
      holds((label) => labels.includes(label)) || holds((label) => labels.includes(label) || mayBePod(label))
    );
  });
}

/** Returns the labels of an agent, which white space separates. */
export const labelsIn = byText((label): readonly string[] =>
  label.split(/\s+/).filter((text) => text !== ''),
);

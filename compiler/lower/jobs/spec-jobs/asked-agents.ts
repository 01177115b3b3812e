import { type GroovyToken, groovyTokens, plainGroovyText } from '../groovy-tokens.ts';

/** An agent that a pipeline asks for; without a label it may be any. */
export interface AskedAgent {
  readonly label?: string;
  /** Where the script asks for it first: the label, or the word that asks. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the agents that a pipeline names, once each: `agent any`, `agent { label 'linux' }` and the images of Docker in
 * it, `node { }` and `node('linux')`. What a variable decides, and pods of the script's own, are left out.
 *
 * Source: the agent section of https://www.jenkins.io/doc/book/pipeline/syntax/ and the step `node` of the plugin
 * workflow-durable-task-step.
 */
export function askedAgents(script: string): readonly AskedAgent[] {
  const tokens = groovyTokens(script);
  const asked = new Map<string | undefined, AskedAgent>();
  const ask = (agent: AskedAgent | undefined): void => {
    if (agent !== undefined && !asked.has(agent.label)) asked.set(agent.label, agent);
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || tokens[at - 1]?.text === '.') continue;
    if (token.text === 'agent' && tokens[at + 1]?.text === 'any') ask(anyAgent(token));
    if (token.text === 'agent' && tokens[at + 1]?.text === '{') {
      const end = endOfBlock(tokens, at + 1);
      ask(ofBlock(token, tokens.slice(at + 2, end)));
      at = end;
    }
    if (token.text === 'node') ask(ofNode(token, tokens.slice(at + 1, at + 4)));
  }
  return [...asked.values()];
}

/** Returns where the bracket stands that ends what begins with one. */
function endOfBlock(tokens: readonly GroovyToken[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    if (tokens[at]?.text === '{') depth++;
    if (tokens[at]?.text === '}' && --depth === 0) return at;
  }
  return tokens.length;
}

function ofBlock(agent: GroovyToken, block: readonly GroovyToken[]): AskedAgent | undefined {
  const kind = block[0]?.text ?? '';
  if (kind === 'kubernetes') return undefined;
  const label = block.findIndex(({ text }) => text === 'label' || text === 'nodeLabel');
  if (label !== -1) return ofText(block[label + 1]?.text === '(' ? block[label + 2] : block[label + 1]);
  return ['docker', 'dockerfile', 'any'].includes(kind) ? anyAgent(agent) : undefined;
}

function ofNode(node: GroovyToken, [open, label, close]: readonly GroovyToken[]): AskedAgent | undefined {
  if (open?.text === '{') return anyAgent(node);
  if (open?.text !== '(') return undefined;
  if (label?.text === ')') return anyAgent(node);
  return close?.text === ')' ? ofText(label) : undefined;
}

function ofText(token: GroovyToken | undefined): AskedAgent | undefined {
  const label = plainGroovyText(token)?.trim();
  if (token === undefined || label === undefined) return undefined;
  return { ...anyAgent(token), ...(label === '' ? {} : { label }) };
}

/** Asks for any agent in one word. */
function anyAgent({ start, text }: GroovyToken): AskedAgent {
  return { start, end: start + text.length };
}

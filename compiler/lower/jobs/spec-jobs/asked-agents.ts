/** An agent that a pipeline asks for; without a label it may be any. */
export interface AskedAgent {
  readonly label?: string;
}

/** Comments, texts, words, and all other characters but white space. A text between slashes is not known as one. */
const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'''[\s\S]*?(?:'''|$)|"""[\s\S]*?(?:"""|$)|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[A-Za-z_$][\w$]*|[^\s\w]|\d/g;

/**
 * Returns the agents that a pipeline names, once each: `agent any`, `agent { label 'linux' }` and the images of Docker in
 * it, `node { }` and `node('linux')`. What a variable decides, and pods of the script's own, are left out.
 *
 * Source: the agent section of https://www.jenkins.io/doc/book/pipeline/syntax/ and the step `node` of the plugin
 * workflow-durable-task-step.
 */
export function askedAgents(script: string): readonly AskedAgent[] {
  const words = (script.match(tokens) ?? []).filter((token) => !/^\/[/*]/.test(token));
  const asked: (AskedAgent | undefined)[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at - 1] === '.') continue;
    if (words[at] === 'agent' && words[at + 1] === 'any') asked.push({});
    if (words[at] === 'agent' && words[at + 1] === '{') {
      const end = endOfBlock(words, at + 1);
      asked.push(ofBlock(words.slice(at + 2, end)));
      at = end;
    }
    if (words[at] === 'node') asked.push(ofNode(words, at + 1));
  }
  return [...new Map(asked.flatMap((each) => (each === undefined ? [] : [[each.label, each]]))).values()];
}

/** Returns where the bracket stands that ends what begins with one. */
function endOfBlock(words: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < words.length; at++) {
    if (words[at] === '{') depth++;
    if (words[at] === '}' && --depth === 0) return at;
  }
  return words.length;
}

function ofBlock(words: readonly string[]): AskedAgent | undefined {
  if (words[0] === 'kubernetes') return undefined;
  const label = words.findIndex((word) => word === 'label' || word === 'nodeLabel');
  if (label !== -1) return ofText(words[label + 1] === '(' ? words[label + 2] : words[label + 1]);
  return ['docker', 'dockerfile', 'any'].includes(words[0] ?? '') ? {} : undefined;
}

function ofNode(words: readonly string[], at: number): AskedAgent | undefined {
  if (words[at] === '{') return {};
  if (words[at] !== '(') return undefined;
  if (words[at + 1] === ')') return {};
  return words[at + 2] === ')' ? ofText(words[at + 1]) : undefined;
}

function ofText(token: string | undefined): AskedAgent | undefined {
  const [, text] = /^(?:'''|"""|['"])([\s\S]*?)(?:'''|"""|['"])$/.exec(token ?? '') ?? [];
  if (text === undefined || text.includes('$') || text.includes('\\')) return undefined;
  return text.trim() === '' ? {} : { label: text.trim() };
}

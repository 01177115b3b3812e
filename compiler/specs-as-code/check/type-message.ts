import type ts from 'typescript';

/** TypeScript's message in our form: what is wrong, what to do, and the name that was meant, if it knows. */
export interface TypeMessage {
  readonly problem: string;
  readonly help: readonly string[];
  readonly meant?: string;
}

/** Advice of TypeScript that does not hold for specs: libraries and compiler options are fixed. */
const ADVICE = /\s*(Do you need to (change|install)|Try (changing|`?npm)|Consider |Did you mean ).*$/s;

/** Cannot find a name, with and without advice about libraries that would declare it. */
const UNKNOWN_NAME = new Set([2304, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);

/** Reasons that say more than the message above them: properties that are missing. */
const MISSING = new Set([2741, 2739, 2740]);

/** Returns a message of TypeScript as one of ours: lower case, names in backticks, advice as help. */
export function typeMessage({ messageText, code }: ts.DiagnosticRelatedInformation): TypeMessage {
  const chain = chainOf(messageText, code);
  const top = chain[0] ?? { text: '', code };
  const reason = chain.at(-1) ?? top;
  const meant = /Did you mean(?: to write)? '([^']+)'\?$/.exec(top.text)?.[1];
  const first = MISSING.has(reason.code) ? reason : top;
  const problem = sentence(first.text.replace(ADVICE, ''));
  const detail = detailOf(chain);
  const help = [
    ...(first === reason || detail === undefined ? [] : [detail]),
    ...(UNKNOWN_NAME.has(code) && meant === undefined
      ? ['a spec sees the language itself and what it imports, nothing of the machine']
      : []),
  ];
  return meant === undefined ? { problem, help } : { problem, help, meant };
}

/** The last reason, with the properties that lead to it: a type is too large to compare it by eye. */
function detailOf(chain: readonly { text: string }[]): string | undefined {
  const reason = chain.at(-1);
  if (reason === undefined || chain.length < 2) return undefined;
  const path = chain.flatMap(({ text }) => /^Types of property '(.*)' are/.exec(text)?.[1] ?? []);
  const text = sentence(reason.text);
  if (path.includes('[kind]')) return undefined;
  return path.length === 0 ? text : `in \`${path.join('.')}\`: ${text}`;
}

/** The message and the reasons below it, the last of which is the most exact. */
function chainOf(text: string | ts.DiagnosticMessageChain, code: number): { text: string; code: number }[] {
  if (typeof text === 'string') return [{ text, code }];
  const [next] = text.next ?? [];
  const here = { text: text.messageText, code: text.code };
  return next === undefined ? [here] : [here, ...chainOf(next, next.code)];
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const quoted = line.replace(/'((?:[^'\\]|\\.)*)'/g, '`$1`').replace(/ \| undefined`/g, '`');
  return /^[A-Z][a-z]/.test(quoted) ? quoted.charAt(0).toLowerCase() + quoted.slice(1) : quoted;
}

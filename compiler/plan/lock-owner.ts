import { parseJson } from '../util/parse-json.ts';

/** Who holds a lock, as its text says. It may be forged: a text of another form than ours has no owner. */
export interface LockOwner {
  /** What `ProcessInfo.isRunning` takes. */
  readonly id: string;
  /** For people: a process and its machine, without anything that a terminal would take for a command. */
  readonly shown: string;
}

/** Returns the owner of a lock; undefined when no run of ours wrote the text. */
export function lockOwner(text: string): LockOwner | undefined {
  const data = parse(text);
  if (data === undefined || !('owner' in data) || typeof data.owner !== 'string') return undefined;
  return { id: data.owner, shown: shownId(data.owner) };
}

function shownId(id: string): string {
  const data = parse(id);
  if (data === undefined || !('process' in data) || !('machine' in data)) return 'a process without a number';
  const { process, machine } = data;
  if (!Number.isSafeInteger(process) || typeof machine !== 'string') return 'a process without a number';
  return `process ${process} on \`${machine.replaceAll(/[^\w.-]/g, '?').slice(0, 64)}\``;
}

function parse(text: string): object | undefined {
  const data = parseJson(text);
  return typeof data === 'object' && data !== null ? data : undefined;
}

import { markedSpec } from './authoring.ts';
import { callChain, callSite, currentFrame } from './frames.ts';
import { lockdown } from './lockdown.ts';
import { firstAttempt } from './not-available.ts';
import type { Outcome } from './outcome.ts';
import { memberOrigin } from './registry.ts';
import { type Context, resolveSlot } from './resolve-slot.ts';
import { type ResultLimits, writeResult } from './write-result.ts';

/*
 * The module that runs first in the sandbox. Specs see the functions of `authoring.ts` as the module `bitesize`;
 * instrumented code calls the rest.
 */

export {
  application,
  build,
  component,
  environment,
  environments,
  jenkins,
  job,
  jobs,
  service,
} from './authoring.ts';
export { currentFrame as frame, enter, install, leave, receiver, unwind } from './frames.ts';
export { joined, literal, merged, rest } from './registry.ts';

lockdown();

/** Returns the outcome of a spec that ran to its end, as JSON. */
export function finish(exported: unknown, limits: ResultLimits): string {
  const attempt = firstAttempt();
  if (attempt !== undefined) return json({ kind: 'not-available', ...attempt, stack: '' });
  const marked = markedSpec(exported);
  if (marked === undefined) return json({ kind: 'no-spec' });
  const { kind, spec, frame } = marked;
  const site = frame === undefined ? undefined : callSite(frame.call);
  const context: Context = { frame: undefined, bases: frame?.bases ?? [], memberOrigin };
  const slot = site?.arguments[0] ?? { kind: 'computed', place: site?.place ?? 0 };
  const written = writeResult(spec, resolveSlot(slot, spec, context), limits);
  return json(
    'what' in written ? { kind: 'not-plain', ...written } : { kind: 'value', spec: kind, value: written },
  );
}

/** Returns the outcome of a spec that threw, as JSON. */
export function describe(error: unknown): string {
  const attempt = firstAttempt();
  const stack = textOf(error, 'stack');
  if (attempt !== undefined) return json({ kind: 'not-available', ...attempt, stack });
  const calls = callChain(currentFrame());
  return json({ kind: 'threw', message: messageOf(error), stack, calls });
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return shorten(String(error));
  return [textOf(error, 'name'), textOf(error, 'message')].filter((text) => text !== '').join(': ');
}

function textOf(error: unknown, key: string): string {
  if (typeof error !== 'object' || error === null) return '';
  try {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? shorten(value) : '';
  } catch {
    return '';
  }
}

function shorten(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}...` : text;
}

function json(outcome: Outcome): string {
  return JSON.stringify(outcome);
}

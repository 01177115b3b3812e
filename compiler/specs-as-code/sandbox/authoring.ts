import { HELPER } from '../instrument/sites.ts';
import { callSite, currentFrame, type Frame } from './frames.ts';
import { helperResult } from './registry.ts';

/** What a function such as `build` returned, with the call that made it. */
export interface MarkedSpec {
  readonly kind: string;
  readonly spec: unknown;
  readonly frame: Frame | undefined;
}

const marked = new WeakMap<object, MarkedSpec>();

/** Returns what is known of a value that a spec exports, or undefined when no function of `bitesize` made it. */
export function markedSpec(value: unknown): MarkedSpec | undefined {
  return typeof value === 'object' && value !== null ? marked.get(value) : undefined;
}

function specFunction(kind: string) {
  return (spec: unknown): object => {
    const result = Object.freeze({ kind, spec });
    marked.set(result, { kind, spec, frame: currentFrame() });
    return result;
  };
}

/** The functions that specs import. */
export const build = specFunction('build');
export const application = specFunction('application');
export const environments = specFunction('environments');
export const jenkins = specFunction('jenkins');
export const jobs = specFunction('jobs');

/** Returns its only argument, or an object of a name and fields. */
function named(first: unknown, fields?: object): unknown {
  if (typeof first !== 'string') return first;
  const result = { name: first, ...fields };
  const frame = currentFrame();
  const site = frame === undefined ? undefined : callSite(frame.call);
  const slot = site?.function === HELPER ? site.arguments[0] : undefined;
  helperResult(result, frame, slot ?? { kind: 'computed', place: site?.place ?? 0 }, fields ?? {});
  return result;
}

export const component = named;
export const service = named;
export const environment = named;
export const job = named;

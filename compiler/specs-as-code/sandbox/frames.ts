import type { CallSite, PlaceId, Sites } from '../instrument/sites.ts';

/** A call in progress. */
export interface Frame {
  readonly call: number;
  /** The objects whose properties stand in the arguments. */
  readonly bases: readonly unknown[];
  readonly parent: Frame | undefined;
  /** What a method such as `map` was called on. */
  receiver: unknown;
}

const known: { sites: Sites; frame: Frame | undefined } = {
  sites: { literals: [], calls: [] },
  frame: undefined,
};

/** Takes the tables of the code that will run. */
export function install(sites: Sites): void {
  known.sites = sites;
}

/** Returns the tables of the code that runs. */
export function sites(): Sites {
  return known.sites;
}

/** Returns the innermost call in progress. */
export function currentFrame(): Frame | undefined {
  return known.frame;
}

/** Notes that a call starts; returns what `leave` and `unwind` take to go back. */
export function enter(call: number, ...bases: readonly unknown[]): Frame | undefined {
  const before = known.frame;
  known.frame = { call, bases, parent: before, receiver: undefined };
  return before;
}

/** Notes that a call is over, and returns what it returned. */
export function leave<T>(before: Frame | undefined, value: T): T {
  known.frame = before;
  return value;
}

/** Goes back to a call after an exception was caught. */
export function unwind(frame: Frame | undefined): void {
  known.frame = frame;
}

/** Notes what the method of the current call was called on, and returns it. */
export function receiver<T>(value: T): T {
  if (known.frame !== undefined) known.frame.receiver = value;
  return value;
}

/**
 * Returns the call that runs the function in which a site stands: calls in whose arguments the site stands have
 * begun as well, but do not run that function.
 */
export function activation(frame: Frame | undefined, enclosing: number): Frame | undefined {
  let result = frame;
  let call = enclosing;
  while (result !== undefined && call !== -1 && result.call === call) {
    call = callSite(call)?.enclosing ?? -1;
    result = result.parent;
  }
  return result;
}

/** Returns the call that runs the function in which the call of a frame stands. */
export function callerOf(frame: Frame): Frame | undefined {
  return activation(frame.parent, callSite(frame.call)?.enclosing ?? -1);
}

/** Returns the site of a call. */
export function callSite(call: number): CallSite | undefined {
  return known.sites.calls[call];
}

/**
 * Returns the places of a call and of the calls around it, from the inside out. A recursion counts once, and the
 * middle of many calls is left out.
 */
export function callChain(frame: Frame | undefined): readonly PlaceId[] {
  const places: PlaceId[] = [];
  for (let at = frame; at !== undefined; at = callerOf(at)) {
    const site = callSite(at.call);
    if (site === undefined || site.place === places.at(-1)) continue;
    places[places.length < 8 ? places.length : 7] = site.place;
  }
  return places;
}

import type { Slot } from '../instrument/sites.ts';
import { callChain, callerOf, callSite, type Frame } from './frames.ts';
import { madeIn, type ValueOrigin } from './origin.ts';

/** What a slot is resolved in: the call that runs the function it stands in, and its base objects. */
export interface Context {
  readonly frame: Frame | undefined;
  readonly bases: readonly unknown[];
  readonly memberOrigin: (owner: object, key: string, value: unknown) => ValueOrigin | undefined;
}

/** Returns where the value of a slot was made. */
export function resolveSlot(slot: Slot, value: unknown, context: Context): ValueOrigin {
  const { frame } = context;
  switch (slot.kind) {
    case 'own':
      return madeIn(slot.place, callChain(frame), slot.use);
    case 'computed':
      return computed(slot, frame);
    case 'member': {
      const base = context.bases[slot.base];
      const found = isObject(base) ? context.memberOrigin(base, slot.name, value) : undefined;
      return found === undefined ? computed(slot, frame) : madeIn(found.place, callChain(frame), slot.place);
    }
    case 'parameter': {
      const site = frame === undefined ? undefined : callSite(frame.call);
      const argument = site?.function === slot.function ? site.arguments[slot.index] : undefined;
      if (frame === undefined || argument === undefined) return computed(slot, frame);
      const outer = { ...context, frame: callerOf(frame), bases: frame.bases };
      const { place, steps } = resolveSlot(argument, value, outer);
      return { place, steps: place === slot.place ? steps : [['use', slot.place], ...steps] };
    }
    case 'element': {
      const list = frame?.call === slot.call ? frame.receiver : undefined;
      const index = Array.isArray(list) ? list.indexOf(value) : -1;
      const found = isObject(list) ? context.memberOrigin(list, String(index), value) : undefined;
      return found === undefined ? computed(slot, frame) : madeIn(found.place, callChain(frame), slot.place);
    }
  }
}

/** A value that a function computes was made by the call of the function. */
function computed(slot: Slot, frame: Frame | undefined): ValueOrigin {
  const [call, ...outer] = callChain(frame);
  return call === undefined ? madeIn(slot.place, []) : madeIn(call, outer, slot.place);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

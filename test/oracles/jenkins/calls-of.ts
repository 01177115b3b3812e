import type { InitCall, InitResult } from './init-scenario.ts';

/** Returns the calls of these methods (`new` for constructors) on an object or class whose name contains `on`. */
export function callsOf(result: InitResult, on: string, ...methods: readonly string[]): readonly InitCall[] {
  return result.calls.filter(
    (call) => call.on.includes(on) && (methods.length === 0 || methods.includes(call.method)),
  );
}

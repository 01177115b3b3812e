import type { Host, RunResult } from '../host/host.ts';

/** A host whose answers of other programs are remembered, and what forgets them. */
export interface RememberingRuns {
  readonly host: Host;
  readonly forget: () => void;
}

/** So many answers are kept; a project asks git for a few. */
const MOST = 64;

/**
 * Returns a host that runs a program once for the same question, until everything is forgotten: what git says does not
 * change while somebody types.
 */
export function rememberingRuns(given: Host): RememberingRuns {
  const known = new Map<string, RunResult>();
  const run: Host['run'] = (program, argv, folder, options) => {
    const key = JSON.stringify([program, argv, folder, options]);
    const found = known.get(key) ?? given.run(program, argv, folder, options);
    if (known.size >= MOST) known.clear();
    known.set(key, found);
    return found;
  };
  return { host: Object.create(given, { run: { value: run } }), forget: () => known.clear() };
}

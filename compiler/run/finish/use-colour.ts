import type { Host, OutputStream } from '../../host/host.ts';

/** What `--color` says. */
export type ColourChoice = 'auto' | 'always' | 'never';

/**
 * Returns whether a stream gets colours. The flag wins, then `FORCE_COLOR`, then `NO_COLOR` (no-color.org), then
 * whether the stream is a terminal that is not `dumb`.
 */
export function useColour(choice: ColourChoice, env: Host['env'], stream: OutputStream): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { FORCE_COLOR: force, NO_COLOR: no } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTerminal && env.TERM !== 'dumb';
}

import type { Host } from '../host/host.ts';

/** How often the line is drawn again, in milliseconds. */
const PAUSE = 100;

/** A line on the terminal that says how far a run is. */
export interface Progress {
  /** One more of them is finished. */
  readonly step: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/**
 * Returns a line on standard error, drawn only on a terminal and only when there is something to wait for. `total` is
 * undefined where nobody knows how many there are.
 */
export function createProgress({ stderr, now }: Host, total: number | undefined, things: string): Progress {
  if (!stderr.isTerminal || (total !== undefined && total < 2))
    return { step: () => undefined, end: () => undefined };
  let finished = 0;
  let drawn = now();
  let isShown = false;
  const most = total === undefined ? '' : ` of ${total}`;
  return {
    step: () => {
      finished++;
      if (now() - drawn < PAUSE) return;
      drawn = now();
      isShown = true;
      stderr.write(`\r${finished}${most} ${things}`, 'everything');
    },
    end: () => {
      if (isShown) stderr.write('\r\u001b[K', 'everything');
    },
  };
}

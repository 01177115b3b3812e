import type { Host } from '../host/host.ts';

/** How often the line is drawn again, in milliseconds. */
const PAUSE = 100;

/** A line on the terminal that says how far a run is. */
export interface Progress {
  /** One more project is finished. */
  readonly step: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Returns a line on standard error, drawn only on a terminal and only when there is something to wait for. */
export function createProgress({ stderr, now }: Host, total: number): Progress {
  if (!stderr.isTerminal || total < 2) return { step: () => undefined, end: () => undefined };
  let finished = 0;
  let drawn = now();
  let isShown = false;
  return {
    step: () => {
      finished++;
      if (now() - drawn < PAUSE) return;
      drawn = now();
      isShown = true;
      stderr.write(`\r${finished} of ${total} projects`);
    },
    end: () => {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}

import type { Span } from '../../text/span.ts';

/** Is thrown when the specs of a project ask for more than they may; `what` ends the sentence `the spec ...`. */
export class TooMuch extends Error {
  readonly what: string;
  /** Where, if it is known better than by the file that is worked on. */
  readonly span: Span | undefined;

  constructor(what: string, span?: Span) {
    super(what);
    this.what = what;
    this.span = span;
  }
}

/** Says whether an exception means that a recursion went too deep. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/**
 * Returns what an exception in the work with a file says about the file, or undefined when it says that we made a
 * mistake. What TypeScript stumbles over is no mistake of ours: whoever wrote the file can write it in another way.
 */
export function tooMuchOf(error: unknown): TooMuch | undefined {
  if (error instanceof TooMuch) return error;
  if (isStackOverflow(error)) return new TooMuch('has types that are nested too deeply');
  // A text, a map or a list that V8 has no room for.
  if (error instanceof RangeError) return new TooMuch('takes too much memory to check');
  const [, frame = ''] = error instanceof Error ? (error.stack ?? '').split(/\n(?= {4}at )/) : [];
  return /[\\/]typescript[\\/]lib[\\/]/.test(frame) ? new TooMuch('cannot be read by TypeScript') : undefined;
}

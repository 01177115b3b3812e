import pc from 'picocolors';

/** Colours by what they mean, not by how they look. Without colour every function returns its argument. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  /** What belongs to the frame: line numbers, bars and arrows. */
  readonly frame: (text: string) => string;
  readonly label: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

/** Returns the colours of text reports, or none. */
export function createPaint(colour: boolean): Paint {
  const colours = pc.createColors(colour);
  return {
    error: (text) => colours.bold(colours.red(text)),
    warning: (text) => colours.bold(colours.yellow(text)),
    frame: (text) => colours.blue(text),
    label: (text) => colours.cyan(text),
    strong: colours.bold,
    added: colours.green,
    removed: colours.red,
  };
}

/** One text that was read: its name as the user knows it (relative, with `/`), and its content. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A piece of a source file: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  /** How the value got from here to where it counts, the nearest place first; only specs in TypeScript have it. */
  readonly via?: readonly Step[];
}

/** A place on the way of a value: it is used there, or a call there ran the code that made it. */
export interface Step {
  readonly kind: 'use' | 'call';
  readonly span: Span;
}

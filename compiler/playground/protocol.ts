import type { CompletionOffer } from '../language/complete.ts';
import type { Hover } from '../language/hover.ts';
import type { OutputLine } from '../language/output.ts';
import type { Place } from '../language/place.ts';
import type { TextEdit } from '../language/rename.ts';

/*
 * What the page asks the compiler, which runs beside it, and what it is told: plain data, so that it can be sent. Offsets
 * are UTF-16 offsets into the text of a file.
 */

/** A file as the page has it: a spec, or a text that a spec names. */
export interface PlayFile {
  readonly name: string;
  readonly text: string;
}

/** A finding as the page shows it. */
export interface PlayFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place?: Place;
  readonly labels: readonly (Place & { readonly text: string })[];
  readonly help: readonly string[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** What the specs become. */
export interface PlayOutput {
  readonly findings: readonly PlayFinding[];
  /** Empty where a finding is an error. */
  readonly artifacts: readonly { readonly path: string; readonly text: string }[];
  /** How long it took. */
  readonly milliseconds: number;
}

/** A piece of a line of a text, and what colour it has. */
export interface PaintedText {
  readonly text: string;
  readonly paint?: 'added' | 'changed' | 'removed' | 'faint' | 'alarm';
}

/** What changes from the base to what the files say now. */
export interface PlayChanges {
  /** The things that change, line by line. */
  readonly lines: readonly (readonly PaintedText[])[];
  /** The differences of the files as a unified diff; its end is left out where it is very long. */
  readonly unified: string;
}

/** The picture of the pipeline in the language of Graphviz, and where its nodes are written. */
export interface PlayPicture {
  readonly dot: string;
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly place?: Place }[];
}

/** All that can be asked: the arguments, and the answer. */
export interface Questions {
  /** Takes new texts. Whatever is asked later is about them. */
  readonly update: { readonly ask: { readonly files: readonly PlayFile[] }; readonly answer: null };
  readonly compile: { readonly ask: object; readonly answer: PlayOutput };
  readonly complete: {
    readonly ask: { readonly file: string; readonly offset: number };
    readonly answer: readonly CompletionOffer[];
  };
  readonly hover: {
    readonly ask: { readonly file: string; readonly offset: number };
    readonly answer: Hover | null;
  };
  readonly outputLines: {
    readonly ask: { readonly file: string; readonly offset: number };
    readonly answer: readonly OutputLine[];
  };
  readonly origins: {
    readonly ask: { readonly path: string; readonly line: number };
    readonly answer: readonly Place[];
  };
  readonly picture: { readonly ask: object; readonly answer: PlayPicture };
  /** What changes from other files to the current ones. */
  readonly changes: { readonly ask: { readonly base: readonly PlayFile[] }; readonly answer: PlayChanges };
}

export type QuestionKind = keyof Questions;

/** A question as it is sent; the answer has its number. */
export type Question = {
  [K in QuestionKind]: { readonly id: number; readonly kind: K; readonly ask: Questions[K]['ask'] };
}[QuestionKind];

/** An answer as it is sent: `problem` where the compiler broke down, which is a bug of ours. */
export interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly problem?: string;
}

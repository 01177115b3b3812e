import type { Span } from '../text/span.ts';
import type { Code } from './codes.ts';
import type { Severity } from './define-codes.ts';

/** A second place that explains the first, such as "first defined here". */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

/** One replacement of text. Edits of one fix never overlap. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change of the spec that removes the finding. A safe one keeps the meaning that the author had in mind. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** What is wrong, where, and what to do. Data only: reports turn it into text. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Starts in lower case, has no full stop, names stand in backticks. */
  readonly message: string;
  /** Where; absent only when no file can be named. */
  readonly span?: Span;
  readonly labels: readonly Label[];
  /** What to do, one line each. */
  readonly help: readonly string[];
  readonly fixes: readonly Fix[];
}

/** Returns a text with all edits applied; their offsets are those of the text before, and they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

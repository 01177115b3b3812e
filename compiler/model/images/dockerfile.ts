import type { Origin } from '../../text/origin.ts';

/** A Dockerfile, instruction by instruction. */
export interface Dockerfile {
  readonly kind: 'dockerfile';
  readonly instructions: readonly Instruction[];
}

/** One instruction of a Dockerfile with the comment above it. Each text line is final: escaped and quoted. */
export interface Instruction {
  /** Lines of the comment above, without `#`. */
  readonly comments: readonly string[];
  /** The instruction, one entry per line; lines but the last are continued with a backslash. */
  readonly lines: readonly InstructionLine[];
  readonly origin: Origin;
}

/** A line of an instruction; without an origin it has that of the instruction. */
export interface InstructionLine {
  readonly text: string;
  readonly origin?: Origin;
}

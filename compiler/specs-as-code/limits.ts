import { MAX_DEPTH, MAX_FILE_BYTES, MAX_REPEATED_NODES } from '../source/limits.ts';

/** How much a spec may use while it is evaluated. */
export interface EvaluationLimits {
  /** Bytes of memory. */
  readonly memory: number;
  /** Bytes of stack. */
  readonly stack: number;
  /** How often the engine looks up from its work, once in some ten thousand steps; the same on every machine. */
  readonly ticks: number;
  /** How many turns the loops of the engine may make, whether or not it looks up; the same on every machine. */
  readonly turns: number;
  /** Milliseconds of processor time; decides only where the engine copies or recurses without a loop. */
  readonly time: number;
  readonly depth: number;
  readonly nodes: number;
  readonly characters: number;
}

/** How much the files of a project may ask of TypeScript. All but time and memory is the same on every machine. */
export interface CheckLimits {
  /** The most files that the specs of one project may import. */
  readonly files: number;
  /** Characters of all files. */
  readonly characters: number;
  /** Pieces of syntax of all files. */
  readonly nodes: number;
  /** How deep syntax may be nested. */
  readonly depth: number;
  /** Types, signatures and properties of types that are made to check all files, beyond two for each piece of syntax. */
  readonly types: number;
  /** Milliseconds of processor time for all files; decides only where TypeScript makes nothing that is counted. */
  readonly time: number;
  /** Megabytes of memory. */
  readonly heap: number;
}

/** What specs in TypeScript may use. */
export interface SpecLimits {
  readonly check: CheckLimits;
  readonly evaluation: EvaluationLimits;
}

/** What is far more than a spec needs, and ends one that has no end in seconds. */
export const specLimits: SpecLimits = {
  check: {
    files: 500,
    characters: 2 * MAX_FILE_BYTES,
    nodes: 1_000_000,
    depth: 1_000,
    types: 200_000,
    time: 20_000,
    heap: 1_024,
  },
  evaluation: {
    memory: 64 * 1024 * 1024,
    stack: 256 * 1024,
    ticks: 10_000,
    turns: 800_000_000,
    time: 30_000,
    depth: MAX_DEPTH,
    nodes: MAX_REPEATED_NODES,
    characters: MAX_FILE_BYTES,
  },
};

import { MAX_DEPTH, MAX_FILE_BYTES, MAX_REPEATED_NODES } from '../source/limits.ts';
import type { EvaluationLimits } from './worker/protocol.ts';

/** What a spec in TypeScript may use while it is evaluated, and how large its value may be. */
export const evaluationLimits: EvaluationLimits = {
  memory: 64 * 1024 * 1024,
  stack: 256 * 1024,
  ticks: 10_000,
  depth: MAX_DEPTH,
  nodes: MAX_REPEATED_NODES,
  characters: MAX_FILE_BYTES,
};

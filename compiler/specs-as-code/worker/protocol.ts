import type { Sites } from '../instrument/sites.ts';

/** What the worker needs to know before it can evaluate anything. */
export interface WorkerSetup {
  /** Addresses of the two modules that QuickJS comes in. */
  readonly engine: string;
  readonly variant: string;
  /** The code of `sandbox/main.ts`. */
  readonly sandbox: string;
}

/** How much a spec may use. */
export interface EvaluationLimits {
  /** Bytes of memory. */
  readonly memory: number;
  /** Bytes of stack. */
  readonly stack: number;
  /** How often the engine looks up from its work, once in some ten thousand steps; the same on every machine. */
  readonly ticks: number;
  readonly depth: number;
  readonly nodes: number;
  readonly characters: number;
}

/** The specs of one project, ready to run. */
export interface EvaluationRequest {
  /** Code by the name of its module. */
  readonly modules: Readonly<Record<string, string>>;
  readonly sites: Sites;
  /** The modules that hold the specs. */
  readonly entries: readonly string[];
  readonly limits: EvaluationLimits;
}

/** What the worker says about one entry: an outcome as JSON, or the words of the engine when it gave up. */
export interface EvaluationAnswer {
  readonly entry: string;
  readonly outcome?: string;
  readonly gaveUp?: string;
  readonly stack?: string;
}

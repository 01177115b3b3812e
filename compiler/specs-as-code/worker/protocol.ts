import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../text/span.ts';
import type { AllowedRead } from '../allowed-files.ts';
import type { Evaluated } from '../evaluated.ts';
import type { Sites } from '../instrument/sites.ts';
import type { EvaluationLimits, SpecLimits } from '../limits.ts';

/** What the thread that holds the engine needs to know before it can evaluate anything. */
export interface EngineSetup {
  /** Addresses of the two modules that QuickJS comes in. */
  readonly engine: string;
  readonly variant: string;
  /** Address of the module of WebAssembly that QuickJS is. */
  readonly wasm: string;
  /** The code of `sandbox/main.ts`. */
  readonly sandbox: string;
}

/** A spec, ready to run. */
export interface EvaluationRequest {
  /** Code by the name of its module. */
  readonly modules: Readonly<Record<string, string>>;
  readonly sites: Sites;
  /** The module that holds the spec. */
  readonly entry: string;
  readonly limits: EvaluationLimits;
}

/** What the engine says about one spec: an outcome as JSON, or its words when it gave up. */
export interface EvaluationAnswer {
  readonly outcome?: string;
  readonly gaveUp?: string;
  readonly stack?: string;
}

/** What the thread that holds TypeScript needs to know; it starts the one with the engine itself. */
export interface TypeScriptSetup {
  /** The file that TypeScript is. */
  readonly typescript: string;
  readonly engine: EngineSetup;
  /** The code of `worker/sandbox-thread.ts`. */
  readonly engineCode: string;
}

/** The specs of one project in TypeScript, as they stand in their files. */
export interface SpecsRequest {
  readonly kind: 'specs';
  /** The project folder as a path below the root. */
  readonly project: string;
  readonly specs: readonly SourceFile[];
  readonly limits: SpecLimits;
}

/** Asks for a file or the names in a folder; the thread reads nothing itself. */
export interface FileQuestion {
  readonly kind: 'read' | 'list';
  readonly path: string;
}

/** The answer to the question that was asked last. */
export type FileAnswer =
  | { readonly kind: 'read'; readonly read: AllowedRead }
  | { readonly kind: 'list'; readonly names: readonly string[] };

/** Says what comes next, so that it is known when it has no end. */
export interface Progress {
  readonly kind: 'at';
  readonly doing: Doing;
  /** Name of the file. */
  readonly name: string;
}

/** What is done with a file. */
export type Doing = 'read' | 'check' | 'evaluate';

/** What came of checking and evaluating. Files of spans have their names and no text. */
export interface SpecsAnswer {
  readonly kind: 'answer';
  readonly evaluated: Evaluated;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether TypeScript gave up, so that nothing is known about the other specs of the project. */
  readonly gaveUp: boolean;
}

/** All that the thread with TypeScript says. */
export type TypeScriptMessage = FileQuestion | Progress | SpecsAnswer;

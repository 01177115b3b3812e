import type { Sourced } from '../../../text/sourced.ts';
import type { SecretReference } from '../secret-key.ts';
import type { ScriptBase } from './script-base.ts';

/** A script that reads files of the project's own. */
interface StartFilesScript extends ScriptBase {
  /** Values that the files read. */
  readonly secrets: readonly SecretReference[];
}

/** Applies files of Configuration as Code, all at once: they must not contradict each other. */
export interface CascScript extends StartFilesScript {
  readonly kind: 'casc';
  /** Absolute paths in the pod. */
  readonly files: readonly Sourced<string>[];
}

/** Runs scripts of the project's own. */
export interface OwnScriptsScript extends StartFilesScript {
  readonly kind: 'own-scripts';
  readonly files: readonly {
    /** Absolute path in the pod. */
    readonly path: Sourced<string>;
    /** Name of the class that Groovy makes of it. */
    readonly className: string;
  }[];
}

import type { PlayFile } from './protocol.ts';

/** The scripts of the playground, and the examples to begin with. */
export interface PlaygroundProgram {
  /** The script of the page itself. */
  readonly page: string;
  /** The compiler and Graphviz as programs for workers: JavaScript, packed by gzip, in base64. */
  readonly service: string;
  readonly picture: string;
  readonly examples: readonly {
    readonly name: string;
    readonly about: string;
    readonly files: readonly PlayFile[];
  }[];
}

/** Filled in where the command is bundled: bundles are made of all this, and are no part of the sources. */
export const playgroundProgram: PlaygroundProgram | undefined = undefined;

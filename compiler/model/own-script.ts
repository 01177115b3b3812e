import type { ItemNode } from '../../jenkins/shared/node.ts';
import type { TracedText } from '../text/traced-text.ts';

/** A Job DSL file of the project's own, which the seed job runs after the generated ones. */
export interface OwnScript extends ItemNode {
  /** Name of the script without its ending: a Java identifier, since the engine refuses other names. */
  readonly name: string;
  /** Path of the file, relative to the specs. */
  readonly file: string;
  /** The file as it is. */
  readonly text: TracedText;
}

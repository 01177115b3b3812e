import type { Family } from './family.ts';
import type { Fragment } from './fragment.ts';
import type { ItemNode } from './node.ts';
import type { Text } from './text.ts';

/** What jobs, folders and views have in common. */
export interface ItemBase extends ItemNode {
  /** Full name; folders are separated by `/`. */
  readonly name: Text;
  /** The Job DSL file that the item goes to. */
  readonly family: Family;
  readonly description?: Text | undefined;
  readonly fragments?: readonly Fragment[] | undefined;
}

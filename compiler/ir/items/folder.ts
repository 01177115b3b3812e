import type { ItemBase } from './base.ts';
import type { Text } from './text.ts';

/** A folder of jobs. Folders stand before what they hold. */
export interface Folder extends ItemBase {
  readonly kind: 'folder';
  readonly displayName?: Text | undefined;
}

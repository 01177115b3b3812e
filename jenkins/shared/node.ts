import type { Origin } from '../../compiler/text/origin.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type { Fragment } from './fragment.ts';

/** What every node of a job, folder or view has in common. */
export interface ItemNode {
  readonly origin: Origin;
}

/** What jobs, folders and views have in common. */
export interface ItemBase extends ItemNode {
  /** Full name; folders are separated by `/`. */
  readonly name: Text;
  /** The Job DSL file that the item goes to. */
  readonly family: Family;
  readonly description?: Text | undefined;
  /** What a comment above it names as its place; absent where that is its origin. */
  readonly writtenAt?: Origin | undefined;
  readonly fragments?: readonly Fragment[] | undefined;
}

/** The Job DSL file that an item goes to; a Java identifier, since the engine refuses other names. */
export type Family =
  | 'folders'
  | 'build_jobs'
  | 'image_jobs'
  | 'environment_jobs'
  | 'deploy_jobs'
  | 'test_jobs'
  | 'service_jobs'
  | 'jobs'
  | 'views';

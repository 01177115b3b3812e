import type { Sourced } from '../../text/sourced.ts';
import type { Labels } from './labels.ts';

/** What a ConfigMap holds. */
export interface GistContent {
  /** The name in the manifest, where there is one. */
  readonly name?: Sourced<string>;
  readonly labels: Labels;
  readonly data: Labels | undefined;
  readonly binaryData?: Labels | undefined;
  /** Bytes of all keys and values. */
  readonly size: number;
}

/** Returns the bytes that a text takes in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

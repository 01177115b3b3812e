import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy } from '../../text/origin.ts';

/** Why objects are applied as they are. */
export const appliedByServer = fromPolicy(
  'The server merges what is applied: twice changes nothing, and what no spec speaks of stays as it is.',
);

/**
 * Returns the command that applies a file. The server merges, under one field manager for all jobs: applying a file
 * twice changes nothing, and fields that no spec speaks of, such as the pods that an autoscaler wants, stay with
 * whoever set them. What a spec does speak of wins over a change by hand (`--force-conflicts`), as it always did.
 */
export function applyCommand(file: string): string {
  return `kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=${shellWord(file)}`;
}

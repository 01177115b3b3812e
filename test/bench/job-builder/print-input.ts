import { dump } from 'js-yaml';
import type { Yaml } from './yaml.ts';

/** Returns a file of Job Builder's input. Texts of several lines are block scalars, as people write them. */
export function printInput(entries: readonly Yaml[]): string {
  return dump(entries, { lineWidth: -1, noRefs: true });
}

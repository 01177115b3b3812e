import type { Ir } from '../../compiler/model/ir.ts';
import type { TracedText } from '../../compiler/text/traced-text.ts';
import type { Emitter } from '../../emitters/emitter.ts';
import type { Item } from '../../jenkins/all-items.ts';

/** Returns what an emitter of jobs makes of items, by path. Such an emitter looks at nothing else of the IR. */
export function emitItems(emitter: Emitter, items: readonly Item[]): ReadonlyMap<string, TracedText> {
  const ir = { items, ownScripts: [] } as unknown as Ir;
  return new Map(emitter.emit(ir).map(({ path, content }) => [path, content]));
}

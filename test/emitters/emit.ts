import type { Artifact } from '../../compiler/model/artifact.ts';
import type { Controller } from '../../compiler/model/controller/controller.ts';
import { onlyInitScripts } from '../../compiler/model/controller/scripts/init-script-files.ts';
import type { Ir } from '../../compiler/model/ir.ts';
import type { TracedText } from '../../compiler/text/traced-text.ts';
import type { Emitter } from '../../emitters/emitter.ts';
import { initGroovy } from '../../emitters/init-groovy/index.ts';
import type { Item } from '../../jenkins/all-items.ts';

/** Returns what an emitter of jobs makes of items, by path. Such an emitter looks at nothing else of the IR. */
export function emitItems(emitter: Emitter, items: readonly Item[]): ReadonlyMap<string, TracedText> {
  const ir = { items, ownScripts: [] } as unknown as Ir;
  return new Map(emitter.emit(ir).map(({ path, content }) => [path, content]));
}

/** Returns the init scripts of a controller, each with the name of its file. */
export function initScriptsOf(controller: Controller): readonly (Artifact & { readonly name: string })[] {
  const files = onlyInitScripts(initGroovy.emit({ controller, project: controller.project }));
  return files.map((file) => ({ ...file, name: file.path.slice(file.path.lastIndexOf('/') + 1) }));
}

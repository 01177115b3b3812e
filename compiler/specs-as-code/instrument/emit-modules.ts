import type ts from 'typescript';
import { type ModuleGraph, virtualPath } from '../check/module-graph.ts';
import { instrument } from './instrument.ts';
import { jsonModule } from './json-module.ts';
import { runtimeImport } from './runtime-names.ts';
import { Tables } from './tables.ts';

/** The modules of a project as code that the sandbox runs. */
export interface EmittedModules {
  /** Code by the name of its module. */
  readonly code: ReadonlyMap<string, string>;
  /** Source maps (JSON) by the name of the module; modules made of JSON have none. */
  readonly maps: ReadonlyMap<string, string>;
  readonly tables: Tables;
}

/** Returns the modules of a program that has no errors, instrumented and without types. */
export function emitModules(program: ts.Program, graph: ModuleGraph): EmittedModules {
  const tables = new Tables();
  const code = new Map<string, string>();
  const maps = new Map<string, string>();
  const checker = program.getTypeChecker();
  const targets = new Map(
    [...graph.modules.values()].map(({ path, imports }) => [virtualPath(path), imports]),
  );
  const before = [instrument({ tables, checker }, (name) => targets.get(name))];
  for (const { path } of graph.modules.values()) {
    const name = virtualPath(path);
    const source = program.getSourceFile(name);
    if (source === undefined) continue;
    if (path.endsWith('.json')) {
      code.set(name, jsonModule(source, tables) + runtimeImport);
      continue;
    }
    const write = (file: string, text: string) => {
      if (file.endsWith('.map')) maps.set(name, text);
      else code.set(name, text.replace(/\/\/# sourceMappingURL=.*\s*$/, '') + runtimeImport);
    };
    program.emit(source, write, undefined, false, { before });
  }
  return { code, maps, tables };
}

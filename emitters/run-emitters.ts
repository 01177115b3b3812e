import type { Artifact } from '../compiler/model/artifact.ts';
import type { Ir, IrPart } from '../compiler/model/ir.ts';
import { compareText } from '../compiler/util/compare-text.ts';
import type { Emitter } from './emitter.ts';

/**
 * Returns the files of the emitters that are wanted (names; all of them when absent), sorted by path. The first step of
 * an emitter is run once, however many others read its files, and only for those when it is not wanted itself.
 */
export function runEmitters(
  emitters: readonly Emitter[],
  wanted: readonly string[] | undefined,
  ir: Ir,
): readonly Artifact[] {
  const made = new Map<string, readonly Artifact[]>();
  const filesOf = (name: string): readonly Artifact[] => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const files = emitterNamed(emitters, name).emit(ir);
    made.set(name, files);
    return files;
  };
  const all: Artifact[] = [];
  for (const { name, afterFiles } of wantedOf(emitters, wanted)) {
    for (const file of filesOf(name)) all.push(file);
    for (const file of afterFiles?.emit(ir, filesOf) ?? []) all.push(file);
  }
  return all.sort((a, b) => compareText(a.path, b.path));
}

/** Returns the parts of the IR that the emitters that are wanted read, and those whose files they read. */
export function partsRead(
  emitters: readonly Emitter[],
  wanted: readonly string[] | undefined,
): readonly IrPart[] {
  return wantedOf(emitters, wanted).flatMap(({ needs, afterFiles }) => [
    ...needs,
    ...(afterFiles?.reads ?? []).flatMap((name) => emitterNamed(emitters, name).needs),
  ]);
}

function wantedOf(emitters: readonly Emitter[], wanted: readonly string[] | undefined): readonly Emitter[] {
  return wanted === undefined ? emitters : emitters.filter(({ name }) => wanted.includes(name));
}

function emitterNamed(emitters: readonly Emitter[], name: string): Emitter {
  const found = emitters.find((emitter) => emitter.name === name);
  if (found === undefined) throw new Error(`an emitter reads the files of ${name}, which is none`);
  return found;
}

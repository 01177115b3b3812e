import { impliedNames } from './names/implied-names.ts';
import { nameIndex } from './names/name-index.ts';
import type { NameUse } from './names/name-use.ts';
import type { Place } from './place.ts';
import type { ProjectView } from './workspace.ts';

/**
 * Returns where the thing is defined that the text at a place names; its own place where it is defined there. A service
 * that runs the application of its name leads to the application, too.
 */
export function definitionAt(view: ProjectView, file: string, offset: number): readonly Place[] {
  const use = nameAt(view, file, offset);
  if (use === undefined) return [];
  const { usesOf } = nameIndex(view);
  const meant = impliedNames(view).filter(
    ({ place, file: { name } }) => name === file && place !== undefined && covers(place, offset),
  );
  const found = [...meant, use].flatMap((each) => usesOf(each).filter(({ isDeclaration }) => isDeclaration));
  return distinctPlaces(found.map(placeOfUse));
}

/** Returns every place that names the same thing, its declaration included, by file and place. */
export function referencesAt(view: ProjectView, file: string, offset: number): readonly Place[] {
  const use = nameAt(view, file, offset);
  if (use === undefined) return [];
  const uses = nameIndex(view).usesOf(use);
  const ids = new Set(uses.map(({ id }) => id));
  const implied = impliedNames(view).flatMap(({ id, place, file: { name } }): readonly Place[] =>
    place !== undefined && ids.has(id) ? [{ file: name, ...place }] : [],
  );
  return distinctPlaces([...uses.map(placeOfUse), ...implied]).sort((a, b) =>
    a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
  );
}

/** Returns the name at a place, the one in front of it where it stands between two. */
export function nameAt(view: ProjectView, file: string, offset: number): NameUse | undefined {
  const { uses } = nameIndex(view);
  const here = uses.filter((use) => use.file.name === file && covers(use, offset));
  return here.find(({ end }) => offset < end) ?? here[0];
}

function covers({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Returns the place of a use. */
export function placeOfUse({ file, start, end }: NameUse): Place {
  return { file: file.name, start, end };
}

function distinctPlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.start} ${place.end} ${place.file}`, place])).values()];
}

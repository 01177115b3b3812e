/** The five kinds of specs. */
export type SpecKind = 'build' | 'application' | 'environments' | 'jenkins' | 'jobs';

/** The file names of each kind; `containers.bitesize` is another name for the application spec. */
const kinds: ReadonlyMap<string, SpecKind> = new Map([
  ['build', 'build'],
  ['application', 'application'],
  ['containers', 'application'],
  ['environments', 'environments'],
  ['jenkins', 'jenkins'],
  ['jobs', 'jobs'],
]);

/** The names that a project's specs may have, in the order in which they are read. */
export const specFileNames: readonly string[] = [...kinds.keys()].map((name) => `${name}.bitesize`);

/** The same names, and those of specs in TypeScript. */
export const allSpecFileNames: readonly string[] = specFileNames.flatMap((name) => [name, `${name}.ts`]);

/** Returns whether a file is a spec in TypeScript, or one that such a spec imports, and not YAML. */
export function isCode({ name }: { readonly name: string }): boolean {
  return /\.(ts|json)$/.test(name);
}

/** Returns the kind of a spec by its file name, whatever folder it is in, or undefined for another file. */
export function specKindOf(path: string): SpecKind | undefined {
  const name = /([^/\\]*)\.bitesize(\.ts)?$/.exec(path)?.[1];
  return name === undefined ? undefined : kinds.get(name);
}

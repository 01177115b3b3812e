/** The kinds of specs that a project is described by. */
export type ProjectSpecKind = 'build' | 'application' | 'environments' | 'jenkins' | 'jobs';

/** All kinds: those of projects, and the one of a fleet. */
export type SpecKind = ProjectSpecKind | 'controllers';

/** The file names of each kind of a project; `containers.bitesize` is another name for the application spec. */
const kinds: ReadonlyMap<string, ProjectSpecKind> = new Map([
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

/** The names that the spec of a fleet may have. */
export const fleetSpecNames: readonly string[] = ['controllers.bitesize', 'controllers.bitesize.ts'];

/** Returns whether a file is a spec in TypeScript, or one that such a spec imports, and not YAML. */
export function isCode({ name }: { readonly name: string }): boolean {
  return /\.(ts|json)$/.test(name);
}

const [SPEC_END, CODE_END] = ['.bitesize', '.ts'];

/**
 * Returns the kind of a spec by its file name, whatever folder it is in, or undefined for another file. Most paths that
 * are asked about are those of other files, so they are looked at from their ends.
 */
export function specKindOf(path: string): SpecKind | undefined {
  const end = path.endsWith(CODE_END) ? path.length - CODE_END.length : path.length;
  if (!path.endsWith(SPEC_END, end)) return undefined;
  const start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  const name = path.slice(start, end - SPEC_END.length);
  return name === 'controllers' ? name : kinds.get(name);
}

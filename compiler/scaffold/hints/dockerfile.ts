import { dockerfileInstructions } from '../../util/dockerfile-instructions.ts';
import type { Found, SourceFolder } from '../source-folder.ts';

/** What a Dockerfile says about the program in it. */
export interface DockerfileFacts {
  /** Its path from the folder that was looked at. */
  readonly path: string;
  readonly port?: Found<number>;
  /** The images that its stages start from. */
  readonly bases: readonly string[];
  /** What it copies from its context. */
  readonly sources: readonly string[];
}

/** Returns the name of the Dockerfile that a folder is built with: the one that says so, else the only one, or that for production. */
export function dockerfileIn({ files }: SourceFolder): string | undefined {
  const plain = ['Dockerfile', 'Containerfile'].find((name) => files.has(name));
  if (plain !== undefined) return plain;
  const all = [...files].filter((name) => /^Dockerfile\.[\w-]+$|^[\w.-]+\.Dockerfile$/.test(name)).sort();
  return all.length === 1 ? all[0] : all.find((name) => /prod/i.test(name));
}

/** Returns what a Dockerfile of a folder says; nothing when there is none. */
export function readDockerfile(folder: SourceFolder, name: string): DockerfileFacts | undefined {
  const text = folder.text(name);
  if (text === undefined) return undefined;
  const instructions = dockerfileInstructions(text);
  const valuesOf = (wanted: string) =>
    instructions.flatMap((each) => (each.name === wanted ? [wordsOf(each.value)] : []));
  const path = folder.at(name);
  const port = Number(/^(\d{1,5})(?:\/tcp)?$/.exec(valuesOf('EXPOSE').at(-1)?.[0] ?? '')?.[1]);
  return {
    path,
    ...(port >= 1 && port <= 65535 ? { port: { value: port, from: path } } : {}),
    bases: valuesOf('FROM').flatMap(([image]) => image ?? []),
    sources: [...valuesOf('COPY'), ...valuesOf('ADD')].flatMap((words) => words.slice(0, -1)),
  };
}

/** The words of an instruction without its flags; what comes from another stage has no words of the context. */
function wordsOf(value: string): readonly string[] {
  const words = value.split(/\s+/);
  if (words.some((word) => word.startsWith('--from='))) return [];
  return words
    .filter((word) => !word.startsWith('--'))
    .map((word) => word.replace(/^\["?|"?[,\]]$|^"|"$/g, ''));
}

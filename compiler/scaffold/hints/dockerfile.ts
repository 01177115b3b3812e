import { dockerfileInstructions } from '../../util/dockerfile-instructions.ts';
import { parseJson } from '../../util/parse-json.ts';
import type { Found, SourceFolder } from '../source-folder.ts';

/** What a Dockerfile says about the program in it. */
export interface DockerfileFacts {
  readonly port?: Found<number>;
  /** The image that the last stage starts from. */
  readonly base?: Found<string>;
  /** The command, when it can be told. */
  readonly command?: Found<string>;
}

/** Returns what the Dockerfile of a folder says; nothing when there is none. */
export function readDockerfile(folder: SourceFolder): DockerfileFacts {
  const text = folder.text('Dockerfile');
  if (text === undefined) return {};
  const instructions = dockerfileInstructions(text);
  const last = (name: string) => instructions.filter((each) => each.name === name).at(-1)?.value;
  const from = folder.at('Dockerfile');
  const stages = instructions.filter(({ name }) => name === 'FROM').map(({ value }) => value.split(/\s+/));
  const port = Number(/^(\d{1,5})(?:\/tcp)?(?:\s|$)/.exec(last('EXPOSE') ?? '')?.[1]);
  const base = baseOf(stages);
  const command = commandOf(last('ENTRYPOINT'), last('CMD'));
  return {
    ...(port >= 1 && port <= 65535 ? { port: { value: port, from } } : {}),
    ...(base === undefined ? {} : { base: { value: base, from } }),
    ...(command === undefined ? {} : { command: { value: command, from } }),
  };
}

/** The image of the last stage; a stage that starts from another one has the image of that. */
function baseOf(stages: readonly (readonly string[])[]): string | undefined {
  const words = stages.map((stage) => stage.filter((word) => !word.startsWith('--')));
  let at = words.at(-1);
  for (let turn = 0; turn < words.length; turn++) {
    const earlier = words.find(([, as, name]) => as?.toLowerCase() === 'as' && name === at?.[0]);
    if (earlier === undefined || earlier === at) break;
    at = earlier;
  }
  const image = at?.[0];
  return image === undefined || image.includes('$') || image === 'scratch' ? undefined : image;
}

/** A command of words that a shell takes as they are. */
function commandOf(entrypoint: string | undefined, command: string | undefined): string | undefined {
  const words = [...(wordsOf(entrypoint) ?? []), ...(wordsOf(command) ?? [])];
  // A script of the image that starts it is not in the package.
  const isPlain = words.every((word) => /^[\w@%+=:,./-]+$/.test(word));
  return words.length === 0 || !isPlain || /(^|\/)[\w.-]*entrypoint[\w.-]*$/.test(words[0] ?? '')
    ? undefined
    : words.join(' ');
}

function wordsOf(value: string | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!value.startsWith('[')) return value.split(/\s+/);
  const parsed = parseJson(value);
  return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
}

import { byText } from '../util/by-text.ts';
import data from './data/agent-images.json' with { type: 'json' };

/** What is known of an image that steps run in. */
export interface AgentImage {
  /** Whether its user is root. */
  readonly isRoot: boolean;
  /** Whether it lacks a command. Commands that nobody listed are never said to be missing. */
  readonly lacks: (command: string) => boolean;
}

/** Package of Debian for each command that the images of agents lack; empty where Debian has none. */
export const debianPackages: ReadonlyMap<string, string> = new Map(Object.entries(data.tools));

const agents: ReadonlyMap<string, { readonly user: string; readonly tools: readonly string[] }> = new Map(
  Object.entries(data.agents),
);
const packaged: ReadonlySet<string> = new Set(data.packaged);
const languages: ReadonlySet<string> = new Set(data.languages);
const systems: ReadonlySet<string> = new Set(data.systems);
const halves: ReadonlySet<string> = new Set(data.halves);

/** Returns what an image of the Jenkins project has, undefined for any other and for those of Windows. */
export const agentImage = byText((image): AgentImage | undefined => {
  const { name, tag } = splitImage(image);
  const known = agents.get(name);
  if (known === undefined || /windows|nanoserver/.test(tag)) return undefined;
  const more = Object.entries(data.variants).flatMap(([word, tools]) => (tag.includes(word) ? tools : []));
  const has = new Set([...known.tools, ...more]);
  return {
    isRoot: known.user === 'root',
    lacks: (command) => debianPackages.has(command) && !has.has(command),
  };
});

/** Returns whether a public image is known to hold no program that connects to a controller. */
export function cannotConnect(image: string): boolean {
  const { name } = splitImage(image);
  return languages.has(name) || systems.has(name) || halves.has(name);
}

/** Returns whether an image is a public one that somebody takes for its compilers and interpreters. */
export function isLanguageImage(image: string): boolean {
  return languages.has(splitImage(image).name);
}

/** Returns whether a command often comes from gems or Python packages: whoever installs some may have installed it. */
export function isPackaged(command: string): boolean {
  return packaged.has(command);
}

/** Returns the name and the tag of an image; the name of one of Docker Hub, which is written in several ways, as its page has it. */
export function splitImage(image: string): { readonly name: string; readonly tag: string } {
  const [named = ''] = image.trim().split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const name = colon === -1 ? named : named.slice(0, colon);
  return {
    name: name.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, ''),
    tag: colon === -1 ? '' : named.slice(colon + 1),
  };
}

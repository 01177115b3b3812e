import { type AgentImage, debianPackages, splitImage } from './agent-images.ts';
import data from './data/build-images.json' with { type: 'json' };

/** A public image that people build in, and what is in its variants. */
interface BuildImage {
  /** The oldest version that this is about. */
  readonly since: string;
  /** What the usual variant is made of. */
  readonly base: string;
  /** What the variant `slim` is made of, where there is one. */
  readonly slim?: string;
  /** Of all variants. */
  readonly tools: readonly string[];
  /** Of the usual variant alone. */
  readonly full?: readonly string[];
}

const images: ReadonlyMap<string, BuildImage> = new Map(Object.entries<BuildImage>(data.images));
const bases: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.bases));
const listed: ReadonlySet<string> = new Set(data.tools);
const offers: ReadonlyMap<string, string> = new Map(Object.entries(data.offers));

/** Returns what a public image has that people build in; undefined for others, older ones, and other systems. */
export function buildImage(image: string): AgentImage | undefined {
  const { name, tag } = splitImage(image);
  const known = images.get(name);
  if (known === undefined || data.foreign.some((word) => tag.includes(word)) || isOlder(tag, known.since))
    return undefined;
  const variant = /(^|-)alpine/.test(tag) ? 'alpine' : /(^|-)slim/.test(tag) ? 'slim' : 'full';
  const base = variant === 'alpine' ? 'alpine' : variant === 'slim' ? known.slim : known.base;
  const fromBase = base === undefined ? undefined : bases.get(base);
  if (fromBase === undefined) return undefined;
  const has = new Set([...fromBase, ...known.tools, ...(variant === 'full' ? (known.full ?? []) : [])]);
  return {
    isRoot: true,
    lacks: (command) => (debianPackages.has(command) || listed.has(command)) && !has.has(command),
  };
}

/** A tag without a version, such as `lts`, means one of today. */
function isOlder(tag: string, since: string): boolean {
  const [version] = /^\d+(\.\d+)?/.exec(tag) ?? [];
  if (version === undefined) return false;
  const [major = 0, minor] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = since.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor !== undefined && minor < oldestMinor);
}

/** Returns the image whose page says that a program is in it, for advice; undefined where there is none. */
export function imageWith(program: string): string | undefined {
  return offers.get(program);
}

/**
 * Returns the tag of the variant with a shell of a public image that has none, empty where there is no such variant;
 * undefined for all other images. Without a shell no step can run in a container, and nothing keeps it waiting.
 */
export function shellVariant(image: string): string | undefined {
  const { name, tag } = splitImage(image);
  for (const [known, variant] of Object.entries(data.shellless)) {
    if (known.endsWith('/') ? !name.startsWith(known) : name !== known) continue;
    return /(^|-)(debug|debian|alpine)/.test(tag) ? undefined : variant;
  }
  return undefined;
}

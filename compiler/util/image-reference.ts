/** What an image reference says about which image it means. */
export interface ImageReference {
  /** With its colon. */
  readonly tag?: string | undefined;
  /** With its `@`. */
  readonly digest?: string | undefined;
}

const domain = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?`;
/**
 * The grammar also allows a host of capitals alone, so `ExampleOrg/app` is an image of the host `ExampleOrg` to it. There
 * is no such registry; somebody has written the name of an organisation as it is shown. Without a dot or a port a name
 * in front of the slash is a part of the path, as go-containerregistry has it.
 */
const host = `(?=[^/]*[.:[])${domain}`;
const component = `[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const path = `${component}(?:/${component})*`;
const tail = `(?<tag>:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?<digest>@[a-z0-9]+:[a-f0-9]{32,})?`;

const reference = new RegExp(`^(?:${host}/)?${path}${tail}$`);
const imagePath = new RegExp(`^${path}$`);
const registry = new RegExp(`^(?:${host}(?:/${path})?|${path})/*$`);

/** What distribution/reference refuses: it could be the id of an image. */
const IMAGE_ID = /^[a-f0-9]{64}$/;

/**
 * Returns the tag and the digest of an image reference, or undefined when the text is none. The grammar of
 * github.com/distribution/reference, but for hosts of capitals alone.
 */
export function imageReference(text: string): ImageReference | undefined {
  return IMAGE_ID.test(text) ? undefined : reference.exec(text)?.groups;
}

/** Returns whether a text can stand before the name of an image: a host, a port, a path, with slashes at its end. */
export function isRegistry(text: string): boolean {
  return registry.test(text);
}

/** Returns how to write the name of an image that is none for its capitals, to follow other advice; empty otherwise. */
export function lowerCaseAdvice(text: string): string {
  const lower = text.replace(/^[^:@]+/, (name) => name.toLowerCase());
  return lower !== text && imageReference(lower) !== undefined
    ? `: names of images are lower-case, \`${lower}\``
    : '';
}

/** Returns whether a text can be the name of an image, without registry and tag. */
export function isImagePath(text: string): boolean {
  return imagePath.test(text);
}

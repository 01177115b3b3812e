import type { Host } from '../../host/host.ts';

/** Returns whether an output path may be the name of an archive; one with a slash at its end is a folder's. */
export function isArchiveName(out: string): boolean {
  return /[^/][.]tar$/i.test(out);
}

/** The ends of names of archives that are not written. */
const others = /[^/][.](?:zip|tgz|tar[.](?:gz|bz2|xz|zst)|7z)$/i;

/**
 * Returns what is wrong with an output path that names an archive of another kind, or undefined. A folder that is there may
 * have any name.
 */
export function otherArchiveProblem({ files }: Pick<Host, 'files'>, out: string): string | undefined {
  if (!others.test(out) || files.status(out).ok) return undefined;
  return `\`--out ${out}\`: only archives with the ending \`.tar\` are written, without compression; a folder of this name is \`${out}/\``;
}

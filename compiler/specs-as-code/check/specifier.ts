/** A specifier of an import, resolved to a path below the root, or why it cannot be imported. */
export type ResolvedSpecifier =
  | { readonly kind: 'authoring' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'forbidden'; readonly problem: string; readonly help: string };

const HELP = "a spec imports from 'bitesize', and `.ts` and `.json` files by relative paths";

/** Letters that a path may have. Look-alikes of dots and slashes have no business in it. */
const PLAIN = /^[A-Za-z0-9._\-/@+ ]*$/;

/** Returns what a specifier means in the file `from`, a path below the root such as `web/build.bitesize.ts`. */
export function resolveSpecifier(from: string, specifier: string): ResolvedSpecifier {
  if (specifier === 'bitesize') return { kind: 'authoring' };
  const problem = problemOf(specifier);
  if (problem !== undefined) return { kind: 'forbidden', problem, help: HELP };
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.pop() === undefined) {
      return {
        kind: 'forbidden',
        problem: 'it lies outside the folder that specs may import from',
        help: '`--root` names the folder that holds all projects and what they share',
      };
    }
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return { kind: 'file', path: parts.join('/') };
}

function problemOf(specifier: string): string | undefined {
  if (!PLAIN.test(specifier) && !/^[a-z][a-z0-9+.-]*:/i.test(specifier))
    return 'its path has characters other than letters, digits, `.`, `-`, `_`, `@`, `+` and `/`';
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return 'it is an address, not a relative path';
  if (specifier.startsWith('/')) return 'it is an absolute path';
  if (!/^\.\.?\//.test(specifier)) return 'it is a package, not a relative path';
  if (specifier.split('/').some((part) => part === '')) return 'its path has an empty part';
  if (/\.d\.ts$/.test(specifier)) return 'it holds only declarations';
  if (!/[^/]\.(ts|json)$/.test(specifier)) return 'its path does not end in `.ts` or `.json`';
  return undefined;
}

import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Project } from '../../../link/project.ts';
import { spanOf } from '../../../text/origin.ts';
import { findsPath, fixedPart } from '../../../util/git-pattern.ts';
import { allowanceOf, suggestion } from '../../../util/suggestion.ts';
import type { RepositoryTree, RepositoryTrees } from '../../lowered.ts';

/**
 * Reports patterns of `paths` that find no file of the repository, and a `marker` that it does not have, where it is
 * there to look. What lies in a submodule, or only in the working tree, is not known.
 */
export function checkPaths(
  project: Project,
  trees: RepositoryTrees,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const { name, paths, pull_requests: requests } of project.components) {
    const tree = trees.get(name.value);
    if (tree === undefined) continue;
    for (const { value: pattern, origin } of paths) {
      if (/[[\]\\]/.test(pattern) || isUnknown(tree, fixedPart(pattern))) continue;
      if (tree.paths.some((path) => findsPath(pattern, path.replace(/\/$/, '')))) continue;
      const fixed = fixedPart(pattern);
      const names = namesOf(tree, fixed === pattern);
      const near = names.has(fixed) ? undefined : suggestion(fixed, names, allowanceOf(project));
      report(
        diagnose('request/no-such-path', { pattern, ref: tree.ref }, spanOf(origin), {
          help:
            near === undefined
              ? 'correct the pattern: it begins at the top of the repository'
              : `did you mean \`${near}${pattern.slice(fixed.length)}\`?`,
        }),
      );
    }
    const marker = requests?.marker;
    if (marker === undefined || isUnknown(tree, marker.value) || tree.paths.includes(marker.value)) continue;
    const near = suggestion(marker.value, tree.paths, allowanceOf(project));
    report(
      diagnose('request/no-such-marker', { marker: marker.value, ref: tree.ref }, spanOf(marker.origin), {
        help:
          near === undefined
            ? 'name a file that every branch has, such as `README.md`'
            : `did you mean \`${near}\`?`,
      }),
    );
  }
}

/** What is below a path with a slash at its end is not known. */
function isUnknown({ paths }: RepositoryTree, path: string): boolean {
  return paths.some((each) => each.endsWith('/') && `${path}/`.startsWith(each));
}

/** Returns the folders of a repository, and its files where one of them may be meant. */
function namesOf({ paths }: RepositoryTree, withFiles: boolean): ReadonlySet<string> {
  const names = new Set<string>(withFiles ? paths : []);
  for (const path of paths)
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) names.add(path.slice(0, at));
  return names;
}

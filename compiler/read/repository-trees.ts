import { checkSpec } from '../check/check-spec.ts';
import { type Git, openGit } from '../host/git.ts';
import { GitBlobs } from '../host/git-blobs.ts';
import { type GitFolder, type GitNode, parseGitTree } from '../host/git-tree.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import type { RepositoryTree, RepositoryTrees } from '../lower/lowered.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode, type SpecKind, specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/span.ts';
import { fixedPart } from '../util/git-pattern.ts';
import { isSameRepository } from '../util/git-url.ts';
import { repositoryPath } from '../util/repository-path.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** The most files of a repository that are looked at; the kernel of Linux has less than half of them. */
const MOST_PATHS = 200_000;

/** The largest Dockerfile that is read. */
const DOCKERFILE_BYTES = 256 * 1024;

/**
 * Returns what the repositories of components hold, as far as it is there to look: of components whose repository is
 * the one that the specs lie in (its remote `origin`). A file counts as there when the branch has it as it was fetched,
 * or the commit that is checked out, or the working tree. Git is only asked for projects that need to know, such as
 * those with Dockerfiles of their own, or patterns of files.
 */
export function repositoryTrees(host: Host, folder: string, sources: readonly SourceFile[]): RepositoryTrees {
  const trees = new Map<string, RepositoryTree>();
  if (!sources.some(mayAsk)) return trees;
  const application = specOf('application', sources);
  const builds = [...(application?.applications ?? []), ...(application?.containers ?? [])].flatMap(
    ({ name, build }) => (build === undefined ? [] : [{ component: (build.component ?? name).value, build }]),
  );
  const components = (specOf('build', sources)?.components ?? []).flatMap((component) => {
    const { name, repository, paths, pull_requests: requests } = component;
    const hasBuild = builds.some((build) => build.component === name.value);
    if (repository === undefined || !(hasBuild || paths.length > 0 || requests?.marker !== undefined))
      return [];
    return [
      {
        name,
        repository,
        named: [...paths, ...(requests?.marker === undefined ? [] : [requests.marker])].map(
          ({ value }) => value,
        ),
      },
    ];
  });
  if (components.length === 0) return trees;
  const opened = openGit(host, folder);
  if (!opened.ok) return trees;
  const { git } = opened;
  const origin = answer(git, ['remote', 'get-url', 'origin']).trim();
  for (const { name, repository, named } of components) {
    if (!isSameRepository(origin, repository.git.value)) continue;
    const dockerfiles = builds.flatMap(({ component, build }) => {
      if (component !== name.value) return [];
      const context = repositoryPath('', build.context.value);
      const path = context.ok ? repositoryPath(context.path, build.dockerfile.value) : context;
      return path.ok ? [path.path] : [];
    });
    const tree = treeAt(host, git, repository.branch.value, { dockerfiles, named });
    if (tree !== undefined) trees.set(name.value, tree);
  }
  return trees;
}

/** The words alone say little: what makes a package is told by one of them, too. */
function mayAsk(source: SourceFile): boolean {
  const kind = specKindOf(source.name);
  const words = kind === 'application' ? /\bbuild\b/ : kind === 'build' ? /\b(?:paths|marker)\b/ : undefined;
  return words !== undefined && (isCode(source) || words.test(source.text));
}

function specOf<K extends SpecKind>(kind: K, sources: readonly SourceFile[]) {
  const source = sources.find(({ name }) => specKindOf(name) === kind);
  const root = source && parseSource(source).root;
  return root && checkSpec(kind, root).spec;
}

/** What the specs name in a repository. */
interface NamedPaths {
  readonly dockerfiles: readonly string[];
  /** Patterns of files, and files. */
  readonly named: readonly string[];
}

function treeAt(
  host: Host,
  git: Git,
  branch: string,
  { dockerfiles, named }: NamedPaths,
): RepositoryTree | undefined {
  const name = branch.replace(/^(?:refs\/heads\/|\*\/|origin\/)/, '');
  const refs = /^[\w./-]+$/.test(name) ? [`refs/remotes/origin/${name}`, 'HEAD'] : ['HEAD'];
  const commits = refs.flatMap((ref) => {
    const id = answer(git, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${ref}^{commit}`,
    ]).trim();
    return /^[0-9a-f]{40,64}$/.test(id) ? [{ ref: ref.replace('refs/remotes/', ''), id }] : [];
  });
  const [first] = commits;
  const roots = commits.map(({ id }) =>
    parseGitTree(answer(git, ['ls-tree', '-r', '-z', '--full-tree', id])),
  );
  if (first === undefined || roots.some(({ entries }) => entries.size === 0)) return undefined;
  const paths = new Set(roots.flatMap((root) => pathsOf(root)));
  if (paths.size > MOST_PATHS) return undefined;
  const blobs = new GitBlobs(git);
  const texts = new Map<string, string>();
  for (const path of dockerfiles) {
    if (host.files.status(joinPath(git.top, path)).ok) paths.add(path);
    // The commit that is checked out is what the specs go with.
    const file = roots.map((root) => nodeAt(root, path)).findLast((node) => node?.kind === 'file');
    const bytes = file?.kind === 'file' ? blobs.read(file.id, DOCKERFILE_BYTES) : undefined;
    const decoded = bytes && decodeUtf8(bytes);
    if (decoded !== undefined && decoded.firstBad === undefined) texts.set(path, decoded.text);
  }
  for (const path of named.map(fixedPart)) {
    if (path === '' || !repositoryPath('', path).ok || roots.some((root) => nodeAt(root, path) !== undefined))
      continue;
    if (host.files.status(joinPath(git.top, path)).ok) paths.add(`${path}/`);
  }
  return { ref: first.ref, paths: [...paths].sort(), texts };
}

function answer(git: Git, argv: readonly string[]): string {
  const ran = git.run(argv);
  return ran.started && ran.code === 0 ? ran.stdout : '';
}

/** The files of a submodule are those of another repository: it stands for them with a slash at its end. */
function pathsOf(folder: GitFolder, prefix = ''): readonly string[] {
  return [...folder.entries].flatMap(([name, node]) => {
    const path = `${prefix}${name}`;
    if (node.kind === 'folder') return pathsOf(node, `${path}/`);
    return node.kind === 'other' ? [`${path}/`] : [path];
  });
}

function nodeAt(root: GitFolder, path: string): GitNode | undefined {
  return path
    .split('/')
    .reduce<GitNode | undefined>(
      (node, part) => (node?.kind === 'folder' ? node.entries.get(part) : undefined),
      root,
    );
}

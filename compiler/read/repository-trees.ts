import { checkSpec } from '../check/check-spec.ts';
import { pathBelow } from '../host/confined-files.ts';
import { type Git, openGit } from '../host/git.ts';
import { GitBlobs } from '../host/git-blobs.ts';
import { type GitFolder, type GitNode, parseGitTree } from '../host/git-tree.ts';
import type { Host } from '../host/host.ts';
import { joinPath } from '../host/path.ts';
import type { RepositoryTree, RepositoryTrees } from '../lower/lowered.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode, type SpecKind, specKindOf } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/span.ts';
import { branchName } from '../util/branch-name.ts';
import { fixedPart } from '../util/git-pattern.ts';
import { isSameRepository } from '../util/git-url.ts';
import { groupBy } from '../util/group-by.ts';
import { repositoryPath } from '../util/repository-path.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import type { ProjectFiles } from './read-project.ts';

/** The most files of a repository that are looked at; the kernel of Linux has less than half of them. */
const MOST_PATHS = 200_000;

/** The largest Dockerfile that is read. */
const DOCKERFILE_BYTES = 256 * 1024;

/**
 * Returns what the repositories of components hold, as far as it is there to look: of components whose repository is
 * the one that the specs lie in (its remote `origin`). A file counts as there when the branch has it as it was fetched,
 * or the commit that is checked out, or the working tree. Git is only asked for projects that need to know, such as
 * those with Dockerfiles of their own, or patterns of files; undefined for others, which their specs alone decide.
 */
export function repositoryTrees(
  host: Host,
  folder: string,
  sources: readonly SourceFile[],
): RepositoryTrees | undefined {
  const trees = new Map<string, RepositoryTree>();
  if (!sources.some(mayAsk)) return undefined;
  const application = specOf('application', sources);
  const builds = [...(application?.applications ?? []), ...(application?.containers ?? [])].flatMap(
    ({ name, build }) => (build === undefined ? [] : [{ component: (build.component ?? name).value, build }]),
  );
  const buildsOf = groupBy(builds, ({ component }) => component);
  const asking = (specOf('build', sources)?.components ?? []).flatMap((component) => {
    const { name, repository, paths, pull_requests: requests } = component;
    const named = [...paths, ...(requests?.marker === undefined ? [] : [requests.marker])];
    if (repository === undefined || !(buildsOf.has(name.value) || named.length > 0)) return [];
    return [{ name: name.value, repository, named: named.map(({ value }) => value) }];
  });
  if (asking.length === 0) return undefined;
  const opened = openGit(host, folder);
  if (!opened.ok) return trees;
  const { git } = opened;
  const origin = answer(git, ['remote', 'get-url', 'origin']).trim();
  const ours = asking.flatMap(({ name, repository, named }) =>
    isSameRepository(origin, repository.git.value)
      ? [{ name, named, branch: branchName(repository.branch.value) }]
      : [],
  );
  const listed = new Map<string, Listing | undefined>();
  for (const [branch, components] of groupBy(ours, (component) => component.branch)) {
    const dockerfiles = components.flatMap(({ name }) =>
      (buildsOf.get(name) ?? []).flatMap(({ build }) => {
        const context = repositoryPath('', build.context.value);
        const path = context.ok ? repositoryPath(context.path, build.dockerfile.value) : context;
        return path.ok ? [path.path] : [];
      }),
    );
    // One tree for all components of a branch: a large repository has many of them.
    const named = [...new Set(components.flatMap((component) => component.named))];
    const tree = treeAt(host, git, { branch, dockerfiles, named, listed });
    if (tree !== undefined) for (const { name } of components) trees.set(name, tree);
  }
  return trees;
}

/**
 * Returns a project that knows what the repositories of its components hold. They are looked at when somebody asks for
 * the first time: where the result of an earlier run is found, nobody does.
 */
export function withTrees(host: Host, folder: string, project: ProjectFiles): ProjectFiles {
  let looked: { readonly trees: RepositoryTrees | undefined } | undefined;
  return {
    ...project,
    get trees() {
      looked ??= { trees: repositoryTrees(host, folder, project.sources) };
      return looked.trees;
    },
  };
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

/** What a commit holds: its tree, and the paths of its files. */
interface Listing {
  readonly root: GitFolder;
  readonly paths: readonly string[];
}

/** What is looked at; `listed` keeps what commits hold, since branches have some in common. */
interface Wanted {
  readonly branch: string;
  readonly dockerfiles: readonly string[];
  /** Patterns of files, and files. */
  readonly named: readonly string[];
  readonly listed: Map<string, Listing | undefined>;
}

function treeAt(
  host: Host,
  git: Git,
  { branch, dockerfiles, named, listed }: Wanted,
): RepositoryTree | undefined {
  const refs = /^[\w./-]+$/.test(branch) ? [`refs/remotes/origin/${branch}`, 'HEAD'] : ['HEAD'];
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
  const listings = commits.flatMap(({ id }) => {
    if (!listed.has(id)) listed.set(id, listingOf(git, id));
    return listed.get(id) ?? [];
  });
  if (first === undefined || listings.length < commits.length) return undefined;
  const paths = new Set(listings.flatMap((listing) => listing.paths));
  const roots = listings.map(({ root }) => root);
  // The commit that is checked out is what the specs go with.
  const files = dockerfiles.flatMap((path) => {
    if (isInWorkingTree(host, git.top, path)) paths.add(path);
    const file = roots.map((root) => nodeAt(root, path)).findLast((node) => node?.kind === 'file');
    return file?.kind === 'file' ? [{ path, id: file.id }] : [];
  });
  for (const path of named.map(fixedPart)) {
    if (path === '' || !repositoryPath('', path).ok || roots.some((root) => nodeAt(root, path) !== undefined))
      continue;
    if (isInWorkingTree(host, git.top, path)) paths.add(`${path}/`);
  }
  const blobs = new GitBlobs(git);
  blobs.load(
    files.map(({ id }) => id),
    DOCKERFILE_BYTES,
  );
  const texts = new Map<string, string>();
  for (const { path, id } of files) {
    const bytes = blobs.read(id, DOCKERFILE_BYTES);
    const decoded = bytes && decodeUtf8(bytes);
    if (decoded !== undefined && decoded.firstBad === undefined) texts.set(path, decoded.text);
  }
  return { ref: first.ref, paths: [...paths].sort(), texts };
}

/** A link of a change must not tell what else there is on the machine: what lies behind it is not there. */
function isInWorkingTree({ files }: Host, top: string, path: string): boolean {
  const real = files.realPath(joinPath(top, path));
  return real.ok && pathBelow(top, real.value) !== undefined;
}

/** Undefined for a commit without files, or with more than are looked at: a few trees can stand for any number of them. */
function listingOf(git: Git, commit: string): Listing | undefined {
  const text = answer(git, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (text === '' || holdsMoreThan(text, '\0', MOST_PATHS)) return undefined;
  const root = parseGitTree(text);
  return { root, paths: pathsOf(root) };
}

function holdsMoreThan(text: string, letter: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1 && count <= most; at = text.indexOf(letter, at + 1)) count++;
  return count > most;
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

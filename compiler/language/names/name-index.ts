import { treeOf } from '../file-tree.ts';
import type { ProjectView } from '../workspace.ts';
import { fileNames } from './file-names.ts';
import { namesInJobTexts } from './job-names.ts';
import type { NameUse } from './name-use.ts';

/** All names in the specs of a project. */
export interface NameIndex {
  readonly uses: readonly NameUse[];
  /** Returns all uses of the thing that a use is one of, declarations first, then by file and place. */
  readonly usesOf: (use: Pick<NameUse, 'id'>) => readonly NameUse[];
}

const known = new WeakMap<ProjectView, NameIndex>();

/** Returns the names in the specs of a project. */
export function nameIndex(view: ProjectView): NameIndex {
  const before = known.get(view);
  if (before !== undefined) return before;
  const files = view.sources.flatMap((source) => {
    const tree = treeOf(source);
    return tree === undefined ? [] : [fileNames(tree)];
  });
  const alone = files.flatMap(({ uses }) => uses);
  const declared = alone.filter(({ isDeclaration }) => isDeclaration);
  const texts = files.flatMap(({ jobTexts }) => jobTexts);
  const index = indexOf([...alone, ...namesInJobTexts(view.analysis.project, texts, declared)]);
  known.set(view, index);
  return index;
}

/** Returns the uses at one place, several where an alias repeats it: what one text names is one thing. */
function indexOf(uses: readonly NameUse[]): NameIndex {
  const same = new Groups();
  const atPlace = new Map<string, NameUse>();
  const kept: NameUse[] = [];
  for (const use of uses) {
    const place = `${use.start} ${use.end} ${use.kind} ${use.file.name}`;
    const first = atPlace.get(place);
    if (first === undefined) {
      atPlace.set(place, use);
      kept.push(use);
    } else same.join(first.id, use.id);
  }
  const groups = new Map<string, NameUse[]>();
  for (const use of kept) {
    const id = same.of(use.id);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [use]);
    else group.push(use);
  }
  const sorted = new Set<string>();
  return {
    uses: kept,
    usesOf: ({ id }) => {
      const group = groups.get(same.of(id)) ?? [];
      if (!sorted.has(same.of(id))) group.sort(byPlace);
      sorted.add(same.of(id));
      return group;
    },
  };
}

function byPlace(a: NameUse, b: NameUse): number {
  if (a.isDeclaration !== b.isDeclaration) return a.isDeclaration ? -1 : 1;
  if (a.file.name !== b.file.name) return a.file.name < b.file.name ? -1 : 1;
  return a.start - b.start;
}

/** Ids that mean one thing. */
class Groups {
  private readonly parents = new Map<string, string>();

  of(id: string): string {
    let at = id;
    for (let next = this.parents.get(at); next !== undefined; next = this.parents.get(at)) at = next;
    return at;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)];
    if (first !== second) this.parents.set(second, first);
  }
}

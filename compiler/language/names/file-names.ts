import type { NamedKind, RefersTo } from '../../../schema/schema-node.ts';
import { isViewKind } from '../../link/own-jobs/link-jobs.ts';
import type { ScalarNode } from '../../source/node.ts';
import { assertNever } from '../../util/assert-never.ts';
import { fieldNamed, type SpecField, type SpecObject, type SpecTree, scalarsOf } from '../spec-tree.ts';
import { labelPieces, type TextPiece, wordPieces } from './label-pieces.ts';
import { type NameUse, type ThingKind, textPiece, thingId } from './name-use.ts';

/** A text that names a job, which depends on the jobs that there are. */
export interface JobText {
  readonly node: ScalarNode;
  /** The job or view that it stands in; empty elsewhere. */
  readonly from: string;
  readonly isView: boolean;
}

/** The names in one file, as far as the file alone can say. */
export interface FileNames {
  readonly uses: readonly NameUse[];
  readonly jobTexts: readonly JobText[];
}

const known = new WeakMap<SpecTree, FileNames>();

/** Returns the names in a spec, by the fields that give and take them. */
export function fileNames(tree: SpecTree): FileNames {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const uses: NameUse[] = [];
  const jobTexts: JobText[] = [];
  for (const field of tree.fields) {
    const { 'x-names': names, 'x-refers': refers } = field.field.node;
    if (names === undefined && refers === undefined) continue;
    for (const node of scalarsOf(field.value)) {
      if (node.text === '' || node.style === 'block') continue;
      if (names !== undefined) uses.push(...declared(names, node, field));
      if (refers !== undefined && isJob(refers)) jobTexts.push(jobText(node, field));
      else if (refers !== undefined) uses.push(...referred(refers, node, field));
    }
  }
  const found = { uses, jobTexts };
  known.set(tree, found);
  return found;
}

type RefersToJob = 'job' | 'upstream-job' | 'downstream-job';

function isJob(refers: RefersTo): refers is RefersToJob {
  return refers === 'job' || refers === 'upstream-job' || refers === 'downstream-job';
}

function declared(names: NamedKind, node: ScalarNode, { owner }: SpecField): readonly NameUse[] {
  switch (names) {
    case 'label':
      return pieces('label', node, wordPieces(node.text), true);
    case 'agent':
      return [use(owner !== undefined && fieldNamed(owner, 'label') ? 'agent' : 'label', node, true)];
    case 'service':
    case 'gist':
    case 'test':
      return [use(names, node, true, scopeOf(names, owner))];
    case 'job': {
      const kind = owner?.parent?.name;
      return [use(kind !== undefined && isViewKind(kind) ? 'view' : 'job', node, true)];
    }
    case 'project':
    case 'component':
    case 'application':
    case 'environment':
    case 'credentials':
    case 'container':
    case 'server':
      return [use(names, node, true)];
    default:
      return assertNever(names);
  }
}

function referred(
  refers: Exclude<RefersTo, RefersToJob>,
  node: ScalarNode,
  { owner }: SpecField,
): readonly NameUse[] {
  switch (refers) {
    case 'label':
      return pieces('label', node, labelPieces(node.text), false);
    case 'bound-credentials':
      return [use('credentials', node, false)];
    case 'gist': {
      const type = owner && fieldNamed(owner, 'type')?.value;
      const isConfigMap = type?.kind === 'scalar' && type.text.toLowerCase() === 'configmap';
      return isConfigMap ? [use('gist', node, false, scopeOf('gist', owner))] : [];
    }
    case 'service':
      return [use('service', node, false, scopeOf('service', owner))];
    case 'credentials':
    case 'component':
    case 'application':
    case 'environment':
    case 'container':
    case 'server':
      // A variable is filled in when the job runs.
      return node.text.includes('$') ? [] : [use(refers, node, false)];
    case 'schedule':
    case 'regex':
    case 'file':
      return [];
    default:
      return assertNever(refers);
  }
}

/** Returns a value as a use of a name. */
function use(kind: ThingKind, node: ScalarNode, isDeclaration: boolean, scope = ''): NameUse {
  const { file, start, end } = textPiece(node);
  const name = node.text;
  const id = thingId(kind, kind === 'job' || kind === 'view' ? name.toLowerCase() : name, scope);
  return { kind, id, name, file, start, end, isDeclaration, node, write: same };
}

/** Returns parts of a value as uses of names; none where it is not written as it is. */
function pieces(
  kind: ThingKind,
  node: ScalarNode,
  parts: readonly TextPiece[],
  isDeclaration: boolean,
): readonly NameUse[] {
  const { file, start, isExact } = textPiece(node);
  if (!isExact)
    return parts.length === 1 && parts[0]?.text === node.text ? [use(kind, node, isDeclaration)] : [];
  return parts.map(({ text, start: at }) => ({
    kind,
    id: thingId(kind, text),
    name: text,
    file,
    start: start + at,
    end: start + at + text.length,
    isDeclaration,
    node,
    write: same,
  }));
}

function same(name: string): string {
  return name;
}

/** Returns where things of a kind are looked for: in the environment that an object is in. */
export function scopeOf(kind: ThingKind, object: SpecObject | undefined): string {
  if (kind !== 'service' && kind !== 'gist' && kind !== 'test') return '';
  for (let at = object; at !== undefined; at = at.outer)
    if (at.parent?.anchor === 'environments.environments') return `${at.node.span.start}`;
  return '';
}

function jobText(node: ScalarNode, { owner }: SpecField): JobText {
  for (let at = owner; at !== undefined; at = at.outer) {
    const kind = at.parent?.owner['x-kinds'] === undefined ? undefined : at.parent.name;
    const name = kind === undefined ? undefined : fieldNamed(at, 'name')?.value;
    if (kind !== undefined && name?.kind === 'scalar')
      return { node, from: name.text, isView: isViewKind(kind) };
  }
  return { node, from: '', isView: false };
}

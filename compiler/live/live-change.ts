import type { Cause, FindCause } from '../diff/cause.ts';
import type { Change, FieldChange, Risk } from '../diff/change.ts';
import { diffFields } from '../diff/diff-entities.ts';
import type { Entity, Field } from '../diff/entity.ts';
import { quoted, type SeenChange } from '../diff/risks/risk-rule.ts';
import { risksOf } from '../diff/risks/risks-of.ts';
import { canonicalCurrent } from '../import/canonical.ts';
import { displayPath } from '../report/finding.ts';
import type { Origin } from '../text/origin.ts';
import { compareText } from '../util/compare-text.ts';
import { treeFields } from './live-entity.ts';
import type { ComparedConfigs } from './same.ts';

/** An item on its two sides. */
export interface ChangedItem {
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
  /** The configurations that differ. */
  readonly configs?: ComparedConfigs | undefined;
  /** Fields that no configuration has. */
  readonly more?: readonly FieldChange[];
  readonly risks?: readonly Risk[];
  /** The folder of the project, where there are several. */
  readonly folder?: string | undefined;
}

/** Whether a server becomes what the specs say (`plan`), or specs what a server has (`drift`). */
export type Direction = 'drift' | 'plan';

/**
 * Returns the change of an item. All that differs is among its fields: what the vocabulary of the specs does not tell apart
 * is shown by its elements.
 */
export function liveChange(item: ChangedItem, find: FindCause, direction: Direction): Change {
  const { before, after, configs, more = [], risks = [], folder } = item;
  const entity = after ?? before;
  if (entity === undefined) throw new Error('a change needs an entity');
  const own = direction === 'plan' ? after : before;
  const isRenamed = before !== undefined && after !== undefined && before.name !== after.name;
  const fields = [
    ...(before === undefined || after === undefined
      ? []
      : fieldsOf(before, after, find, configs, direction).map((field) => placed(field, folder))),
    ...more,
  ];
  const because = causeOf(fields) ?? causeAt(own?.origin, folder);
  const seen = { before, after, fields, now: after === undefined ? [] : [after] };
  return {
    action: before === undefined ? 'add' : after === undefined ? 'remove' : isRenamed ? 'rename' : 'change',
    kind: entity.kind,
    name: entity.name,
    ...(isRenamed ? { from: before.name } : {}),
    ...(because === undefined ? {} : { because }),
    fields,
    risks: [...liveRisks(seen, direction), ...risks],
  };
}

function fieldsOf(
  before: Entity,
  after: Entity,
  find: FindCause,
  configs: ComparedConfigs | undefined,
  direction: Direction,
): readonly FieldChange[] {
  const all = [...diffFields(before, after, find), ...orderChanges(before.fields, after.fields)];
  const fields = all.filter(({ path }) => !FRAGMENT.test(path));
  if (configs === undefined || configs.isSame) return fields;
  // What no field of the vocabulary says is shown by its elements.
  const elements = fragmentElements(all.length > fields.length ? [before, after] : []);
  if (fields.length > 0 && elements.size === 0) return fields;
  const { live, own } = configs;
  const [old, now] = direction === 'plan' ? [live, own] : [own, live];
  const asElements = (entity: Entity, tree: typeof live) => ({
    ...entity,
    fields: treeFields(canonicalCurrent(tree)),
  });
  const found = diffFields(asElements(before, old), asElements(after, now), find);
  if (fields.length === 0) return found;
  return [
    ...fields,
    ...found.filter(({ path }) => elements.has(path.replace(/^order of /, '').replace(/[/[@].*$/s, ''))),
  ];
}

/** Elements that stay XML in a job of the vocabulary. */
const FRAGMENT = /^fragments\b/;

/** Returns the names of the elements below the root that fragments stand in, or are. */
function fragmentElements(sides: readonly Entity[]): ReadonlySet<string> {
  return new Set(
    sides.flatMap(({ fields }) =>
      [...fields].flatMap(([path, { value }]) => {
        const isName = /^fragments\[[^\]]*\]\.xml\.name$/.test(path);
        return value !== '' && (isName || /^fragments\[[^\]]*\]\.at$/.test(path)) ? [value] : [];
      }),
    ),
  );
}

/** The order of entries that have names is no field: it is shown where those that both sides have stand in another one. */
function orderChanges(
  before: ReadonlyMap<string, Field>,
  after: ReadonlyMap<string, Field>,
): readonly FieldChange[] {
  const [old, now] = [listsOf(before), listsOf(after)];
  return [...old].flatMap(([list, names]): readonly FieldChange[] => {
    const others = now.get(list) ?? new Set();
    const [was, is] = [
      [...names].filter((name) => others.has(name)),
      [...others].filter((name) => names.has(name)),
    ];
    if (was.join('\n') === is.join('\n')) return [];
    const field = (all: readonly string[]): Field => ({ value: all.join(', '), origin: undefined });
    return [{ path: `order of ${list}`, before: field(was), after: field(is) }];
  });
}

/** The names of the entries of each list, in their order. */
function listsOf(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  for (const path of fields.keys())
    for (const match of path.matchAll(/\[([^\]]*)\]/g)) {
      const list = path.slice(0, match.index);
      lists.set(list, (lists.get(list) ?? new Set()).add(match[1] ?? ''));
    }
  return lists;
}

/** A line of the specs is never an old one: only the server changes behind their back. */
function placed(field: FieldChange, folder: string | undefined): FieldChange {
  const because = field.because && causeAt(field.because.origin, folder);
  return because === undefined ? field : { ...field, because };
}

function causeAt(origin: Origin | undefined, folder: string | undefined): Cause | undefined {
  return origin === undefined ? undefined : { origin: inFolder(origin, folder), isOld: false };
}

function inFolder(origin: Origin, folder: string | undefined): Origin {
  if (folder === undefined) return origin;
  if (origin.kind === 'several') return { ...origin, of: origin.of.map((one) => inFolder(one, folder)) };
  if (origin.kind !== 'spec') return origin;
  const { file } = origin.span;
  return { ...origin, span: { ...origin.span, file: { ...file, name: displayPath(folder, file.name) } } };
}

function causeOf(fields: readonly FieldChange[]): Cause | undefined {
  const causes = fields.flatMap(({ because }) => because ?? []);
  return causes.find(({ origin }) => origin.kind === 'spec') ?? causes[0];
}

/** What the seed job does with jobs is not what is done over the remote API. */
const OF_SEED: readonly Risk['kind'][] = ['history-lost', 'left-behind'];

function liveRisks(seen: SeenChange, direction: Direction): readonly Risk[] {
  const known = risksOf(seen).filter(({ kind }) => !OF_SEED.includes(kind));
  return direction === 'plan' ? [...known, ...lostEdits(seen)] : known;
}

/** What a person did in Jenkins that is undone. */
function lostEdits({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined) return [];
  const isDisabled = fields.some(
    ({ path, before: was, after: is }) =>
      path === 'disabled' && was?.value === 'true' && is?.value !== 'true',
  );
  const gone = fields.filter(({ path, before: was, after: is }) => path !== 'disabled' && was && !is);
  const names = [...new Set(gone.map(({ path }) => path.replace(/[.[].*$/s, '')))].sort(compareText);
  return [
    ...(isDisabled
      ? [{ kind: 'gate-opened', text: 'somebody disabled it in Jenkins: it would run again' } as const]
      : []),
    ...(names.length > 0
      ? [
          {
            kind: 'edit-lost',
            text: `takes away what is only in Jenkins, in ${names.map(quoted).join(', ')}`,
          } as const,
        ]
      : []),
  ];
}

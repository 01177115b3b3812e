import { fromSeveral, type Origin } from '../text/origin.ts';
import type { LineMark } from '../text/traced-text.ts';
import { compareText } from '../util/compare-text.ts';
import { alignLists, diffLists } from './align-lists.ts';
import { type Cause, causeFinder, type FindCause } from './cause.ts';
import type { Change, FieldChange } from './change.ts';
import type { Entity, Field } from './entity.ts';
import { renames } from './renames.ts';
import { risksOf } from './risks/risks-of.ts';

/** The order in which kinds are shown: what people look for first. */
const order = [
  'job',
  'folder',
  'view',
  'own-script',
  'plugin',
  'credential',
  'setting',
  'init-script',
  'image',
  'kubernetes-object',
];

/** Returns what changes from one output to the other, sorted by kind and name; renamed entities are recognised. */
export function diffEntities(before: readonly Entity[], after: readonly Entity[]): readonly Change[] {
  const old = byKey(before);
  const now = byKey(after);
  const removed = before.filter((entity) => !now.has(keyOf(entity)));
  const added = after.filter((entity) => !old.has(keyOf(entity)));
  const renamed = renames(removed, added);
  const changes: Change[] = [];
  const find = causeFinder(before, after);
  const withRisks = (was: Entity | undefined, is: Entity | undefined): Change =>
    changeOf(was, is, after, find);
  for (const entity of removed) if (!renamed.has(entity)) changes.push(withRisks(entity, undefined));
  const targets = new Map([...renamed].map(([from, to]) => [to, from]));
  for (const entity of added) changes.push(withRisks(targets.get(entity), entity));
  for (const entity of after) {
    const previous = old.get(keyOf(entity));
    if (previous !== undefined && diffFields(previous, entity, find).length > 0)
      changes.push(withRisks(previous, entity));
  }
  return changes.sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      compareText(a.name, b.name) ||
      compareText(a.action, b.action),
  );
}

function changeOf(
  before: Entity | undefined,
  after: Entity | undefined,
  now: readonly Entity[],
  find: FindCause,
): Change {
  const entity = after ?? before;
  if (entity === undefined) throw new Error('a change needs an entity');
  const renamed = before !== undefined && after !== undefined && before.name !== after.name;
  const fields = before !== undefined && after !== undefined ? diffFields(before, after, find) : [];
  const because =
    fields.length > 0 ? causeOfAll(fields) : find({ before: originsIn(before), after: originsIn(after) });
  return {
    action: before === undefined ? 'add' : after === undefined ? 'remove' : renamed ? 'rename' : 'change',
    kind: entity.kind,
    name: entity.name,
    ...(renamed ? { from: before.name } : {}),
    ...(because === undefined ? {} : { because }),
    fields,
    risks: risksOf({ before, after, fields, now }),
  };
}

/** Returns the fields that differ, sorted by path; of a text of several lines, the lines. */
export function diffFields(before: Entity, after: Entity, find: FindCause): readonly FieldChange[] {
  const old = samePaths(before, after) ? before.fields : alignLists(before.fields, after.fields);
  const paths = new Set([...old.keys(), ...after.fields.keys()]);
  return [...paths].sort(compareText).flatMap((path): readonly FieldChange[] => {
    const was: Field | undefined = old.get(path);
    const now: Field | undefined = after.fields.get(path);
    if (was?.value === now?.value) return [];
    if (was !== undefined && now !== undefined) return lineChanges(path, was, now, find);
    return [fieldChange({ path }, was, now, find)];
  });
}

/** Returns whether two entities have the same fields, whatever their values: then no list has other entries. */
function samePaths(a: Entity, b: Entity): boolean {
  return a.fields.size === b.fields.size && [...a.fields.keys()].every((path) => b.fields.has(path));
}

function fieldChange(
  place: Pick<FieldChange, 'path' | 'line'>,
  before: Field | undefined,
  after: Field | undefined,
  find: FindCause,
): FieldChange {
  const because = find({ before: originsOf(before), after: originsOf(after) });
  return {
    ...place,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(because ? { because } : {}),
  };
}

function originsOf(field: Field | undefined): readonly Origin[] | undefined {
  return field === undefined ? undefined : field.origin === undefined ? [] : [field.origin];
}

/** What is behind a whole entity: that it is there, and then all that it holds. */
function originsIn(entity: Entity | undefined): readonly Origin[] | undefined {
  if (entity === undefined) return undefined;
  const all = [entity.origin, ...[...entity.fields.values()].map(({ origin }) => origin)];
  return all.filter((origin) => origin !== undefined);
}

/** What was written explains more than a default. */
function causeOfAll(fields: readonly FieldChange[]): Cause | undefined {
  const causes = fields.flatMap(({ because }) => because ?? []);
  return causes.find(({ origin }) => origin.kind === 'spec') ?? causes[0];
}

function byKey(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  return new Map(entities.map((entity) => [keyOf(entity), entity]));
}

function keyOf({ kind, name }: Entity): string {
  return `${kind}\n${name}`;
}

/**
 * Returns the lines that differ between two texts, each with the place that it comes from. Lines that take each other's
 * place are one change. A text of one line is one value.
 */
function lineChanges(path: string, before: Field, after: Field, find: FindCause): readonly FieldChange[] {
  if (!before.value.includes('\n') && !after.value.includes('\n'))
    return [fieldChange({ path }, before, after, find)];
  const changes: FieldChange[] = [];
  let gone: Field[] = [];
  let taken = 0;
  let line = 1;
  let oldLine = 1;
  const flush = () => {
    for (const field of gone.slice(taken)) changes.push(fieldChange({ path, line }, field, undefined, find));
    gone = [];
    taken = 0;
  };
  for (const { value: lines, added, removed } of diffLists(
    before.value.split('\n'),
    after.value.split('\n'),
  )) {
    if (removed) {
      for (const text of lines) gone.push(lineField(before, text, oldLine++));
    } else if (added) {
      for (const text of lines) {
        const old = taken < gone.length ? gone[taken++] : undefined;
        changes.push(fieldChange({ path, line }, old, lineField(after, text, line), find));
        line++;
      }
    } else {
      flush();
      line += lines.length;
      oldLine += lines.length;
    }
  }
  flush();
  return changes;
}

function lineField({ origin, marks = [] }: Field, value: string, line: number): Field {
  const covering = marksOf(marks, line - 1);
  return { value, origin: covering.length === 0 ? origin : fromSeveral(covering) };
}

/** What is behind a line, the closest first. */
function marksOf(marks: readonly LineMark[], line: number): readonly Origin[] {
  return marks
    .filter(({ first, last }) => first <= line && line <= last)
    .sort((a, b) => a.last - a.first - (b.last - b.first))
    .map(({ origin }) => origin);
}

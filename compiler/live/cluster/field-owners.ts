import { parseJson } from '../../util/parse-json.ts';
import { objectFields } from './cluster-objects.ts';
import { type Data, type DataRecord, dataAt, isRecord, textAt } from './object-data.ts';

/** A field manager, and what it set of an object. */
export interface FieldOwner {
  readonly manager: string;
  /** `Apply` or `Update`: only the first gives a field up when it is applied no more. */
  readonly operation: string;
  /** When it last set something, as the server writes it. */
  readonly time: string | undefined;
  /** Paths as `diff` has them. */
  readonly paths: ReadonlySet<string>;
}

/** Returns who set what of a live object, as its `metadata.managedFields` say. */
export function fieldOwners(kind: string, live: DataRecord): readonly FieldOwner[] {
  const entries = dataAt(live, 'metadata', 'managedFields');
  if (!Array.isArray(entries)) return [];
  return entries.filter(isRecord).flatMap((entry) => {
    const manager = textAt(entry, 'manager');
    const set = entry.fieldsV1;
    if (manager === undefined || !isRecord(set) || textAt(entry, 'subresource') === 'status') return [];
    return [
      {
        manager,
        operation: textAt(entry, 'operation') ?? '',
        time: textAt(entry, 'time'),
        paths: new Set(objectFields(kind, owned(live, set)).keys()),
      },
    ];
  });
}

/**
 * Returns the part of a value that a set of fields names: `f:<key>` of a mapping, `k:<keys>` of a list whose entries have
 * keys, `v:<value>` of a list of texts, `i:<index>`. An empty set is all of the value.
 */
function owned(value: Data | undefined, set: DataRecord): Data | undefined {
  const names = Object.keys(set).filter((name) => name !== '.');
  if (names.length === 0) return value;
  if (Array.isArray(value)) {
    return (value as readonly Data[]).flatMap((item, index) => {
      const name = names.find((one) => isEntry(one, item, index));
      if (name === undefined) return [];
      const part = owned(item, recordOf(set[name]));
      const keys = name.startsWith('k:') ? recordOf(parseJson(name.slice(2)) as Data) : {};
      return part === undefined ? [] : [isRecord(part) ? { ...keys, ...part } : part];
    });
  }
  if (!isRecord(value)) return undefined;
  const parts: [string, Data][] = [];
  for (const name of names) {
    if (!name.startsWith('f:')) continue;
    const key = name.slice(2);
    const part = owned(dataAt(value, key), recordOf(set[name]));
    if (part !== undefined) parts.push([key, part]);
  }
  return Object.fromEntries(parts);
}

function isEntry(name: string, item: Data, index: number): boolean {
  const said = name.slice(2);
  if (name.startsWith('i:')) return said === String(index);
  const parsed = parseJson(said);
  if (name.startsWith('v:')) return parsed === item;
  if (!name.startsWith('k:') || !isRecord(parsed)) return false;
  // A key with its default is left out of the set, or of the object.
  return Object.entries(parsed).every(
    ([key, part]) => dataAt(item, key) === part || dataAt(item, key) === undefined,
  );
}

function recordOf(data: Data | undefined): DataRecord {
  return isRecord(data) ? data : {};
}

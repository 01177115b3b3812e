import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** Jobs and folders whose properties give somebody a permission that they did not have, or other jobs their artifacts. */
export function jobPermissions({ before, after }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined || after.isOwn !== true) return [];
  return [
    ...added(grantsOf(before), grantsOf(after), (grant) => `${grant.who} gets ${grant.what}`),
    ...added(copiersOf(before), copiersOf(after), ({ who }) => `${who} may copy its artifacts`),
  ];
}

/** Who may do what. */
interface Grant {
  readonly who: string;
  readonly what: string;
}

function added(
  before: readonly Grant[],
  after: readonly Grant[],
  text: (grant: Grant) => string,
): readonly Risk[] {
  const had = new Set(before.map(text));
  return after
    .map(text)
    .filter((each) => !had.has(each))
    .map((each) => ({ kind: 'permission-widened', text: each }));
}

function grantsOf({ fields }: Entity): readonly Grant[] {
  return [...fields].flatMap(([path, { value }]) => {
    const entry = /^(properties\[.*\]\.permissions\[[^\]]*\])\.permission$/.exec(path)?.[1];
    const who = entry === undefined ? undefined : fields.get(`${entry}.who`)?.value;
    return who === undefined ? [] : [{ who: quoted(who), what: quoted(value) }];
  });
}

function copiersOf({ fields }: Entity): readonly Grant[] {
  return [...fields].flatMap(([path, { value }]) => {
    const property = /^(properties\[[^\]]*\])\.jobs\[/.exec(path)?.[1];
    const isPermission = property !== undefined && /copy/.test(fields.get(`${property}.kind`)?.value ?? '');
    return isPermission ? [{ who: quoted(value), what: '' }] : [];
  });
}

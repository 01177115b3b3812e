import { type DocField, listFields } from './list-fields.ts';

/** Returns the fields that a path may mean, the nearest only: one for a path that is clear, none for no field. */
export function findFields(path: string): readonly DocField[] {
  const wanted = path
    .replaceAll(/\[\w*\]/g, '')
    .replaceAll('/', '.')
    .replace(/\.bitesize\b/, '')
    .replace(/^\.|\.$/g, '');
  const fields = listFields();
  const kept = (fits: (field: DocField) => boolean): readonly DocField[] => {
    const found = fields.filter(fits);
    // The same thing in another place, such as `containers` beside `applications`, is no second meaning.
    const own = found.filter(({ sameAs }) => sameAs === undefined || !found.includes(sameAs));
    return own.length > 0 ? own : found;
  };
  const ways: readonly ((field: DocField) => boolean)[] = [
    ({ anchor }) => anchor === wanted,
    ({ path: own }) => own === wanted,
    ({ kind, path: own }) => `${kind}.${own.split('.').slice(1).join('.')}` === wanted,
    ({ anchor }) => anchor.endsWith(`.${wanted}`),
    (field) => field.kind === 'jobs' && withoutKind(field) === wanted,
  ];
  for (const fits of ways) {
    const found = kept(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** Returns the path of a field without the kind of job, which nobody writes as a field: `jobs.builders`. */
function withoutKind({ owner, name, parent }: DocField): string {
  const outer = parent === undefined ? '' : withoutKind(parent);
  return owner['x-kinds'] !== undefined ? outer : outer === '' ? name : `${outer}.${name}`;
}

import type { Entity } from './entity.ts';

/** A reference to a key of a Secret in a manifest. */
const REFERENCE = /^(.*\bsecretKeyRef)\.name$/;

/**
 * Returns the keys of Secrets that the objects of environments read, each once: somebody has to make them in the
 * namespace before the pods start.
 */
export function neededSecrets(objects: readonly Entity[]): readonly Entity[] {
  const found = new Map<string, Entity>();
  for (const { name: object, fields } of objects) {
    for (const [path, secret] of fields) {
      const reference = REFERENCE.exec(path)?.[1];
      const key = reference === undefined ? undefined : fields.get(`${reference}.key`);
      if (key === undefined) continue;
      const namespace = fields.get('metadata.namespace');
      const name = `${namespace?.value ?? object.split('/')[0]}/${secret.value}/${key.value}`;
      if (found.has(name)) continue;
      found.set(name, {
        kind: 'credential',
        name,
        origin: key.origin ?? secret.origin,
        fields: new Map([
          ...(namespace === undefined ? [] : [['namespace', namespace] as const]),
          ['secret', secret],
          ['key', key],
        ]),
      });
    }
  }
  return [...found.values()];
}

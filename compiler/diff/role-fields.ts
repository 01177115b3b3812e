import type { Field } from './entity.ts';

/** A leaf of a rule of a Role: the rule, which of its three lists, and the entry. */
const LEAF = /^rules\[(.*?)\]\.(apiGroups|resources|verbs)\[(.*?)\]$/;

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: (readonly [string, Field])[];
}

/**
 * Returns the fields of a Role with one rule a resource. How rules are grouped means nothing to the cluster; what may
 * be done with a resource does. A rule is no entry of a list, since none takes the place of another.
 */
export function roleFields(fields: ReadonlyMap<string, Field>): ReadonlyMap<string, Field> {
  const rules = new Map<string, Rule>();
  const result = new Map<string, Field>();
  for (const [path, field] of fields) {
    const [, name, list, entry = ''] = LEAF.exec(path) ?? [];
    if (name === undefined) {
      result.set(path, field);
      continue;
    }
    const rule = rules.get(name) ?? { apiGroups: [], resources: [], verbs: [] };
    rules.set(name, rule);
    if (list === 'verbs') rule.verbs.push([entry, field]);
    else rule[list === 'resources' ? 'resources' : 'apiGroups'].push(entry);
  }
  for (const { apiGroups, resources, verbs } of rules.values()) {
    for (const group of apiGroups) {
      for (const resource of resources) {
        const name = group === '' ? resource : `${group}/${resource}`;
        for (const [verb, field] of verbs) result.set(`rules.${name}.verbs[${verb}]`, field);
      }
    }
  }
  return result;
}

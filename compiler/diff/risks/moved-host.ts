import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { fieldOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

/** A host that leads elsewhere or nowhere, and a Jenkins at another address. */
export function movedHost({ before, after, now }: SeenChange): readonly Risk[] {
  if (before?.kind === 'setting') return movedJenkins(fieldOf(before, 'url'), fieldOf(after, 'url'));
  if (objectKind(before) !== 'Ingress') return [];
  const left = new Set(after === undefined ? [] : hostsOf(after));
  const lost = before === undefined ? [] : hostsOf(before).filter((host) => !left.has(host));
  return lost.map((host) => {
    const other = now.find((entity) => objectKind(entity) === 'Ingress' && hostsOf(entity).includes(host));
    const where = after === undefined ? 'anywhere' : 'here';
    const text = other === undefined ? `no longer leads ${where}` : `leads to ${quoted(other.name)} now`;
    return { kind: 'host-moved', text: `${quoted(host)} ${text}` };
  });
}

function movedJenkins(before: string | undefined, after: string | undefined): readonly Risk[] {
  if (before === undefined || after === undefined || before === after) return [];
  return [{ kind: 'host-moved', text: `links and webhooks to ${quoted(before)} no longer arrive` }];
}

function hostsOf({ fields }: Entity): readonly string[] {
  return [...fields].filter(([path]) => /\brules\[[^\]]*\]\.host$/.test(path)).map(([, { value }]) => value);
}

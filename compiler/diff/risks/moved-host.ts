import type { Risk } from '../change.ts';
import { fieldOf, hostsOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

/** A host that leads elsewhere or nowhere, and a Jenkins at another address. */
export function movedHost({ before, after, now }: SeenChange): readonly Risk[] {
  if (before?.kind === 'setting') return movedJenkins(fieldOf(before, 'url'), fieldOf(after, 'url'));
  if (objectKind(before) !== 'Ingress') return [];
  const [place, newPlace] = [before, after].map((entity) => fieldOf(entity, 'metadata.namespace'));
  const isLeft = before !== undefined && after !== undefined && place !== undefined && place !== newPlace;
  const stays = isLeft ? hostsOf(before).map((host) => stillServed(host, place)) : [];
  const left = new Set(after === undefined ? [] : hostsOf(after));
  const lost = before === undefined ? [] : hostsOf(before).filter((host) => !left.has(host));
  const moved = lost.map((host): Risk => {
    const other = now.find((entity) => objectKind(entity) === 'Ingress' && hostsOf(entity).includes(host));
    const where = after === undefined ? 'anywhere' : 'here';
    const text = other === undefined ? `no longer leads ${where}` : `leads to ${quoted(other.name)} now`;
    return { kind: 'host-moved', text: `${quoted(host)} ${text}` };
  });
  return [...stays, ...moved];
}

function stillServed(host: string, namespace: string): Risk {
  const text = `the Ingress in ${quoted(namespace)} goes on serving ${quoted(host)} until it is deleted`;
  return { kind: 'host-moved', text };
}

function movedJenkins(before: string | undefined, after: string | undefined): readonly Risk[] {
  if (before === undefined || after === undefined || before === after) return [];
  return [{ kind: 'host-moved', text: `links and webhooks to ${quoted(before)} no longer arrive` }];
}

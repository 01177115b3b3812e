import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { hostsOf, objectKind, quoted, type SeenChange } from './risk-rule.ts';

/** Hosts that are still served, and no longer over TLS. */
export function lostTls({ before, after }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined || objectKind(after) !== 'Ingress') return [];
  const secure = securedBy(after);
  const served = new Set(hostsOf(after));
  return [...securedBy(before)]
    .filter((host) => served.has(host) && !secure.has(host))
    .map((host) => ({ kind: 'tls-off', text: `${quoted(host)} is no longer served over TLS` }));
}

function securedBy({ fields }: Entity): ReadonlySet<string> {
  const hosts = [...fields].filter(([path]) => /^spec\.tls\[[^\]]*\]\.hosts\[/.test(path));
  return new Set(hosts.map(([, { value }]) => value));
}

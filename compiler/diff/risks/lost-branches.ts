import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** Fields that say which repository, or whose repositories, a source is of. */
const PLACE = /^(url|repo_owner|repo|project|owner|server|server_url|api_uri)$/;

/**
 * Sources of jobs.bitesize that are gone or look elsewhere: Jenkins deletes the jobs of branches and repositories that
 * it does not find there, when they are no longer kept.
 */
export function lostBranches({ before, after }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job' || after?.kind !== 'job' || after.isOwn !== true) return [];
  const now = new Set(placesOf(after).map(({ key }) => key));
  return placesOf(before)
    .filter(({ key }) => !now.has(key))
    .map(({ place }) => ({
      kind: 'history-lost',
      text: `it no longer looks at ${quoted(place)}: what it made for branches there is deleted with its builds, where no other source has them`,
    }));
}

/** Where a source looks: all that tells it from others, and what a reader knows it by. */
interface SourcePlace {
  readonly key: string;
  readonly place: string;
}

function placesOf({ fields }: Entity): readonly SourcePlace[] {
  const sources = new Map<string, SourcePlace>();
  for (const [path, { value, origin }] of fields) {
    const [, source, field = ''] =
      /^((?:sources|navigators)\[[^\]]*\])\.(?:spec\.)?([^.]*)$/.exec(path) ?? [];
    if (source === undefined || !(field === 'kind' || PLACE.test(field))) continue;
    const { key, place } = sources.get(source) ?? { key: '', place: '' };
    const isSaid = field !== 'kind' && origin?.kind !== 'default';
    sources.set(source, {
      key: `${key}${field} ${value}\n`,
      place: isSaid ? [place, value].filter(Boolean).join('/') : place,
    });
  }
  return [...sources.values()];
}
